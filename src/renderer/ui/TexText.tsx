import { Fragment, memo, type ReactNode } from 'react';
import { shownText, tokenize, type Token } from '../../core/tex';
import { Formula } from './Formula';
import classes from './TexText.module.css';

/**
 * A title or a passage with its formulas typeset and TeX's escapes resolved. Addresses are plain text,
 * or links that open outside with `links`.
 */
export const TexText = memo(function TexText({ text, links = false }: { text: string; links?: boolean }) {
  const tokens = tokenize(text);
  return <>{tokens.map((token) => <Fragment key={token.start}><TexToken text={text} token={token} links={links} /></Fragment>)}</>;
});

function TexToken({ text, token, links }: { text: string; token: Token; links: boolean }): ReactNode {
  const inner = tokenContent(text, token, links);
  return token.style === undefined ? inner : <span className={classes[token.style]}>{inner}</span>;
}

function tokenContent(text: string, token: Token, links: boolean): ReactNode {
  if (token.kind === 'math') return <Formula tex={token.tex} display={token.display} source={text.slice(token.start, token.end)} />;
  if (token.kind === 'link' && links) return <a className={classes.link} href={token.href} target="_blank" rel="noopener noreferrer">{token.href}</a>;
  return shownText(text, token);
}
