import type { HighlightColor, Target } from '../../../core/model';
import classes from './MovedMarks.module.css';

/** A place in words: the passage with what stands around it, or which part of which page. */
export function PlaceText({ label, target, color }: { label: string; target: Target; color: HighlightColor }) {
  const page = 'page' in target ? ` · page ${target.page + 1}` : '';
  return (
    <div>
      <p className={classes.label}>{label}{page}</p>
      {'exact' in target
        ? <blockquote className={classes.passage}>{joined(target.prefix)}<mark style={{ background: `var(--highlight-${color})` }}>{joined(target.exact)}</mark>{joined(target.suffix)}</blockquote>
        : <p className={classes.passage}>{target.kind === 'pdf-ink' ? 'A drawing' : 'A part of the page'}</p>}
    </div>
  );
}

/** Lines as one, with words whole that a line end divided. */
function joined(text: string): string {
  return text.replace(/(\p{Ll})[-\u00ad]\n(?=\p{Ll})/gu, '$1').replace(/\s+/g, ' ');
}
