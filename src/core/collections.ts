import { DomainError } from './errors';
import type { Library } from './library';
import type { Collection, CollectionId, PaperId } from './model';
import type { Ids } from './ports';
import { quoted } from './papers';
import type { ReadonlyTables } from './tables';
import { counted } from './text';
import { create, edit, remove } from './transaction';

export interface CollectionUseCases {
  create(input: { name: string; parentId: CollectionId | null }): Promise<CollectionId>;
  rename(input: { id: CollectionId; name: string }): Promise<void>;
  /** Puts a collection under `parentId` (null: the top), before the sibling `before`, or last when that is null. */
  move(input: { id: CollectionId; parentId: CollectionId | null; before: CollectionId | null }): Promise<void>;
  /** Deletes a collection with those inside it; the papers stay in the library. */
  remove(id: CollectionId): Promise<void>;
  addPapers(input: { id: CollectionId; paperIds: PaperId[] }): Promise<void>;
  removePapers(input: { id: CollectionId; paperIds: PaperId[] }): Promise<void>;
}

export function collectionUseCases({ library, ids }: { library: Library; ids: Ids }): CollectionUseCases {
  return {
    async create({ name, parentId }) {
      const id = ids.next() as CollectionId;
      await library.commit((tables) => {
        if (parentId !== null) existing(tables, parentId);
        const collection: Collection = { id, name, parentId, order: orderBefore(siblings(tables, parentId), null) };
        return { label: `Create the collection ${called(collection)}`, changes: [create('collections', collection)] };
      });
      return id;
    },
    async rename({ id, name }) {
      await library.commit((tables) => {
        const collection = existing(tables, id);
        return { label: `Rename the collection ${called(collection)}`, changes: edit('collections', collection, { name }) };
      });
    },
    async move({ id, parentId, before }) {
      await library.commit((tables) => {
        const collection = existing(tables, id);
        if (parentId !== null && within(tables, existing(tables, parentId), id)) {
          throw new DomainError('invalid-input', `${called(collection)} cannot be put inside itself.`);
        }
        const order = orderBefore(siblings(tables, parentId).filter((other) => other.id !== id), before);
        return { label: `Move the collection ${called(collection)}`, changes: edit('collections', collection, { parentId, order }) };
      });
    },
    async remove(id) {
      await library.commit((tables) => {
        const collection = existing(tables, id);
        const doomed = [...tables.collections.values()].filter((other) => within(tables, other, id));
        const gone = new Set(doomed.map((other) => other.id));
        const members = [...tables.papers.values()].filter(({ collections }) => collections.some((other) => gone.has(other)));
        return {
          label: `Delete the collection ${called(collection)}`,
          changes: [
            ...members.flatMap((paper) => edit('papers', paper, { collections: paper.collections.filter((other) => !gone.has(other)) })),
            ...doomed.map((other) => remove('collections', other)),
          ],
        };
      });
    },
    async addPapers({ id, paperIds }) {
      await library.commit((tables) => ({
        label: `Add ${counted(paperIds.length, 'paper')} to ${called(existing(tables, id))}`,
        changes: membership(tables, paperIds, (collections) => (collections.includes(id) ? collections : [...collections, id])),
      }));
    },
    async removePapers({ id, paperIds }) {
      await library.commit((tables) => ({
        label: `Take ${counted(paperIds.length, 'paper')} out of ${called(existing(tables, id))}`,
        changes: membership(tables, paperIds, (collections) => collections.filter((other) => other !== id)),
      }));
    },
  };
}

/** The children of a collection (null: the collections at the top), in their order. */
export function siblings(tables: ReadonlyTables, parentId: CollectionId | null): Collection[] {
  return [...tables.collections.values()].filter((other) => other.parentId === parentId).toSorted((a, b) => a.order - b.order);
}

function existing(tables: ReadonlyTables, id: CollectionId): Collection {
  const collection = tables.collections.get(id);
  if (collection === undefined) throw new DomainError('not-found', 'This collection is not in the library any more. Undo may bring it back.');
  return collection;
}

function called({ name }: Collection): string {
  return quoted({ title: name });
}

/** Whether a collection is `id` itself or lies somewhere inside it. */
function within(tables: ReadonlyTables, collection: Collection, id: CollectionId): boolean {
  for (let at: Collection | undefined = collection; at !== undefined; at = at.parentId === null ? undefined : tables.collections.get(at.parentId)) {
    if (at.id === id) return true;
  }
  return false;
}

/** An order between the sibling `before` and the one ahead of it; after all of them when `before` is null or none of them. */
export function orderBefore<Id extends string>(ordered: readonly { id: Id; order: number }[], before: Id | null): number {
  const index = ordered.findIndex(({ id }) => id === before);
  const next = ordered[index === -1 ? ordered.length : index]?.order;
  const previous = ordered[(index === -1 ? ordered.length : index) - 1]?.order;
  if (next === undefined) return (previous ?? 0) + 1;
  return previous === undefined ? next - 1 : (previous + next) / 2;
}

function membership(tables: ReadonlyTables, paperIds: PaperId[], to: (collections: CollectionId[]) => CollectionId[]) {
  return paperIds.flatMap((paperId) => {
    const paper = tables.papers.get(paperId);
    return paper === undefined ? [] : edit('papers', paper, { collections: to(paper.collections) });
  });
}
