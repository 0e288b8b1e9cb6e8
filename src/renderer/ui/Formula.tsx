import { renderToString } from 'katex';
import { memo } from 'react';
import classes from './Formula.module.css';

/** How many formulas are kept typeset. */
const KEPT = 1000;
const typeset = new Map<string, string | null>();

/**
 * A formula's markup, or null where KaTeX cannot read it. `trust` is off and expansion is bounded, so
 * that a formula from outside can neither bring in links or attributes nor run away.
 */
function markupOf(tex: string, display: boolean): string | null {
  const key = `${display ? 'display' : 'inline'} ${tex}`;
  const known = typeset.get(key);
  if (known !== undefined) return known;
  const markup = render(tex, display);
  const [oldest] = typeset.keys();
  if (typeset.size >= KEPT && oldest !== undefined) typeset.delete(oldest);
  typeset.set(key, markup);
  return markup;
}

function render(tex: string, display: boolean): string | null {
  try {
    return renderToString(tex, { displayMode: display, throwOnError: true, trust: false, strict: 'ignore', maxExpand: 100, maxSize: 10, macros: {} });
  } catch {
    // A ParseError for what KaTeX cannot read, a RangeError for deep nesting: either way the source is shown.
    return null;
  }
}

/** A typeset formula; `source` as it stands where it cannot be typeset. */
export const Formula = memo(function Formula({ tex, display, source }: { tex: string; display: boolean; source: string }) {
  const markup = markupOf(tex, display);
  if (markup === null) return <span>{source}</span>;
  // oxlint-disable-next-line react/no-danger -- the markup is KaTeX's own, made without trust
  return <span className={classes.formula} dangerouslySetInnerHTML={{ __html: markup }} />;
});
