import type { Wish } from './cancelling';
import type { PaperId } from './model';
import { picked } from './order';
import type { PaperRow, PaperUseCases } from './papers';
import { parse } from './query';
import type { QueryUseCases, ShownMatch } from './queries';
import { wordsIn } from './matching/textSearch';
import type { Roster } from './roster';
import type { View, Viewer } from './view';

/** The papers of a view as a window asks for them: all as numbers of the roster, and the first with what their lines show. */
export interface Listing {
  /** Whose numbers these are, and how many it has: a window has to know the ids of that many. */
  roster: { name: string; size: number };
  numbers: Uint32Array;
  rows: PaperRow[];
  /** What the first papers have of the words of the filter; none where it has no words. */
  matches: ShownMatch[];
}

export interface ListingUseCases {
  /** `first` is how many papers come with their rows, and with what was found in them. Rejects with `cancelled` as soon as it is. */
  list(input: { view: View; first: { rows: number; matches: number } }, wish?: Wish): Promise<Listing>;
  /** The ids of papers by their numbers in the roster from one number on, no more than `MOST_IDS`. */
  ids(from: number): { name: string; ids: PaperId[] };
}

/** So many ids are one message: some hundred kilobytes. */
const MOST_IDS = 10_000;

export function listingUseCases({ viewer, roster, papers, queries }: { viewer: Viewer; roster: Roster; papers: Pick<PaperUseCases, 'rows'>; queries: Pick<QueryUseCases, 'shown'> }): ListingUseCases {
  return {
    async list({ view, first }, wish) {
      const numbers = await viewer.listed(view, wish);
      const ids = picked(roster.ids, numbers.subarray(0, Math.max(first.rows, first.matches)));
      const looksForWords = wordsIn(parse(view.filter).query).length > 0;
      const matches = looksForWords ? await queries.shown({ query: view.filter, ids: ids.slice(0, first.matches) }, wish) : [];
      const rows = await papers.rows(ids.slice(0, first.rows));
      void viewer.prepare();
      return { roster: { name: roster.name, size: roster.ids.length }, numbers, rows, matches };
    },
    ids: (from) => ({ name: roster.name, ids: roster.ids.slice(from, from + MOST_IDS) }),
  };
}
