import type { TechniqueLine } from '../../../../core/overview';
import { hrefOf } from '../../../app/route';
import classes from './TechniquePage.module.css';

/** The techniques that this one is made of, with how many papers each has. */
export function Parts({ lines }: { lines: readonly TechniqueLine[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-label="Parts">
      <h2 className={classes.heading}>Parts</h2>
      <ul className={classes.chips}>
        {lines.map(({ id, name, count }) => <li key={id}><a className={classes.chip} href={`#${hrefOf({ kind: 'techniques', view: 'about', id })}`}>{name} <span>{count.toLocaleString('en')}</span></a></li>)}
      </ul>
    </section>
  );
}
