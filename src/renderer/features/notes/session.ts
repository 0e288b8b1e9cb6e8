import type { Note, NoteId } from '../../../core/model';
import type { Saved } from '../../../core/notes';
import { createAutosave, type SaveState } from './autosave';

/** A note's text while it is edited. Long bodies are kept as the editor keeps them until a string is needed. */
export interface Draft {
  title: string;
  body: { toString(): string };
}

export interface SaveInput {
  id: NoteId;
  title: string;
  body: string;
  version: number;
}

/** What a session shows; a new object after each change. */
export interface SessionView {
  id: NoteId;
  title: string;
  state: SaveState;
  /** Counts the texts that came from elsewhere, so that the editor knows when to take one over. */
  adopted: number;
}

/** The editing of one note: its draft, its autosave and the version that it goes on from. */
export interface NoteSession {
  /** Tells sessions apart: the id of the note may change, two sessions may have had the same one. */
  key: number;
  view: () => SessionView;
  subscribe: (listener: () => void) => () => void;
  draft: () => Draft;
  setTitle: (title: string) => void;
  setBody: (body: Draft['body']) => void;
  /** Offers the note as the library has it now. Taken over where nothing is unsaved; otherwise the save will settle it. */
  offer: (note: Note) => void;
  flush: () => Promise<void>;
  /** What would be saved now, or null where all is saved. */
  unsaved: () => SaveInput | null;
}

interface Needs {
  save: (input: SaveInput) => Promise<Saved>;
  wordsOf: (error: unknown) => string;
  /** Told when a save was done: the session now edits the note of this id and version. */
  onSaved: (input: SaveInput, now: { id: NoteId; version: number }) => void;
}

let lastKey = 0;

/**
 * Opens a note for editing. When the library answers that the note has changed meanwhile and that the
 * text was kept as a copy, the session goes on with the copy, and with it whoever is typing.
 */
export function createSession(note: Note, { save, wordsOf, onSaved }: Needs): NoteSession {
  let { id, version } = note;
  let draft: Draft = { title: note.title, body: note.body };
  let adopted = 0;
  let view: SessionView;
  const listeners = new Set<() => void>();
  const autosave = createAutosave({ save: saveDraft, wordsOf, onState: update });
  update();

  function update(): void {
    view = { id, title: draft.title, state: autosave.state(), adopted };
    for (const listener of listeners) listener();
  }

  const input = (): SaveInput => ({ id, title: draft.title, body: String(draft.body), version });

  async function saveDraft(): Promise<void> {
    const sent = input();
    const saved = await save(sent);
    if (saved.kind === 'stale') {
      id = saved.copy;
      version = 0;
    } else {
      version = saved.version;
    }
    onSaved(sent, { id, version });
  }

  function change(fields: Partial<Draft>): void {
    draft = { ...draft, ...fields };
    autosave.touch();
    update();
  }

  lastKey += 1;
  return {
    key: lastKey,
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
    draft: () => draft,
    setTitle: (title) => change({ title }),
    setBody: (body) => change({ body }),
    offer(current) {
      if (current.id !== id) return;
      if (autosave.state().kind !== 'saved') return;
      version = current.version;
      if (current.title === draft.title && current.body === String(draft.body)) return;
      draft = { title: current.title, body: current.body };
      adopted += 1;
      update();
    },
    flush: () => autosave.flush(),
    unsaved: () => (autosave.state().kind === 'saved' ? null : input()),
  };
}
