import { useMemo } from 'react';
import type { CollectionId } from '../../core/model';
import { check, parse, type Finding, type KnownNames } from '../../core/query';
import { collectionLines } from './collections';
import { useOverview, useTaxonomy } from './queries';

/** The names that a query may use, as far as they are known by now. */
export function useKnownNames(): KnownNames | undefined {
  const { data: overview } = useOverview();
  const { data: taxonomy } = useTaxonomy();
  return useMemo(() => overview && taxonomy && {
    techniques: taxonomy.techniques,
    collections: collectionLines(overview.collections),
    tags: overview.tags.map(({ tag }) => tag),
  }, [overview, taxonomy]);
}

/** What is to be said about a query; `own` is the smart collection that it is of. */
export function useFindings(query: string, own?: CollectionId): readonly Finding[] {
  const known = useKnownNames();
  return useMemo(() => {
    const parsed = parse(query);
    return known === undefined ? parsed.findings : check(parsed, known, own);
  }, [query, known, own]);
}
