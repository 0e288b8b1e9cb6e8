import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Subject } from '../../core/historyUseCases';
import { client } from '../client';
import { keys } from './queries';

/** How many versions a timeline shows at first. */
export const TIMELINE_PAGE = 60;

/** How many changes the list of the library's history shows at once. */
const PAGE = 50;

/** These lie under the overview's key, and so are asked again, where they are on view, after every change of the library. */
const historyKeys = {
  timeline: (subject: Subject, limit: number) => [...keys.overview, 'history', subject, limit] as const,
  deeds: [...keys.overview, 'history'] as const,
};

/** The last `limit` versions of a paper or note. While more are fetched the old ones stay. */
export const useTimeline = (subject: Subject, limit: number) =>
  useQuery({ queryKey: historyKeys.timeline(subject, limit), queryFn: () => client.history.of.query({ subject, limit }), placeholderData: (previous) => previous });

/** What was done to the library, a page at a time, newest first. */
export const useDeeds = () => useInfiniteQuery({
  queryKey: historyKeys.deeds,
  queryFn: ({ pageParam }) => client.history.recent.query({ limit: PAGE, ...(pageParam !== null && { before: pageParam }) }),
  initialPageParam: null as number | null,
  getNextPageParam: ({ deeds, more }) => (more ? (deeds.at(-1)?.seq ?? null) : null),
});
