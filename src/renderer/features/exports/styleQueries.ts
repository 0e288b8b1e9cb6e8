import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { StyleEntry } from '../../../core/styles/catalogue';
import { useStylePreferences } from '../../app/stylePreferences';
import { queryClient } from '../../app/queries';
import { client } from '../../client';

/** So many are listed; who looks for more types another word. */
const LISTED = 60;

const ALL = 'styles';

/** What is known of a style; undefined until that is, and for one that is not there. */
export function useStyle(id: string): StyleEntry | undefined {
  return useQuery({ queryKey: [ALL, 'named', id], queryFn: () => client.styles.named.query([id]) }).data?.[0];
}

export function useLanguages(): readonly string[] {
  return useQuery({ queryKey: ['style languages'], queryFn: () => client.styles.languages.query() }).data ?? [];
}

/** The styles that words find, favourites and those used lately first. `onFound` hears when they are others. */
export function useFoundStyles(words: string, onFound: () => void): { entries: readonly StyleEntry[]; total: number; waiting: boolean } {
  const { favourites, recent } = useStylePreferences();
  const first = [...new Set([...favourites, ...recent])];
  const { data, isPending } = useQuery({
    queryKey: [ALL, 'search', words, first],
    queryFn: () => client.styles.search.query({ words, first, limit: LISTED }),
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    if (data !== undefined && words !== '') onFound();
  // Only new answers are told of, not new listeners.
  // oxlint-disable-next-line react/exhaustive-deps
  }, [data]);
  return { entries: data?.entries ?? [], total: data?.total ?? 0, waiting: isPending };
}

export function useExample(style: string) {
  return useQuery({ queryKey: [ALL, 'example', style], queryFn: () => client.styles.example.query({ style }), placeholderData: keepPreviousData });
}

/** A style was added, removed or replaced: what was said of styles, and printed in them, is asked for anew. */
export async function refreshStyles(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: [ALL] }), queryClient.invalidateQueries({ queryKey: ['print'] })]);
}
