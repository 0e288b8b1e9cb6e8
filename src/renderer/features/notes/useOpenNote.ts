import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Note, NoteId } from '../../../core/model';
import type { NoteSession, SessionView } from './session';
import { sessionOf, show } from './sessions';

interface OpenNote {
  session: NoteSession;
  view: SessionView;
}

/**
 * Which of a paper's notes is open, and how to open another. The newest is open at first; where the
 * open one was deleted, the one that took its place in the list follows.
 */
export function useOpenNote(notes: readonly Note[]): { open: OpenNote | null; openNote: (note: Note) => void } {
  const [session, setSession] = useState(() => sessionAt(notes, notes.length - 1));
  const [known, setKnown] = useState(notes);
  const view = useSyncExternalStore(session?.subscribe ?? never, session?.view ?? nothing);

  if (notes !== known) {
    setKnown(notes);
    const before = indexOf(known, view?.id);
    // A note that was not known before is not gone: the library has yet to show it.
    const gone = before !== -1 && indexOf(notes, view?.id) === -1;
    if (session === null || gone) setSession(sessionAt(notes, Math.min(Math.max(0, before), notes.length - 1)));
  }

  useEffect(() => (session === null ? undefined : show(session)), [session]);
  useEffect(() => {
    const current = notes[indexOf(notes, view?.id)];
    if (current !== undefined) session?.offer(current);
  }, [notes, session, view?.id]);

  return { open: session === null || view === null ? null : { session, view }, openNote: (note) => setSession(sessionOf(note)) };
}

function sessionAt(notes: readonly Note[], index: number): NoteSession | null {
  const note = notes[index];
  return note === undefined ? null : sessionOf(note);
}

function indexOf(notes: readonly Note[], id: NoteId | undefined): number {
  return notes.findIndex((note) => note.id === id);
}

const never = () => () => undefined;
const nothing = () => null;
