import type { HighlightColor } from '../../core/model';
import classes from './Swatch.module.css';

/** A dot of a highlight colour. Its name must stand beside it or on its button. */
export function Swatch({ color }: { color: HighlightColor }) {
  return <span className={classes.swatch} style={{ background: `var(--highlight-${color})`, borderColor: `var(--highlight-${color}-edge)` }} aria-hidden="true" />;
}
