import { memo } from 'react';
import type { PaperId } from '../../../core/model';
import { useRow } from '../../app/rows';
import type { Column } from './columns';
import { PaperCell } from './PaperCell';
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
}

/** A line of the table. The table itself answers clicks and drags. */
export const PaperTableRow = memo(function PaperTableRow({ id, index, top, selected, active, columns }: PaperTableRowProps) {
  const row = useRow(id);
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
        <div key={column.id} role="gridcell" className={classes.cell}>
          {row === undefined ? <span className={classes.bone} /> : <PaperCell column={column.id} row={row} />}
        </div>
      ))}
    </div>
  );
});
