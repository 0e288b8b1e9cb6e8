import type { Library } from './library';
import type { Paper, PaperId } from './model';
import type { Clock } from './ports';
import { inSlices } from './slices';

/** Numbers for papers, each paper always the same one. */
export interface Numbering {
  /** Counts a paper that has no number yet. */
  of(id: PaperId): number;
}

/**
 * The papers of the library by number, counted from 0 as they come. A number holds as long as the library is open, also
 * for a paper that is deleted and comes back, so that orders and lists of papers can be lists of numbers.
 */
export interface Roster extends Numbering {
  /** Tells the numbers of this process from those of another one. */
  readonly name: string;
  /** By number, as far as papers have been counted; also those of papers that are gone. */
  readonly ids: readonly PaperId[];
  /** Counts the papers and answers all as they are, by number; undefined where one is gone. The list is a live one. */
  papers(): Promise<readonly (Paper | undefined)[]>;
}

export function createRoster(library: Library, clock: Clock, name: string): Roster {
  const ids: PaperId[] = [];
  const numbers = new Map<PaperId, number>();
  const papers: (Paper | undefined)[] = [];
  let isRead = false; // the papers that are being read come without a commit
  let counting: 'not begun' | 'begun' | 'done' = 'not begun';
  library.ready.then(() => { isRead = true; }, () => undefined);
  library.onCommit(({ changes }) => {
    if (counting === 'not begun') return;
    for (const { table, id } of changes) if (table === 'papers') papers[of(id as PaperId)] = library.tables.papers.get(id as PaperId);
  });

  function of(id: PaperId): number {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    const number = ids.push(id) - 1;
    numbers.set(id, number);
    papers[number] = library.tables.papers.get(id);
    return number;
  }

  return {
    name, ids, of,
    async papers() {
      if (counting === 'done') return papers;
      counting = 'begun';
      const wasRead = isRead;
      await inSlices(library.tables.papers.values(), clock, (paper) => { papers[of(paper.id)] = paper; });
      if (wasRead) counting = 'done';
      return papers;
    },
  };
}
