import { useMemo, type ReactNode } from 'react';
import classes from './ExportPreview.module.css';
import { elementsOf } from './safeMarkup';

/** So much of an export is shown: entries of a formatted one, characters of any other. */
const SHOWN_ENTRIES = 20;
const SHOWN_CHARACTERS = 20_000;

/** The beginning of an export as it will be. */
export function ExportPreview({ content, format }: { content: string; format: 'plain' | 'wrapped' | 'html' }) {
  return (
    <div className={classes.paper} role="region" aria-label="Preview" tabIndex={0} data-format={format}>
      {format === 'html' ? <Bibliography html={content} /> : <pre className={classes.source}>{beginningOf(content)}</pre>}
    </div>
  );
}

function beginningOf(content: string): string {
  if (content.length <= SHOWN_CHARACTERS) return content;
  const end = content.lastIndexOf('\n', SHOWN_CHARACTERS);
  return `${content.slice(0, end === -1 ? SHOWN_CHARACTERS : end)}\n…`;
}

const classNames: Record<string, string | undefined> = {
  'csl-entry': classes.entry, 'csl-left-margin': classes.margin, 'csl-right-inline': classes.inline, 'csl-indent': classes.indent,
};

/** Parsed without being put into the page: a document made by DOMParser runs and loads nothing. */
function Bibliography({ html }: { html: string }): ReactNode {
  return useMemo(() => {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    const entries = [...body.querySelectorAll('.csl-entry')].slice(0, SHOWN_ENTRIES);
    return entries.map((entry, index) => <div key={index}>{elementsOf(entry, (name) => classNames[name])}</div>);
  }, [html]);
}
