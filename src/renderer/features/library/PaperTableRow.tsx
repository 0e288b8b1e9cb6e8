import { memo } from 'react';
import type { PaperId } from '../../../core/model';
import { useMatch } from '../../app/matches';
import { useRow } from '../../app/rows';
import type { Column } from './columns';
import { PaperCell } from './PaperCell';
import { TitleCell } from './TitleCell';
import classes from './PaperTable.module.css';

export const rowElementId = (id: PaperId): string => `row-${id}`;

interface PaperTableRowProps {
  id: PaperId;
  index: number;
  /** In pixels from the first row. */
  top: number;
  selected: boolean;
  active: boolean;
  columns: readonly Column[];
  /** The query, where it looks for words. */
  words: string | null;
}

/** A line of the table. The table itself answers clicks and drags. */
export const PaperTableRow = memo(function PaperTableRow({ id, index, top, selected, active, columns, words }: PaperTableRowProps) {
  const row = useRow(id);
  const match = useMatch(id, words);
  return (
    <div
      role="row"
      id={rowElementId(id)}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
      data-paper={id}
      data-active={active || undefined}
      aria-rowindex={index + 2}
      aria-selected={selected}
      draggable
    >
      {columns.map((column) => (
        row !== undefined && column.id === 'title' ? <TitleCell key={column.id} row={row} match={match} /> : (
          <div key={column.id} role="gridcell" className={classes.cell}>
            {row === undefined || column.id === 'title' ? <span className={classes.bone} /> : <PaperCell column={column.id} row={row} />}
          </div>
        )
      ))}
    </div>
  );
});
