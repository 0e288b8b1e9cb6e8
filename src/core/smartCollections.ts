import type { Collection } from './model';
import { check, mapConditions, parse, print, refuseWrong, type Condition } from './query';
import type { ReadonlyTables } from './tables';
import { fold } from './text';
import { edit, type Change } from './transaction';

/** Throws `invalid-input` where the query of a collection is wrong, or asks for the collection itself. */
export function refuseWrongQuery(collection: Collection, { collections }: Pick<ReadonlyTables, 'collections'>): void {
  const { id, query } = collection;
  if (query === undefined) return;
  const others = [...collections.values()].filter((other) => other.id !== id);
  refuseWrong(query, check(parse(query), { techniques: [], collections: [...others, collection] }, id));
}

/** The changes with which the queries that name a collection go on naming it under its new name. */
export function renamedInQueries({ id, name: before }: Collection, after: string, { collections }: Pick<ReadonlyTables, 'collections'>): Change[] {
  const all = [...collections.values()];
  if (all.some((other) => other.id !== id && fold(other.name) === fold(before))) return []; // they may mean the other one
  const renamed = (condition: Condition): Condition =>
    (condition.kind === 'name' && condition.field === 'collection' && condition.naming.match === 'name' && fold(condition.naming.text.trim()) === fold(before)
      ? { kind: 'name', field: 'collection', naming: { match: 'name', text: after } }
      : condition);
  return all.flatMap((collection) => {
    if (collection.query === undefined) return [];
    const { query } = parse(collection.query);
    const now = print(mapConditions(query, renamed) ?? query);
    return now === print(query) ? [] : edit('collections', collection, { query: now });
  });
}
