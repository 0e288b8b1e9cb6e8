import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { PaperRow } from '../../../core/papers';
import { client } from '../../client';

/** How many papers are offered. */
const OFFERED = 8;
/** How long the keys must rest before papers are looked for, in milliseconds. */
const REST_MS = 80;

const none: readonly PaperRow[] = [];

/** Papers with what was typed in their title, authors or citation key; those of before stay until the next have come. */
export function useFoundPapers(typed: string): readonly PaperRow[] {
  const [text] = useDebouncedValue(typed.trim(), REST_MS);
  const { data } = useQuery({
    queryKey: ['view', 'palette', text],
    queryFn: async ({ signal }) => client.papers.rows.query(await client.queries.find.query({ text, limit: OFFERED }, { signal }), { signal }),
    enabled: text.length > 1,
    placeholderData: (previous) => previous,
    gcTime: 60_000,
  });
  return text.length > 1 && typed.trim() !== '' && data !== undefined ? data : none;
}
