import { readable } from '../../../core/marks/pageText';
import type { Target } from '../../../core/model';
import classes from './MovedMarks.module.css';

/** A place in words: the passage with what stands around it, or which part of which page. */
export function PlaceText({ label, target }: { label: string; target: Target }) {
  const page = 'page' in target ? ` · page ${target.page + 1}` : '';
  return (
    <div>
      <p className={classes.label}>{label}{page}</p>
      {'exact' in target
        ? <blockquote className={classes.passage}>{readable(target.prefix)} <mark>{readable(target.exact)}</mark> {readable(target.suffix)}</blockquote>
        : <p className={classes.passage}>{target.kind === 'pdf-ink' ? 'A drawing, in the same place of the page' : 'A part of the page, in the same place'}</p>}
    </div>
  );
}
