import { useMemo, type RefObject } from 'react';
import { spansOf, type Finding } from '../../../core/query';
import classes from './QueryField.module.css';

/** What lies under the text of a query while it is typed: what is wrong is underlined, the names of fields are shaded. */
export function QueryText({ text, findings, innerRef }: { text: string; findings: readonly Finding[]; innerRef: RefObject<HTMLDivElement | null> }) {
  const spans = useMemo(() => spansOf(text, findings), [text, findings]);
  return (
    <div className={classes.under} aria-hidden="true">
      <div ref={innerRef} className={classes.spans}>
        {spans.map((span, index) => <span key={index} data-role={span.role} data-finding={span.finding ?? undefined}>{span.text}</span>)}
      </div>
    </div>
  );
}
