import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KEPT_STEPS } from '../../src/core/history';
import type { Library } from '../../src/core/library';
import type { Collection, Note } from '../../src/core/model';
import type { ReadonlyTables } from '../../src/core/tables';
import { create, edit, remove, type Change } from '../../src/core/transaction';
import { contentOf, libraryOn } from '../faults/scenario';
import { numbers, prose } from '../support/generated';
import { folderInMemory } from './damage';
import { long, report } from './report';

const CHANGES = long ? 10_000 : 1_000;
const SEGMENT_BYTES = 256 << 10;
const seed = Number(process.env['LECTERN_SEED'] ?? Date.now() % 1_000_000);

/** The same history, kept the simple way: a whole copy of the library for each step. */
class Model {
  readonly undo: Record<string, unknown>[] = [];
  readonly redo: Record<string, unknown>[] = [];
  content: Record<string, unknown> = {};

  changed(content: Record<string, unknown>): void {
    this.undo.push(this.content);
    if (this.undo.length > KEPT_STEPS) this.undo.shift();
    this.redo.length = 0;
    this.content = content;
  }

  step(from: Record<string, unknown>[], to: Record<string, unknown>[]): boolean {
    const content = from.pop();
    if (content === undefined) return false;
    to.push(this.content);
    this.content = content;
    return true;
  }
}

describe('history', () => {
  it(`is that of a model that keeps whole copies, whatever is changed, undone, redone and reopened (seed ${seed})`, async () => {
    await using folder = await folderInMemory();
    const path = join(folder.path, 'library');
    const random = numbers(seed);
    const model = new Model();
    const problems: string[] = [];
    let library = await libraryOn(path, SEGMENT_BYTES);
    for (let n = 0; n < CHANGES && problems.length === 0; n += 1) {
      const dice = random();
      if (dice < 0.005) library = await reopened(library, path);
      else if (dice < 0.3) problems.push(...(await stepBack(library, model)));
      else if (dice < 0.5) problems.push(...(await stepForth(library, model)));
      else {
        const made = await library.commit((tables) => ({ label: `Change ${n}`, changes: someChanges(tables, random, n) }));
        if (made !== null) model.changed(contentOf(library.tables));
      }
      problems.push(...differences(library, model).map((problem) => `${problem} after change ${n}`));
    }
    await library.close();
    report({ what: 'random changes, undo, redo, restart against a model', count: CHANGES, failures: problems.length, seed });
    expect(problems).toEqual([]);
  }, long ? 1_800_000 : 60_000);
});

async function reopened(library: Library, path: string): Promise<Library> {
  await library.close();
  return libraryOn(path, SEGMENT_BYTES);
}

async function stepBack(library: Library, model: Model): Promise<string[]> {
  const { kind } = await library.undo();
  return model.step(model.undo, model.redo) === (kind === 'done') ? [] : ['the model and the library disagree on whether there was something to undo'];
}

async function stepForth(library: Library, model: Model): Promise<string[]> {
  const { kind } = await library.redo();
  return model.step(model.redo, model.undo) === (kind === 'done') ? [] : ['the model and the library disagree on whether there was something to redo'];
}

function differences(library: Library, model: Model): string[] {
  return [
    ...(isDeepStrictEqual(contentOf(library.tables), model.content) ? [] : ['the records differ']),
    ...(library.history.undo.length === model.undo.length ? [] : [`there are ${library.history.undo.length} steps to undo instead of ${model.undo.length}`]),
    ...(library.history.redo.length === model.redo.length ? [] : [`there are ${library.history.redo.length} steps to redo instead of ${model.redo.length}`]),
  ];
}

const at = '2025-01-01T00:00:00.000Z';

/** One to three changes to records of their own: collections and notes made, edited in places, deleted. */
function someChanges(tables: ReadonlyTables, random: () => number, n: number): Change[] {
  const notes = [...tables.notes.values()];
  const collections = [...tables.collections.values()];
  const changes: Change[] = [];
  const pick = <T>(records: T[]): T | undefined => records.splice(Math.floor(random() * records.length), 1)[0];
  for (let count = 1 + Math.floor(random() * 3); count > 0; count -= 1) {
    const dice = random();
    const note = dice < 0.5 ? pick(notes) : undefined;
    const collection = dice >= 0.5 && dice < 0.7 ? pick(collections) : undefined;
    if (note !== undefined) changes.push(...(dice < 0.1 ? [remove('notes', note)] : edit('notes', note, { body: edited(note.body, random), version: note.version + 1 })));
    else if (collection !== undefined) changes.push(...(dice < 0.6 ? [remove('collections', collection)] : edit('collections', collection, { name: prose(random, 12), order: random() })));
    else if (tables.notes.size < 40 && dice < 0.85) changes.push(create('notes', { id: `note-${n}-${count}` as Note['id'], paperId: 'paper-1' as Note['paperId'], title: '', body: prose(random, 300), version: 0, createdAt: at, modifiedAt: at }));
    else if (tables.collections.size < 40) changes.push(create('collections', { id: `collection-${n}-${count}` as Collection['id'], name: prose(random, 10), parentId: null, order: n }));
  }
  return changes;
}

/** A text with a piece replaced somewhere, also in the middle of a pair of surrogates. */
function edited(body: string, random: () => number): string {
  const start = Math.floor(random() * body.length);
  return `${body.slice(0, start)}${random() < 0.3 ? '😀' : prose(random, 20)}${body.slice(start + Math.floor(random() * 20))}`;
}
