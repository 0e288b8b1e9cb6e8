import { notifications } from '@mantine/notifications';
import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import type { PaperId } from '../../core/model';
import type { View } from '../../core/view';
import { client } from '../client';
import { matchCache } from './matches';
import { roster } from './roster';
import { rowCache } from './rows';
import { useProgress, useReading } from './progress';

/**
 * What the window has asked the host. Answers stay good until the host tells of a change, so nothing
 * is asked again by time or focus.
 */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always' }, mutations: { networkMode: 'always' } },
});

export const keys = {
  overview: ['overview'] as const,
  view: (view: View) => ['view', view] as const,
  paper: (id: PaperId) => ['paper', id] as const,
  taxonomy: ['taxonomy'] as const,
  /** What is told of techniques, which any change of a paper may change. */
  techniques: ['techniques'] as const,
  smartCounts: ['smartCounts'] as const,
  related: (id: PaperId) => ['related', id] as const,
  indexState: ['indexState'] as const,
  host: ['host'] as const,
  bindings: ['bindings'] as const,
  settings: ['settings'] as const,
};

export const useOverview = () => useQuery({ queryKey: keys.overview, queryFn: () => client.library.overview.query() });
export const usePaper = (id: PaperId) => useQuery({ queryKey: keys.paper(id), queryFn: () => client.papers.get.query(id) });
export const useTaxonomy = () => useQuery({ queryKey: keys.taxonomy, queryFn: () => client.techniques.taxonomy.query() });
/** How many papers each smart collection has; asked where there are any. */
export const useSmartCounts = (enabled: boolean) => useQuery({ queryKey: keys.smartCounts, queryFn: ({ signal }) => client.queries.smartCounts.query(undefined, { signal }), enabled });
/** The files that are kept up to date, and how each stands. */
export const useBindings = () => useQuery({ queryKey: keys.bindings, queryFn: () => client.bindings.list.query() });
/** What is set for this library. */
export const useSettings = () => useQuery({ queryKey: keys.settings, queryFn: () => client.library.settings.query() });
export const useHost = () => useQuery({ queryKey: keys.host, queryFn: () => client.host.info.query() });

/** So many related papers are shown. */
const RELATED = 6;

/** So many papers come with their lines in the answer that tells which ones there are, and with what was found in them: a screen full. */
const FIRST = { rows: 50, matches: 20 };

async function listed(view: View, signal: AbortSignal): Promise<readonly PaperId[]> {
  const listing = await client.listings.list.query({ view, first: FIRST }, { signal });
  rowCache.offer(listing.rows); // before the host can tell of a change of them
  matchCache.offer(view.filter, listing.matches);
  return roster.idsOf(listing);
}

/** The ids of a view, in order. While a new view is fetched the old ids stay, so that the table does not flicker. They are not compared one by one with those before: there may be 100,000. */
export const useView = (view: View) => useQuery({ ...queryOf(view), placeholderData: (previous) => previous, structuralSharing: false });

const queryOf = (view: View) => queryOptions({ queryKey: keys.view(view), queryFn: ({ signal }) => listed(view, signal) });

/** Asks for a view that will be on view as soon as the window has drawn what was typed, and no longer for one that will not. */
export function askAhead(view: View): void {
  void queryClient.cancelQueries({ queryKey: ['view'], type: 'inactive' });
  queryClient.query(queryOf(view)).catch(() => undefined); // the list tells what went wrong
}

/** How far the search index is. */
export const useIndexState = () => useQuery({ queryKey: keys.indexState, queryFn: () => client.queries.indexState.query() });
/** The papers that share most with one, with what they share. */
export const useRelated = (id: PaperId, enabled: boolean) => useQuery({ queryKey: keys.related(id), queryFn: ({ signal }) => client.queries.related.query({ papers: [id], limit: RELATED }, { signal }), enabled });

/** A list that is on its way may be older than what the host tells now. One that is new to the window would be taken for good. */
function forgetOlder(): void {
  void queryClient.cancelQueries({ queryKey: ['view'] });
}

function refreshAll(): void {
  rowCache.refreshAll();
  matchCache.refreshAll();
  forgetOlder();
  void queryClient.invalidateQueries();
}

/** Follows the host: what has changed is asked for again. */
export function followHost(): void {
  client.library.events.subscribe(undefined, {
    onData(event) {
      if (event.kind === 'progress') {
        const { job, done, total } = event.progress;
        if (job === undefined) useProgress.getState().show(event.progress);
        else useReading.setState({ job, part: done / total });
        return;
      }
      if (event.kind === 'refreshed') {
        refreshAll();
        return;
      }
      if (event.kind === 'notice') {
        notifications.show({ color: 'red', title: 'Something did not work', message: event.text, autoClose: false });
        return;
      }
      if (event.kind === 'taxonomy') {
        void queryClient.invalidateQueries({ queryKey: keys.taxonomy });
        return;
      }
      if (event.kind === 'bindings') {
        void queryClient.invalidateQueries({ queryKey: keys.bindings });
        return;
      }
      if (event.kind === 'search') { // `refreshed` follows when there may be more to be found
        queryClient.setQueryData(keys.indexState, event.state);
        return;
      }
      rowCache.refresh(event.papers);
      matchCache.refresh(event.papers);
      forgetOlder();
      void queryClient.invalidateQueries({ queryKey: ['related'] });
      void queryClient.invalidateQueries({ queryKey: keys.bindings });
      void queryClient.invalidateQueries({ queryKey: keys.overview });
      void queryClient.invalidateQueries({ queryKey: keys.smartCounts });
      void queryClient.invalidateQueries({ queryKey: ['view'] });
      void queryClient.invalidateQueries({ queryKey: keys.techniques });
      void queryClient.invalidateQueries({ queryKey: ['values'] });
      void queryClient.invalidateQueries({ queryKey: keys.settings });
      for (const id of event.papers) void queryClient.invalidateQueries({ queryKey: keys.paper(id) });
    },
    onStarted: refreshAll, // after a lost connection anything may have changed
  });
}
