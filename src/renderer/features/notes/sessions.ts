import { notifications } from '@mantine/notifications';
import { TRPCClientError } from '@trpc/client';
import type { AppRouter } from '../../../api/router';
import type { Note, NoteId, PaperId } from '../../../core/model';
import type { Saved } from '../../../core/notes';
import type { PaperDetail } from '../../../core/papers';
import { keys, queryClient } from '../../app/queries';
import { client, wordsOf } from '../../client';
import { guardLeaving } from './leaving';
import { createSession, type NoteSession, type SaveInput } from './session';

/** The sessions that are on view or have something left to save. They outlive the panel: an unsaved text is never dropped. */
const sessions = new Map<NoteId, NoteSession>();
const onView = new Set<NoteSession>();

/** The session of a note; the one there is, where its text is still being saved. */
export function sessionOf(note: Note): NoteSession {
  const known = sessions.get(note.id);
  if (known !== undefined) return known;
  const session = createSession(note, {
    wordsOf,
    save: (input) => save(note.paperId, input),
    onSaved(sent, now) {
      if (now.id !== sent.id) {
        sessions.delete(sent.id);
        sessions.set(now.id, session);
      }
      if (note.paperId !== null) rememberSaved(note.paperId, sent, now);
    },
  });
  sessions.set(note.id, session);
  guardWhileUnsaved(session);
  return session;
}

/** Keeps a session while it is on view. The answer ends that, with a save of what is not saved. */
export function show(session: NoteSession): () => void {
  onView.add(session);
  sessions.set(session.view().id, session);
  return () => {
    onView.delete(session);
    void session.flush().then(() => {
      if (!onView.has(session) && session.unsaved() === null) sessions.delete(session.view().id);
    });
  };
}

function guardWhileUnsaved(session: NoteSession): void {
  let unguard: (() => void) | undefined;
  session.subscribe(() => {
    if (session.view().state.kind !== 'saved') {
      unguard ??= guardLeaving(session);
    } else {
      unguard?.();
      unguard = undefined;
    }
  });
}

/** Saves, and where the note is gone meanwhile makes a new one of the text. */
async function save(paperId: PaperId | null, input: SaveInput): Promise<Saved> {
  try {
    const saved = await client.notes.save.mutate(input);
    if (saved.kind === 'stale') tellOfCopy('This note was changed elsewhere', 'What you typed was kept as a second note, which is open now.');
    return saved;
  } catch (error) {
    if (!isGone(error)) throw error;
    const copy = await client.notes.create.mutate({ paperId, title: input.title, body: input.body });
    tellOfCopy('This note was deleted elsewhere', 'What you typed was kept as a new note.');
    return { kind: 'stale', copy };
  }
}

function isGone(error: unknown): boolean {
  return error instanceof TRPCClientError && (error as TRPCClientError<AppRouter>).data?.failure.code === 'not-found';
}

function tellOfCopy(title: string, message: string): void {
  notifications.show({ title, message, autoClose: 10_000 });
}

/** Lets the window know a saved text before the host tells of it, so that no older one is shown in between. */
function rememberSaved(paperId: PaperId, { title, body }: SaveInput, { id, version }: { id: NoteId; version: number }): void {
  queryClient.setQueryData<PaperDetail>(keys.paper(paperId), (detail) => detail && {
    ...detail,
    notes: detail.notes.map((note) => (note.id === id ? { ...note, title, body, version } : note)),
  });
}
