import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Sort } from '../../../core/view';
import { byRelevance, hasWords, orderOf, useLibrary } from '../../app/selection';
import type { Column } from './columns';
import classes from './PaperTable.module.css';

/** The columns' names; a click sorts by a column, another one turns the order round. */
export function PaperTableHead({ columns }: { columns: readonly Column[] }) {
  const sort = useLibrary(orderOf);
  const looksForWords = useLibrary(({ filter }) => hasWords(filter));
  const setSort = useLibrary((state) => state.setSort);
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
            {id === 'title' && looksForWords && <RelevanceSorter isOn={sort.column === 'relevance'} onClick={() => setSort(byRelevance)} />}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Relevance has no column of its own: it is how well title and passage fit what is looked for. */
function RelevanceSorter({ isOn, onClick }: { isOn: boolean; onClick: () => void }) {
  return (
    <button type="button" className={classes.sorter} data-relevance aria-pressed={isOn} aria-label="Sort by relevance" title={isOn ? 'Sorted by relevance' : 'Sort by relevance'} onClick={onClick}>
      Relevance{isOn && <IconArrowDown size={12} stroke={2} aria-hidden="true" />}
    </button>
  );
}

/** What is new, recent or good comes first when first asked for; names begin at A. */
export function sortedBy(column: Sort['column'], { column: before, direction }: Sort): Sort {
  if (column === 'relevance') return byRelevance;
  if (column === before) return { column, direction: direction === 'ascending' ? 'descending' : 'ascending' };
  return { column, direction: column === 'added' || column === 'year' || column === 'rating' ? 'descending' : 'ascending' };
}
