import { memo } from 'react';
import type { Mark } from '../../core/search/snippets';
import { shownText, tokenize } from '../../core/tex';
import { Formula } from './Formula';
import { segmentsOf } from './segments';
import classes from './FoundText.module.css';

/** A title or a passage with its formulas typeset, in which what was looked for is marked. Plain elements only: lists are full of them. */
export const FoundText = memo(function FoundText({ text, marks }: { text: string; marks: readonly Mark[] }) {
  return (
    <>
      {segmentsOf(tokenize(text), marks).map(({ start, end, token, marks: over }) => {
        const content = token.kind === 'math' ? <Formula tex={token.tex} display={token.display} source={text.slice(token.start, token.end)} />
          : token.kind === 'text' ? text.slice(start, end) : shownText(text, token);
        return over.length === 0 ? <span key={start}>{content}</span> : <mark key={start} className={classes.found}>{content}</mark>;
      })}
    </>
  );
});
