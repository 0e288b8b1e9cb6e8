import { DomainError } from './errors';
import type { Library } from './library';
import type { Collection, CollectionId, PaperId } from './model';
import type { Ids } from './ports';
import { quoted } from './papers';
import { refuseWrongQuery, followedByQueries } from './smartCollections';
import type { ReadonlyTables } from './tables';
import { counted } from './text';
import { create, edit, remove } from './transaction';

export interface CollectionUseCases {
  /** With a query, a smart collection: it holds what the query finds. Throws `invalid-input` for a query that is wrong, or asks for the collection itself. */
  create(input: { name: string; parentId: CollectionId | null; query?: string | undefined }): Promise<CollectionId>;
  /** Gives it another name, also in the queries that name it. */
  rename(input: { id: CollectionId; name: string }): Promise<void>;
  /** Gives a smart collection another query. */
  requery(input: { id: CollectionId; query: string }): Promise<void>;
  /** Puts a collection under `parentId` (null: the top), before the sibling `before`, or last when that is null. */
  move(input: { id: CollectionId; parentId: CollectionId | null; before: CollectionId | null }): Promise<void>;
  /** Deletes a collection with those inside it; the papers stay in the library. */
  remove(id: CollectionId): Promise<void>;
  addPapers(input: { id: CollectionId; paperIds: PaperId[] }): Promise<void>;
  removePapers(input: { id: CollectionId; paperIds: PaperId[] }): Promise<void>;
}

export function collectionUseCases({ library, ids }: { library: Library; ids: Ids }): CollectionUseCases {
  return {
    async create({ name, parentId, query }) {
      const id = ids.next() as CollectionId;
      await library.commit((tables) => {
        if (parentId !== null) existing(tables, parentId);
        const collection: Collection = { id, name, parentId, order: orderBefore(siblings(tables, parentId), null), ...(query !== undefined && { query }) };
        refuseWrongQuery(collection, tables);
        return { label: `Create the ${kindOf(collection)} ${called(collection)}`, changes: [create('collections', collection)] };
      });
      return id;
    },
    async rename({ id, name }) {
      await library.commit((tables) => {
        const collection = existing(tables, id);
        return { label: `Rename the ${kindOf(collection)} ${called(collection)}`, changes: [...edit('collections', collection, { name }), ...followedByQueries(collection, name, tables)] };
      });
    },
    async requery({ id, query }) {
      await library.commit((tables) => {
        const collection = existing(tables, id);
        if (collection.query === undefined) throw new DomainError('invalid-input', `${called(collection)} is no smart collection: papers are put into it.`);
        refuseWrongQuery({ ...collection, query }, tables);
        return { label: `Change what ${called(collection)} finds`, changes: edit('collections', collection, { query }) };
      });
    },
    async move({ id, parentId, before }) {
      await library.commit((tables) => {
        const collection = existing(tables, id);
        if (parentId !== null && within(tables, existing(tables, parentId), id)) {
          throw new DomainError('invalid-input', `${called(collection)} cannot be put inside itself.`);
        }
        const order = orderBefore(siblings(tables, parentId).filter((other) => other.id !== id), before);
        return { label: `Move the ${kindOf(collection)} ${called(collection)}`, changes: edit('collections', collection, { parentId, order }) };
      });
    },
    async remove(id) {
      await library.commit((tables) => {
        const collection = existing(tables, id);
        const doomed = [...tables.collections.values()].filter((other) => within(tables, other, id));
        const gone = new Set(doomed.map((other) => other.id));
        const members = [...tables.papers.values()].filter(({ collections }) => collections.some((other) => gone.has(other)));
        return {
          label: `Delete the ${kindOf(collection)} ${called(collection)}`,
          changes: [
            ...members.flatMap((paper) => edit('papers', paper, { collections: paper.collections.filter((other) => !gone.has(other)) })),
            ...doomed.map((other) => remove('collections', other)),
          ],
        };
      });
    },
    async addPapers({ id, paperIds }) {
      await library.commit((tables) => ({
        label: `Add ${counted(paperIds.length, 'paper')} to ${called(ordinary(tables, id))}`,
        changes: membership(tables, paperIds, (collections) => (collections.includes(id) ? collections : [...collections, id])),
      }));
    },
    async removePapers({ id, paperIds }) {
      await library.commit((tables) => ({
        label: `Take ${counted(paperIds.length, 'paper')} out of ${called(ordinary(tables, id))}`,
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

/** A collection that papers are put into and taken out of. */
function ordinary(tables: ReadonlyTables, id: CollectionId): Collection {
  const collection = existing(tables, id);
  if (collection.query !== undefined) throw new DomainError('invalid-input', `${called(collection)} is a smart collection: it holds what its query finds. Change the query instead.`);
  return collection;
}

function kindOf({ query }: Collection): string {
  return query === undefined ? 'collection' : 'smart collection';
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
