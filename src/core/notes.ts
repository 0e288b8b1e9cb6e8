import { DomainError } from './errors';
import type { Library } from './library';
import type { Note, NoteId, PaperId } from './model';
import { existing, quoted } from './papers';
import type { Clock, Ids } from './ports';
import type { ReadonlyTables } from './tables';
import { create, edit, remove } from './transaction';

/**
 * How a save went. `stale`: another window or an undo changed the note since `version`; what was
 * typed is kept as a note of its own beside it, so neither text is lost.
 */
export type Saved =
  | { kind: 'saved'; version: number }
  | { kind: 'stale'; copy: NoteId };

export interface NoteUseCases {
  get(id: NoteId): Note;
  /** Adds a note to a paper, or to the library itself. */
  create(input: { paperId: PaperId | null; title?: string | undefined; body?: string | undefined }): Promise<NoteId>;
  /** Saves a title or body that was edited from `version` of the note. */
  save(input: { id: NoteId; title?: string | undefined; body?: string | undefined; version: number }): Promise<Saved>;
  remove(id: NoteId): Promise<void>;
}

export function noteUseCases({ library, clock, ids }: { library: Library; clock: Clock; ids: Ids }): NoteUseCases {
  function newNote(fields: Pick<Note, 'paperId' | 'title' | 'body'>): Note {
    const at = clock.now();
    return { ...fields, id: ids.next() as NoteId, version: 0, createdAt: at, modifiedAt: at };
  }

  return {
    get: (id) => existingNote(library.tables, id),
    async create({ paperId, title = '', body = '' }) {
      const note = newNote({ paperId, title, body });
      await library.commit((tables) => ({ label: `Add a note to ${paperId === null ? 'the library' : quoted(existing(tables, paperId))}`, changes: [create('notes', note)] }));
      return note.id;
    },
    async save({ id, title, body, version }) {
      let saved: Saved = { kind: 'saved', version };
      await library.commit((tables) => {
        const note = existingNote(tables, id);
        const fields = { ...(title !== undefined && { title }), ...(body !== undefined && { body }) };
        const changes = edit('notes', note, fields);
        if (changes.length > 0 && note.version !== version) {
          const copy = newNote({ paperId: note.paperId, title: `${title ?? note.title} (from another window)`, body: body ?? note.body });
          saved = { kind: 'stale', copy: copy.id };
          return { label: `Keep both texts of ${quotedNote(note)}`, changes: [create('notes', copy)] };
        }
        const next = changes.length > 0 ? version + 1 : note.version;
        saved = { kind: 'saved', version: next };
        if (changes.length > 0) changes.push(...edit('notes', note, { version: next, modifiedAt: clock.now() }));
        return { label: `Edit ${quotedNote(note)}`, changes };
      });
      return saved;
    },
    async remove(id) {
      await library.commit((tables) => {
        const note = existingNote(tables, id);
        return { label: `Delete ${quotedNote(note)}`, changes: [remove('notes', note)] };
      });
    },
  };
}

function existingNote(tables: ReadonlyTables, id: NoteId): Note {
  const note = tables.notes.get(id);
  if (note === undefined) throw new DomainError('not-found', 'This note is not in the library any more. Undo may bring it back.');
  return note;
}

function quotedNote({ title }: Note): string {
  return title === '' ? 'a note' : `the note ${quoted({ title })}`;
}
