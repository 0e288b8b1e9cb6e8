import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import type { Citable } from '../../../core/citing';
import type { PaperId } from '../../../core/model';
import { useCiteChoice, type CopyForm } from '../../app/citeChoice';
import { copiedAs } from '../../app/citing';
import { keys } from '../../app/queries';
import { client } from '../../client';

/** So many are listed; who looks for more types another word. */
const LISTED = 60;
const none: readonly Citable[] = [];

/** The papers that words find, or without words those cited lately and the newest. Asked again after every change of the library. */
export function useFound(words: string) {
  const [sought] = useDebouncedValue(words.trim(), 50);
  const recent = useCiteChoice((choice) => choice.recent);
  const first = sought === '' ? recent : [];
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: [...keys.overview, 'to cite', sought, first],
    queryFn: () => client.citing.find.query({ words: sought, first, limit: LISTED }),
    placeholderData: keepPreviousData,
  });
  return { papers: data?.papers ?? none, total: data?.total ?? 0, error, isPending, isBehind: isPlaceholderData || sought !== words.trim(), refetch };
}

/** What would be copied of papers, to be looked at. */
export function useCopied(ids: readonly PaperId[], form: CopyForm, style: { style: string; locale?: string | undefined }) {
  const [settled] = useDebouncedValue(ids, 80);
  return useQuery({
    queryKey: [...keys.overview, 'cited', form, form === 'citation' || form === 'entry' ? style : null, settled],
    queryFn: () => copiedAs(settled, form, style),
    placeholderData: keepPreviousData,
    enabled: settled.length > 0,
  });
}
