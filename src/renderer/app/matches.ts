import { useSyncExternalStore } from 'react';
import type { PaperId } from '../../core/model';
import type { ShownMatch } from '../../core/queries';
import { client } from '../client';

/** How many papers one call asks for. */
const BATCH = 200;

/**
 * What the rows on view have of the words of the filter. It is asked for the rows that show it only, for all that miss it in
 * the same moment together; what was found for the words before stays on view until then.
 */
function createMatchCache() {
  /** With the words that it was found for; null where the paper has changed since. */
  const known = new Map<PaperId, { query: string | null; match: ShownMatch }>();
  const listeners = new Map<PaperId, Set<() => void>>();
  const wanted = new Set<PaperId>();
  const awaited = new Set<PaperId>();
  let query = '';
  /** What came with the list that comes into view next. */
  let offered: { query: string; matches: readonly ShownMatch[] } = { query, matches: [] };
  let scheduled = false;

  /** What is not on view is forgotten, so that it never shows what was looked for before. */
  function turnTo(next: string): void {
    query = next;
    wanted.clear();
    awaited.clear();
    for (const id of known.keys()) if (!listeners.has(id)) known.delete(id);
    if (offered.query === query) for (const match of offered.matches) known.set(match.id, { query, match });
  }

  function want(id: PaperId): void {
    if (awaited.has(id)) return;
    wanted.add(id);
    if (scheduled) return;
    scheduled = true;
    queueMicrotask(() => { void fetchWanted(); });
  }

  async function fetchWanted(): Promise<void> {
    scheduled = false;
    const asked = query;
    const ids = [...wanted];
    wanted.clear();
    for (const id of ids) awaited.add(id);
    for (let at = 0; at < ids.length; at += BATCH) {
      const found = await client.queries.shown.query({ query: asked, ids: ids.slice(at, at + BATCH) });
      if (asked !== query) return;
      for (const match of found) {
        known.set(match.id, { query, match });
        for (const listener of listeners.get(match.id) ?? []) listener();
      }
    }
  }

  return {
    /** Takes in what came with the list of a filter, for when that comes into view. */
    offer(of: string, matches: readonly ShownMatch[]): void {
      offered = { query: of, matches };
    },
    get(id: PaperId, of: string): ShownMatch | undefined {
      if (of !== query) turnTo(of);
      const entry = known.get(id);
      if (entry?.query !== query) want(id);
      return entry?.match;
    },
    subscribe(id: PaperId, listener: () => void): () => void {
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(id);
      };
    },
    /** Asks again for papers that changed. */
    refresh(ids: readonly PaperId[]): void {
      const changed = new Set(ids);
      offered = { ...offered, matches: offered.matches.filter(({ id }) => !changed.has(id)) };
      for (const id of ids) {
        awaited.delete(id);
        const entry = known.get(id);
        if (entry !== undefined) entry.query = null;
        for (const listener of listeners.get(id) ?? []) listener();
      }
    },
    refreshAll(): void {
      this.refresh([...known.keys(), ...offered.matches.map(({ id }) => id)]);
    },
  };
}

export const matchCache = createMatchCache();

const unheard = (): void => undefined;

/** What a paper has of the words of a query, undefined until it has come and where nothing is looked for. */
export function useMatch(id: PaperId, query: string | null): ShownMatch | undefined {
  return useSyncExternalStore(
    (listener) => (query === null ? unheard : matchCache.subscribe(id, listener)),
    () => (query === null ? undefined : matchCache.get(id, query)),
  );
}
