import { useRef, useState, type CSSProperties, type KeyboardEvent, type MouseEvent } from 'react';
import { counted } from '../../../../core/text';
import { cellAfter, type Cell } from './gridKeys';
import classes from './CrossGrid.module.css';

interface CrossGridProps {
  label: string;
  rows: readonly { id: string; name: string; all: number }[];
  columns: readonly { id: string; name: string }[];
  counts: readonly (readonly number[])[];
  /** How a count is drawn: as a shade or as the length of a bar. */
  shape: 'shade' | 'bar';
  /** Shows the papers of a cell. */
  onOpen: (row: string, column: string) => void;
  onOpenRow: (row: string) => void;
}

/** A table of counts whose cells open their papers. One of them is in the order of the Tab key, the arrow keys lead to the others. */
export function CrossGrid({ label, rows, columns, counts, shape, onOpen, onOpenRow }: CrossGridProps) {
  const table = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<Cell>({ row: 0, column: 0 });
  // A column for the name of the row stands before the others and opens all its papers.
  const width = columns.length + 1;
  const here: Cell = { row: Math.min(at.row, rows.length - 1), column: Math.min(at.column, width - 1) };
  const most = Math.max(1, ...rows.flatMap(({ id }, row) => columns.map((column, index) => (column.id === id ? 0 : (counts[row]?.[index] ?? 0)))));

  function open({ row, column }: Cell): void {
    const id = rows[row]?.id;
    if (id === undefined) return;
    const other = columns[column - 1]?.id;
    if (column === 0 || other === id) onOpenRow(id);
    else if (other !== undefined && (counts[row]?.[column - 1] ?? 0) > 0) onOpen(id, other);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.shiftKey) return;
    if (event.key === 'Enter' || event.key === ' ') open(here);
    else {
      const next = cellAfter(event, here, rows.length, width);
      if (next === null) return;
      setAt(next);
      table.current?.querySelector<HTMLElement>(`[data-cell="${next.row} ${next.column}"]`)?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function onClick(event: MouseEvent): void {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-cell]') : null;
    const [row, column] = (cell?.dataset['cell'] ?? '').split(' ').map(Number);
    if (row === undefined || column === undefined) return;
    setAt({ row, column });
    open({ row, column });
  }

  const cell = (row: number, column: number) => ({ 'data-cell': `${row} ${column}`, tabIndex: here.row === row && here.column === column ? 0 : -1 });
  return (
    <div ref={table} role="grid" aria-label={label} className={classes.grid} data-shape={shape} tabIndex={-1} onKeyDown={onKeyDown} onClick={onClick}>
      <div role="row" className={classes.head}>
        <span role="columnheader" className={classes.corner}>Technique</span>
        {columns.map(({ id, name }) => <span key={id} role="columnheader"><span>{name}</span></span>)}
      </div>
      {rows.map(({ id, name, all }, row) => (
        <div key={id} role="row" className={classes.row}>
          <span role="rowheader" {...cell(row, 0)} className={classes.rowHead} title={name}><span className={classes.name}>{name}</span> <span className={classes.all}>{all.toLocaleString('en')}</span></span>
          {columns.map((column, index) => {
            const count = counts[row]?.[index] ?? 0;
            const self = column.id === id;
            return (
              <span
                key={column.id}
                role="gridcell"
                {...cell(row, index + 1)}
                className={classes.cell}
                aria-label={self ? `${name}: ${counted(all, 'paper')}` : `${name}, ${column.name}: ${counted(count, 'paper')}`}
                data-self={self || undefined}
                data-empty={count === 0 || undefined}
                style={{ '--part': self ? 0 : count / most } as CSSProperties}
              >
                {count > 0 && !self && count.toLocaleString('en')}
              </span>
            );
          })}
        </div>
      ))}
    </div>
  );
}
