import { defaultKeyPattern, distinctKey, keyOf, keyPatternFrom, type KeyForm } from './formats/citationKey';
import type { KeyedWork } from './formats/citationKeyPieces';
import type { Library } from './library';
import type { PaperId } from './model';
import type { Clock } from './ports';
import { settingsIn } from './settings';
import { inSlices } from './slices';
import type { ReadonlyTables } from './tables';

/** The citation keys of the library, kept up with every change. BibTeX does not mind case in keys, so neither does this. */
export interface KeysInUse {
  /** Resolves when the keys of the library have been looked at, a slice at a time. A draft before then looks at the rest at a stretch. */
  readonly ready: Promise<void>;
  /** A plan for the keys of some papers, which begins with the keys that are in use now. */
  draft(form?: KeyForm): KeyDraft;
}

/** Keys that are in use or planned to be. */
export interface KeyDraft {
  isTaken(key: string): boolean;
  take(key: string): void;
  /** One paper gives its key up. */
  release(key: string): void;
  /** Makes a key for a work that no other has, and takes it. */
  makeFor(work: KeyedWork): string;
}

/** What the keys of a library look like. */
export function keyFormOf(tables: ReadonlyTables): KeyForm {
  const { keyPattern = defaultKeyPattern, keySuffix = 'letters' } = settingsIn(tables);
  return { pattern: keyPatternFrom(keyPattern), suffix: keySuffix };
}

export function indexKeys(library: Library, clock: Pick<Clock, 'elapsed' | 'breathe'>): KeysInUse {
  const keyOfPaper = new Map<PaperId, string>();
  const uses = new Map<string, number>();
  let unread: Iterator<PaperId> | null = null;
  let isRead = false;

  function follow(id: PaperId): void {
    const [before, after] = [keyOfPaper.get(id), library.tables.papers.get(id)?.citationKey.toLowerCase()];
    if (before === after) return;
    if (before !== undefined) count(uses, before, -1);
    if (after === undefined) {
      keyOfPaper.delete(id);
      return;
    }
    keyOfPaper.set(id, after);
    count(uses, after, 1);
  }

  /** The papers that have not been looked at yet; several readers share one walk. */
  function* rest(): Generator<PaperId> {
    unread ??= library.tables.papers.keys();
    for (let next = unread.next(); next.done !== true; next = unread.next()) yield next.value;
    isRead = true;
  }

  library.onApplied((changes) => {
    for (const { table, id } of changes) if (table === 'papers') follow(id as PaperId);
  });
  const ready = library.ready.then(() => inSlices(rest(), clock, follow));
  ready.catch(() => undefined); // whoever waits hears of it

  return {
    ready,
    draft(form = keyFormOf(library.tables)) {
      if (!isRead) for (const id of rest()) follow(id);
      return draftOver(uses, form);
    },
  };
}

function draftOver(uses: ReadonlyMap<string, number>, { pattern, suffix }: KeyForm): KeyDraft {
  const own = new Map<string, number>();
  const tried = new Map<string, number>();
  const isTaken = (key: string): boolean => {
    const name = key.toLowerCase();
    return (uses.get(name) ?? 0) + (own.get(name) ?? 0) > 0;
  };
  const take = (key: string): void => count(own, key.toLowerCase(), 1);
  return {
    isTaken, take,
    release: (key) => {
      count(own, key.toLowerCase(), -1);
      tried.clear(); // a suffix that was taken may be free again
    },
    makeFor(work) {
      const key = distinctKey(keyOf(work, pattern), Object.assign(isTaken.bind(null), { tried }), suffix);
      take(key);
      return key;
    },
  };
}

function count(counts: Map<string, number>, key: string, by: number): void {
  const now = (counts.get(key) ?? 0) + by;
  if (now === 0) counts.delete(key);
  else counts.set(key, now);
}
