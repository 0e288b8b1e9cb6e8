import { momentOf } from '../../app/moments';
import classes from './History.module.css';

interface Props {
  since: string | null;
  /** What was before is not kept. */
  thinned: boolean;
  /** What was before is damaged. */
  broken?: boolean;
  /** The words where nothing was before. */
  whole: string;
}

/** The end of a list: history begins here, perhaps because what was before is not kept, or damaged. */
export function Beginning({ since, thinned, broken = false, whole }: Props) {
  if (broken) return <p className={classes.beginning}>History is damaged before this{since === null ? '' : `, ${momentOf(since)}`}. What was before may be in a backup.</p>;
  if (!thinned) return <p className={classes.beginning}>{whole}</p>;
  return <p className={classes.beginning}>History begins here{since === null ? '' : `, on ${momentOf(since)}`}. What was before is not kept.</p>;
}
