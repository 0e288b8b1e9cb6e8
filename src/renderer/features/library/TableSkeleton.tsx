import { VisuallyHidden } from '@mantine/core';
import classes from './PaperTable.module.css';

const rows = Array.from({ length: 14 }, (_, index) => ({ key: index, width: `${28 + ((index * 37) % 40)}%` }));

/** The shape of the table while its papers are asked for. */
export function TableSkeleton() {
  return (
    <div className={classes.skeleton}>
      <VisuallyHidden><output>Loading the papers…</output></VisuallyHidden>
      <div aria-hidden="true">
        {rows.map(({ key, width }) => <div key={key} className={classes.row}><div className={classes.cell}><span className={classes.bone} style={{ width }} /></div></div>)}
      </div>
    </div>
  );
}
