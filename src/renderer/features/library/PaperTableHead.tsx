import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Sort } from '../../../core/view';
import { useLibrary } from '../../app/selection';
import type { Column } from './columns';
import classes from './PaperTable.module.css';

/** The columns' names; a click sorts by a column, another one turns the order round. */
export function PaperTableHead({ columns }: { columns: readonly Column[] }) {
  const { sort, setSort } = useLibrary();
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" className={classes.headRow} aria-rowindex={1}>
        {columns.map(({ id, label, sort: column }) => (
          <div key={id} role="columnheader" className={classes.headCell} aria-sort={column === null ? undefined : column === sort.column ? sort.direction : 'none'}>
            {column === null ? label : (
              <button type="button" className={classes.sorter} onClick={() => setSort(sortedBy(column, sort))}>
                {label}
                {column === sort.column && (sort.direction === 'ascending' ? <IconArrowUp size={12} stroke={2} aria-hidden="true" /> : <IconArrowDown size={12} stroke={2} aria-hidden="true" />)}
              </button>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

/** What is new, recent or good comes first when first asked for; names begin at A. */
export function sortedBy(column: Sort['column'], { column: before, direction }: Sort): Sort {
  if (column === before) return { column, direction: direction === 'ascending' ? 'descending' : 'ascending' };
  return { column, direction: column === 'added' || column === 'year' || column === 'rating' ? 'descending' : 'ascending' };
}
