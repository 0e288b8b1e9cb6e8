import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings, type CollectionId, type Note, type NoteId, type PaperId, type Settings } from './model';
import { emptyTables } from './tables';
import { apply, Change, create, edit, inverse, remove, touchedPapers, unset } from './transaction';

const at = '2025-01-01T00:00:00.000Z';
const note = (body: string, title = ''): Note => ({ id: 'note-1' as NoteId, paperId: 'paper-1' as PaperId, title, body, version: 0, createdAt: at, modifiedAt: at });

describe('a transaction', () => {
  it('turns any text into any other, and back', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 400 }), (from, to) => {
      const tables = emptyTables();
      tables.notes.set('note-1' as NoteId, note(from));
      const changes = edit('notes', note(from), { body: to });
      apply(tables, changes);
      expect(tables.notes.get('note-1' as NoteId)).toEqual(note(to));
      apply(tables, changes.toReversed().map(inverse));
      expect(tables.notes.get('note-1' as NoteId)).toEqual(note(from));
    }));
  });

  it('of a small edit to a long text is small', () => {
    const long = 'word '.repeat(20_000);
    const changes = edit('notes', note(long), { body: `${long.slice(0, 50_000)}new ${long.slice(50_000)}` });
    expect(JSON.stringify(changes).length).toBeLessThan(200);
  });

  it('makes no change of what is so already', () => {
    expect(edit('notes', note('text', 'Title'), { body: 'text', title: 'Title' })).toEqual([]);
  });

  it('adds a field that the record did not have and takes it away again', () => {
    const tables = emptyTables();
    const plain: Settings = { ...defaultSettings };
    const chosen: Settings = { ...plain, keySuffix: 'numbers' };
    tables.settings.set(plain.id, plain);
    const changes = edit('settings', plain, { keySuffix: 'numbers' });
    apply(tables, changes);
    expect(tables.settings.get(plain.id)).toStrictEqual(chosen);
    const back = JSON.parse(JSON.stringify(changes.map(inverse))) as unknown[];
    apply(tables, back.map((change) => Change.parse(change)));
    expect(tables.settings.get(plain.id)).toStrictEqual(plain);
    expect(unset('settings', plain, 'keySuffix')).toEqual([]);
    apply(tables, changes);
    apply(tables, unset('settings', chosen, 'keySuffix'));
    expect(tables.settings.get(plain.id)).toStrictEqual(plain);
  });

  it('is made as a whole or not at all', () => {
    const tables = emptyTables();
    const kept = note('kept');
    tables.notes.set(kept.id, kept);
    const bad = [...edit('notes', kept, { title: 'New' }), remove('collections', { id: 'gone' as CollectionId, name: 'Gone', parentId: null, order: 1 })];
    expect(() => apply(tables, bad)).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(tables.notes.get(kept.id)).toEqual(kept);
  });

  it('does not fit a text that reads differently', () => {
    const tables = emptyTables();
    const long = 'abc'.repeat(100);
    tables.notes.set('note-1' as NoteId, note(`z${long}`));
    expect(() => apply(tables, edit('notes', note(long), { body: `${long.slice(0, 150)}z${long.slice(151)}` }))).toThrow(expect.objectContaining({ code: 'conflict' }));
  });

  it('keeps a field called __proto__ from reaching the prototype', () => {
    const tables = emptyTables();
    tables.notes.set('note-1' as NoteId, note('text'));
    apply(tables, [{ op: 'set', table: 'notes', id: 'note-1', field: '__proto__', from: undefined, to: { polluted: true } }]);
    expect((tables.notes.get('note-1' as NoteId) as unknown as { polluted?: boolean }).polluted).toBeUndefined();
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('touches the paper of a note that is edited, made or deleted', () => {
    const tables = emptyTables();
    tables.notes.set('note-1' as NoteId, note('text'));
    for (const changes of [edit('notes', note('text'), { body: 'other' }), [create('notes', note('text'))], [remove('notes', note('text'))]]) {
      expect([...touchedPapers(changes, tables)]).toEqual(['paper-1']);
    }
  });
});
