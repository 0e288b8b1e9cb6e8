import { useMemo } from 'react';
import { elementsOf } from './safeMarkup';
import { useExample } from './styleQueries';
import classes from './StylePicker.module.css';

/** So many entries of the example show what a style does. */
const SHOWN = 2;

/** How a style sets made-up works, for choosing among styles. */
export function StyleExample({ style }: { style: string }) {
  const { data } = useExample(style);
  const entries = useMemo(() => {
    const { body } = new DOMParser().parseFromString(data ?? '', 'text/html');
    return [...body.querySelectorAll('.csl-entry')].slice(0, SHOWN).map((entry) => elementsOf(entry, (name) => (name === 'csl-left-margin' ? classes.margin : undefined)));
  }, [data]);
  return (
    <div className={classes.example} role="group" aria-label="Example">
      {entries.map((entry, index) => <div key={index} className={classes.entry}>{entry}</div>)}
    </div>
  );
}
