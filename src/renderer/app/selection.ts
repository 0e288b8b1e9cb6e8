import { create } from 'zustand';
import type { PaperId } from '../../core/model';
import type { Scope, Sort, View } from '../../core/view';

/** What the library view shows and which papers of it are chosen. It outlives a visit to a paper's page. */
interface LibraryState {
  filter: string;
  sort: Sort;
  /** The chosen papers, in the order they were chosen; the last is the one that the detail pane shows. */
  selected: readonly PaperId[];
  setFilter: (filter: string) => void;
  setSort: (sort: Sort) => void;
  select: (selected: readonly PaperId[]) => void;
}

export const useLibrary = create<LibraryState>((set) => ({
  filter: '',
  sort: { column: 'added', direction: 'descending' },
  selected: [],
  setFilter: (filter) => set({ filter }),
  setSort: (sort) => set({ sort }),
  select: (selected) => set({ selected }),
}));

export function viewOf(scope: Scope, { filter, sort }: Pick<LibraryState, 'filter' | 'sort'>): View {
  return { scope, filter, sort };
}
