import { DomainError } from '../../src/core/errors';
import { openLibrary, type Library } from '../../src/core/library';
import type { Collection } from '../../src/core/model';
import type { Clock } from '../../src/core/ports';
import type { ReadonlyTables } from '../../src/core/tables';
import { create, edit, remove, type Change } from '../../src/core/transaction';
import { systemClock } from '../../src/node/clock';
import { compactFiles } from '../../src/node/store/compact';
import { LibraryFolder } from '../../src/node/store/libraryFolder';
import { lowdbStore } from '../../src/node/store/lowdbStore';

/** Small, so that a few changes fill a segment and renew the snapshot. */
const SEGMENT_BYTES = 700;

/** The library of a folder, once it is read. */
export async function libraryOn(folder: string, segmentBytes = SEGMENT_BYTES, clock: Clock = systemClock): Promise<Library> {
  const store = lowdbStore(folder, { compact: compactFiles, clock, segmentBytes });
  const library = openLibrary(store, clock, store.open());
  await library.ready;
  return library;
}

/** Every record by its address: what a library holds, whatever its order. */
export function contentOf(tables: ReadonlyTables): Record<string, unknown> {
  return Object.fromEntries(Object.entries(tables).flatMap(([table, records]) => [...records].map(([id, record]) => [`${table}/${id}`, record])));
}

/** What is on the disk, read anew, and in which condition. */
export async function onDisk(folder: string): Promise<{ content: Record<string, unknown>; condition: string }> {
  const contents = await new LibraryFolder(folder).read();
  return contents === null ? { content: {}, condition: 'absent' } : { content: contentOf(contents.tables), condition: contents.condition.kind };
}

const collection = (n: number): Collection => ({ id: `collection-${n}` as Collection['id'], name: `Number ${n}`, parentId: null, order: n });

/** Changes that make, edit, delete, undo and redo, more than fill two segments. */
export const steps: ((library: Library) => Promise<unknown>)[] = [
  ...[1, 2, 3].map((n) => (library: Library) => commit(library, () => [create('collections', collection(n))])),
  (library) => commit(library, ({ collections }) => edit('collections', present(collections, 2), { name: 'Renamed' })),
  (library) => library.undo(),
  (library) => commit(library, ({ collections }) => [remove('collections', present(collections, 1))]),
  (library) => library.undo(),
  (library) => library.redo(),
  ...[4, 5, 6].map((n) => (library: Library) => commit(library, () => [create('collections', collection(n)), create('collections', collection(n * 100))])),
];

function commit(library: Library, changes: (tables: ReadonlyTables) => Change[]): Promise<unknown> {
  return library.commit((tables) => ({ label: 'A change', changes: changes(tables) }));
}

function present(collections: ReadonlyTables['collections'], n: number): Collection {
  const found = collections.get(collection(n).id);
  if (found === undefined) throw new Error(`Collection ${n} is not there.`);
  return found;
}

export type Tried<T> = { kind: 'done'; value: T } | { kind: 'refused'; message: string };

/** Does something or hears why the disk refused it; an error without words for a person is a defect. */
export async function refusal<T>(work: () => Promise<T>): Promise<Tried<T>> {
  try {
    return { kind: 'done', value: await work() };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'disk' && error.message.length > 40) return { kind: 'refused', message: error.message };
    throw error;
  }
}
