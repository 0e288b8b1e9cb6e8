import { useMemo, type ReactNode } from 'react';
import type { ExportFormat } from '../../../core/exports';
import classes from './ExportPreview.module.css';
import { elementsOf } from './safeMarkup';

/** So much of an export is shown: entries of a formatted one, characters of any other. */
const SHOWN_ENTRIES = 20;
const SHOWN_CHARACTERS = 20_000;

/** The beginning of an export as it will be. */
export function ExportPreview({ content, format }: { content: string; format: ExportFormat }) {
  return (
    <div className={classes.paper} role="region" aria-label="Preview" tabIndex={0} data-formatted={format === 'html' || format === 'text' || undefined}>
      {previewOf(content, format)}
    </div>
  );
}

function previewOf(content: string, format: ExportFormat): ReactNode {
  if (format === 'html') return <Bibliography html={content} />;
  if (format === 'text') return content.split('\n', SHOWN_ENTRIES).map((entry, index) => <p key={index} className={classes.entry}>{entry}</p>);
  return <pre className={classes.source}>{beginningOf(content)}</pre>;
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
