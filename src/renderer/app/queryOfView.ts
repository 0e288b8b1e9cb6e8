import type { CollectionNode } from '../../core/overview';
import { all, parse, print, type Condition, type Query } from '../../core/query';
import type { Scope, View } from '../../core/view';
import { collectionLines } from './collections';

/** The query that finds among all papers what a view shows. */
export function queryOfView({ scope, filter }: Pick<View, 'scope' | 'filter'>, collections: readonly CollectionNode[]): string {
  const condition = conditionOf(scope, collections);
  if (condition === null) return filter.trim();
  const { query } = parse(filter);
  return print(all([condition, ...(isEverything(query) ? [] : [query])]));
}

function isEverything(query: Query): boolean {
  return query.kind === 'all' && query.parts.length === 0;
}

function conditionOf(scope: Scope, collections: readonly CollectionNode[]): Condition | null {
  const named = (field: 'technique' | 'tag' | 'collection', text: string): Condition => ({ kind: 'name', field, naming: { match: 'name', text } });
  switch (scope.kind) {
    case 'all': return null;
    case 'trash': return { kind: 'choice', field: 'is', value: 'trashed' };
    case 'status': return { kind: 'choice', field: 'status', value: scope.status };
    case 'technique': return named('technique', scope.id);
    case 'tag': return named('tag', scope.tag);
    case 'collection': {
      const lines = collectionLines(collections);
      const line = lines.find(({ id }) => id === scope.id);
      const isOnly = lines.filter(({ name }) => name === line?.name).length === 1;
      return named('collection', line !== undefined && isOnly ? line.name : scope.id);
    }
  }
}
