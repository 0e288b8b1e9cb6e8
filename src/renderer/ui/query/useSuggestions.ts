import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Completing } from '../../../core/query';
import { useOverview } from '../../app/queries';
import { client } from '../../client';
import { countedNames, suggestionsFor, type Suggestion } from './suggestions';

/** How many values are asked for of a field that only the papers tell. */
const ASKED = 20;
/** How long the keys must rest before the papers are asked, in milliseconds. */
const REST_MS = 120;

const none: readonly Suggestion[] = [];

/** What can be put at the place that is being typed at; authors and venues come a moment later. */
export function useSuggestions(completing: Completing | null): readonly Suggestion[] {
  const { data: overview } = useOverview();
  const [year] = useState(() => new Date().getFullYear());
  const local = useMemo(() => (completing === null || overview === undefined ? none : suggestionsFor(completing, overview, year)), [completing, overview, year]);
  const field = completing?.kind === 'value' && (completing.field === 'author' || completing.field === 'venue') ? completing.field : null;
  const typed = completing?.typed.trim() ?? '';
  const [asked] = useDebouncedValue(typed, REST_MS);
  const { data: names } = useQuery({
    queryKey: ['values', field, asked],
    queryFn: ({ signal }) => client.queries.values.query({ field: field ?? 'author', text: asked, limit: ASKED }, { signal }),
    enabled: field !== null && asked !== '',
    gcTime: 60_000,
  });
  return useMemo(() => (field === null || names === undefined || asked !== typed ? local : countedNames(names)), [field, names, asked, typed, local]);
}
