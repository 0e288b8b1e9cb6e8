import type { Paper } from '../model';
import { printBibEntry } from './bibPrinting/entry';
import type { BibDialect } from './bibPrinting/kinds';
import { distinctKey, isCitationKey } from './citationKey';

/**
 * Papers as a BibTeX file in UTF-8, in the order given, one field a line. An arXiv preprint is written as arXiv itself
 * does: `@misc` with `eprint` and `archiveprefix`. Any text makes a file that BibTeX and biber can read.
 */
export function printBibtex(papers: readonly Paper[]): string {
  return [...bibtexEntries(papers)].join('\n');
}

/** The same for biblatex: its own types and fields, dates as EDTF. */
export function printBiblatex(papers: readonly Paper[]): string {
  return [...biblatexEntries(papers)].join('\n');
}

/** Prints the entry of a paper under a key. */
export type PrintEntry = (paper: Paper, key: string) => string;

/** The entries of `printBibtex` one by one; a line feed stands between them. `print` may remember what it printed. */
export function* bibtexEntries(papers: readonly Paper[], print: PrintEntry = printEntry): Generator<string, void> {
  const given = new Set<string>();
  for (const paper of papers) {
    const key = distinctKey(entryKey(paper), (candidate) => given.has(candidate.toLowerCase()));
    given.add(key.toLowerCase());
    yield print(paper, key);
  }
}

/** The entries of `printBiblatex` one by one, as `bibtexEntries` makes those of `printBibtex`. */
export function biblatexEntries(papers: readonly Paper[]): Generator<string, void> {
  return bibtexEntries(papers, (paper, key) => printEntry(paper, key, 'biblatex'));
}

export function printEntry(paper: Paper, key: string, dialect: BibDialect = 'bibtex'): string {
  return printBibEntry(paper, key, dialect);
}

function entryKey({ id, citationKey }: Paper): string {
  if (isCitationKey(citationKey)) return citationKey;
  const mended = citationKey.replace(/[^A-Za-z0-9:_\-./+]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  return mended === '' ? id : mended;
}
