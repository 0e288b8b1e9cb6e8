import { useMemo } from 'react';
import type { CollectionId } from '../../../core/model';
import type { Scope } from '../../../core/view';
import { collectionLines } from '../../app/collections';
import { useOverview } from '../../app/queries';

/** The smart collection that is looked at; null where it is anything else. */
export function useSmartCollection(scope: Scope): { id: CollectionId; name: string; query: string } | null {
  const { data: overview } = useOverview();
  return useMemo(() => {
    if (scope.kind !== 'collection') return null;
    const line = collectionLines(overview?.collections ?? []).find(({ id }) => id === scope.id);
    return line?.query === undefined ? null : { id: line.id, name: line.name, query: line.query };
  }, [scope, overview]);
}
