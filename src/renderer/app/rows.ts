import { useSyncExternalStore } from 'react';
import type { PaperRow } from '../../core/papers';
import type { PaperId } from '../../core/model';
import { client } from '../client';

/** How many rows one call asks for. */
const BATCH = 200;

/**
 * The rows that the table has shown, by paper. A row that is missing is asked for together with the
 * others missing in the same moment; an outdated one stays on view until its new state is there.
 */
function createRowCache() {
  const rows = new Map<PaperId, PaperRow>();
  const stale = new Set<PaperId>();
  const wanted = new Set<PaperId>();
  const listeners = new Map<PaperId, Set<() => void>>();
  let scheduled = false;

  function want(id: PaperId): void {
    wanted.add(id);
    if (scheduled) return;
    scheduled = true;
    queueMicrotask(() => { void fetchWanted(); });
  }

  async function fetchWanted(): Promise<void> {
    scheduled = false;
    const ids = [...wanted];
    wanted.clear();
    for (let at = 0; at < ids.length; at += BATCH) {
      const batch = ids.slice(at, at + BATCH);
      for (const row of await client.papers.rows.query(batch)) rows.set(row.id, row);
      for (const id of batch) {
        stale.delete(id);
        tell(id);
      }
    }
  }

  function tell(id: PaperId): void {
    for (const listener of listeners.get(id) ?? []) listener();
  }

  return {
    /** A row as far as it is known; asks for it if it is not, or not any more. */
    get(id: PaperId): PaperRow | undefined {
      const row = rows.get(id);
      if (row === undefined || stale.has(id)) want(id);
      return row;
    },
    /** Takes rows in that came with a list. One that is there already is kept up as it changes. */
    offer(offered: readonly PaperRow[]): void {
      for (const row of offered) if (!rows.has(row.id)) rows.set(row.id, row);
    },
    subscribe(id: PaperId, listener: () => void): () => void {
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(id);
      };
    },
    refresh(ids: readonly PaperId[]): void {
      for (const id of ids) {
        if (!rows.has(id)) continue;
        stale.add(id);
        if (listeners.has(id)) want(id);
      }
    },
    refreshAll(): void {
      this.refresh([...rows.keys()]);
    },
  };
}

export const rowCache = createRowCache();

/** The row of a paper, undefined until it has come. */
export function useRow(id: PaperId): PaperRow | undefined {
  return useSyncExternalStore((listener) => rowCache.subscribe(id, listener), () => rowCache.get(id));
}
