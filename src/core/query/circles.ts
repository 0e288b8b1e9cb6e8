import type { Collection, CollectionId } from '../model';
import { named } from './naming';
import { parse } from './parser';
import { conditionsOf } from './tree';

export type Asking = Pick<Collection, 'id' | 'name'> & { query?: string | undefined };

/** The collections that a query asks for. */
export function askedFor<T extends Asking>(query: string, collections: readonly T[]): T[] {
  return [...conditionsOf(parse(query).query)].flatMap(({ condition }) =>
    (condition.kind === 'name' && condition.field === 'collection' ? named(condition.naming, collections) : []));
}

/**
 * The way on which a smart collection asks for itself: those that ask for one another, from the one that it asks for
 * to itself; null where there is none.
 */
export function circleThrough<T extends Asking>(start: T, collections: readonly T[]): T[] | null {
  const seen = new Set<CollectionId>();
  const search = (at: T): T[] | null => {
    for (const next of at.query === undefined ? [] : askedFor(at.query, collections)) {
      if (next.id === start.id) return [next];
      if (seen.has(next.id)) continue;
      seen.add(next.id);
      const way = search(next);
      if (way !== null) return [next, ...way];
    }
    return null;
  };
  return search(start);
}
