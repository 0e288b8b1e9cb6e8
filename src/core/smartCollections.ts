import type { Collection } from './model';
import { check, parse, refuseWrong } from './query';
import { renamedInQueries } from './renaming';
import type { ReadonlyTables } from './tables';
import { fold } from './text';
import type { Change } from './transaction';

/** Throws `invalid-input` where the query of a collection is wrong, or asks for the collection itself. */
export function refuseWrongQuery(collection: Collection, { collections }: Pick<ReadonlyTables, 'collections'>): void {
  const { id, query } = collection;
  if (query === undefined) return;
  const others = [...collections.values()].filter((other) => other.id !== id);
  refuseWrong(query, check(parse(query), { techniques: [], collections: [...others, collection] }, id));
}

/** The changes with which what names a collection goes on naming it under its new name. */
export function followedByQueries({ id, name }: Collection, after: string, tables: ReadonlyTables): Change[] {
  const meansAnother = [...tables.collections.values()].some((other) => other.id !== id && fold(other.name) === fold(name));
  return meansAnother ? [] : renamedInQueries({ field: 'collection', before: [name], after }, tables);
}
