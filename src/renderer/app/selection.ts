import { create } from 'zustand';
import { wordsIn } from '../../core/matching/textSearch';
import type { PaperId } from '../../core/model';
import { parse } from '../../core/query';
import type { Scope, Sort, View } from '../../core/view';

/** What the library view shows and which papers of it are chosen. It outlives a visit to a paper's page. */
interface LibraryState {
  filter: string;
  /** The order of the list where no words are looked for. */
  sort: Sort;
  /** The order that was chosen since there are words in the filter; null for the one by relevance. */
  foundSort: Sort | null;
  /** The chosen papers, in the order they were chosen; the last is the one that the detail pane shows. */
  selected: readonly PaperId[];
  setFilter: (filter: string) => void;
  setSort: (sort: Sort) => void;
  select: (selected: readonly PaperId[]) => void;
}

type Listing = Pick<LibraryState, 'filter' | 'sort' | 'foundSort'>;

export const byRelevance: Sort = { column: 'relevance', direction: 'descending' };

export const useLibrary = create<LibraryState>((set) => ({
  filter: '',
  sort: { column: 'added', direction: 'descending' },
  foundSort: null,
  selected: [],
  setFilter: (filter) => set((before) => ({ filter, foundSort: filter.trim() === '' ? null : before.foundSort })),
  setSort: (sort) => set(({ filter }) => (hasWords(filter) ? { foundSort: sort.column === 'relevance' ? null : sort } : { sort })),
  select: (selected) => set({ selected }),
}));

/** Whether a query looks for words, so that papers can be more or less of what it asks for. */
export function hasWords(filter: string): boolean {
  return wordsIn(parse(filter).query).length > 0;
}

/** The order of the list: by relevance where words are looked for, unless another one has been chosen since. */
export function orderOf({ filter, sort, foundSort }: Listing): Sort {
  return hasWords(filter) ? foundSort ?? byRelevance : sort;
}

export function viewOf(scope: Scope, listing: Listing): View {
  return { scope, filter: listing.filter, sort: orderOf(listing) };
}
