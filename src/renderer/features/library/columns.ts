import type { SortColumn } from '../../../core/view';
import type { ColumnId } from '../../app/preferences';

export interface Column {
  id: ColumnId;
  label: string;
  /** What sorting by this column is called to the host; tags have no order. */
  sort: SortColumn | null;
  /** The least width in pixels, and the share of what is left over. */
  width: number;
  share: number;
}

/** In the order of the table. */
export const columns: readonly Column[] = [
  { id: 'title', label: 'Title', sort: 'title', width: 340, share: 3 },
  { id: 'authors', label: 'Authors', sort: 'authors', width: 110, share: 0.8 },
  { id: 'year', label: 'Year', sort: 'year', width: 60, share: 0 },
  { id: 'venue', label: 'Venue', sort: 'venue', width: 90, share: 0.7 },
  { id: 'status', label: 'Status', sort: 'status', width: 88, share: 0 },
  { id: 'rating', label: 'Rating', sort: 'rating', width: 84, share: 0 },
  { id: 'techniques', label: 'Techniques', sort: 'techniques', width: 170, share: 1.8 },
  { id: 'tags', label: 'Tags', sort: null, width: 90, share: 0.7 },
  { id: 'added', label: 'Added', sort: 'added', width: 92, share: 0 },
];

const widthOf = (id: ColumnId): number => columns.find((column) => column.id === id)?.width ?? 0;

/** Which columns are given room first. The title has it in any case. */
const byImportance: readonly ColumnId[] = ['status', 'techniques', 'year', 'authors', 'rating', 'tags', 'added', 'venue'];

/** The chosen columns that there is room for. `width` is that of the table, in pixels. */
export function fittingColumns(chosen: readonly ColumnId[], width: number): Column[] {
  const fitting = new Set<ColumnId>(['title']);
  let free = width - widthOf('title');
  for (const id of byImportance) {
    if (!chosen.includes(id) || widthOf(id) > free) continue;
    free -= widthOf(id);
    fitting.add(id);
  }
  return columns.filter(({ id }) => fitting.has(id));
}

/** The columns' widths as a CSS grid template. */
export function templateOf(shown: readonly Column[]): string {
  return shown.map(({ width, share }) => (share === 0 ? `${width}px` : `minmax(${width}px, ${share}fr)`)).join(' ');
}
