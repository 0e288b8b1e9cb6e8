import { momentOf } from '../../app/moments';
import classes from './History.module.css';

/** The end of a list: history begins here, perhaps because what was before is not kept. */
export function Beginning({ since, thinned, whole }: { since: string | null; thinned: boolean; whole: string }) {
  if (!thinned) return <p className={classes.beginning}>{whole}</p>;
  return <p className={classes.beginning}>History begins here{since === null ? '' : `, on ${momentOf(since)}`}. What was before is not kept.</p>;
}
