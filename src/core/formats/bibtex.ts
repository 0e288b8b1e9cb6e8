import type { Paper } from '../model';
import { printBibEntry, typeIn, type BibPaper } from './bibPrinting/entry';
import { faithfulEntry, isSourced, type SourcedPaper } from './bibPrinting/faithful';
import type { BibDialect } from './bibPrinting/kinds';
import { distinctKey, isCitationKey } from './citationKey';

/** Prints the entry of a paper under a key. `lenders` gives what is printed of its file, for an entry that inherits. */
export type PrintEntry = (paper: Paper, key: string, lenders: () => string) => string;

export interface BibOptions {
  /** The files of which every paper is to be printed: each is given back whole, in its own order, comments included. */
  wholeFiles?: ReadonlySet<string>;
  /** May remember what it printed. */
  print?: PrintEntry;
}

/**
 * Papers as a BibTeX file in UTF-8. A paper that came with a .bib file keeps its entry byte for byte, but for what has been
 * changed since; any other is printed anew, one field a line. An arXiv preprint is written as arXiv itself does: `@misc`
 * with `eprint` and `archiveprefix`. Any text makes a file that BibTeX and biber can read.
 */
export function printBibtex(papers: readonly Paper[]): string {
  return [...bibtexPieces(papers)].join('');
}

/** The same for biblatex, which reads BibTeX too: what is printed anew has its types and fields, and dates as EDTF. */
export function printBiblatex(papers: readonly Paper[]): string {
  return [...biblatexPieces(papers)].join('');
}

/**
 * The pieces of `printBibtex`, one behind the other: first the definitions of strings that entries out of files use, then
 * the papers in the order given, save that those of a whole file stand together.
 */
export function* bibtexPieces(papers: readonly Paper[], { wholeFiles = new Set(), print = printEntry }: BibOptions = {}): Generator<string, void> {
  const files = filesAmong(papers);
  const strings = stringsOf(papers.filter(isSourced), wholeFiles);
  const given = new Set<string>();
  const begun = new Set<string>();
  const entry = (paper: Paper): string => {
    const suited = isSourced(paper) && !strings.suit(paper) ? withoutSource(paper) : paper;
    return print(suited, keyFor(paper, given), () => textOf(files.get(paper.source?.file ?? '') ?? []));
  };
  let end = '';
  const behind = (text: string): string => {
    const gap = end === '' ? '' : end.endsWith('\n') ? '\n' : '\n\n';
    end = text;
    return gap + text;
  };
  const right = (text: string): string => (end = text);
  if (strings.head !== '') yield behind(strings.head);
  for (const paper of papers) {
    const file = paper.source?.file ?? '';
    if (begun.has(file)) continue;
    if (!wholeFiles.has(file)) yield behind(entry(paper));
    else {
      begun.add(file);
      let gap = behind;
      for (const text of wholeFile(files.get(file) ?? [], entry)) {
        yield gap(text);
        gap = right;
      }
    }
  }
}

/** The pieces of `printBiblatex`, as `bibtexPieces` makes those of `printBibtex`. */
export function biblatexPieces(papers: readonly Paper[], options: Pick<BibOptions, 'wholeFiles'> = {}): Generator<string, void> {
  return bibtexPieces(papers, { ...options, print: (paper, key, lenders) => printEntry(paper, key, lenders, 'biblatex') });
}

/** An entry and the end of its last line. */
export function printEntry(paper: Paper, key: string, lenders: () => string, dialect: BibDialect = 'bibtex'): string {
  const kept = isSourced(paper) ? faithfulEntry(paper, key, lenders) : null;
  return kept === null ? printBibEntry(paper, key, dialect) : `${kept}\n`;
}

/** The papers of each file, in their order there. */
function filesAmong(papers: readonly Paper[]): Map<string, SourcedPaper[]> {
  const files = new Map<string, SourcedPaper[]>();
  for (const paper of papers) {
    if (!isSourced(paper)) continue;
    const members = files.get(paper.source.file);
    if (members === undefined) files.set(paper.source.file, [paper]);
    else members.push(paper);
  }
  for (const members of files.values()) members.sort((a, b) => a.source.at - b.source.at);
  return files;
}

/** A file as it came, but for what has been changed in its entries since: entry by entry. */
function* wholeFile(papers: readonly SourcedPaper[], print: (paper: SourcedPaper) => string): Generator<string, void> {
  for (const paper of papers) yield paper.source.before + print(paper).replace(/\n$/, '');
  const after = papers.at(-1)?.source.after ?? '';
  if (after !== '') yield after;
}

function textOf(papers: readonly SourcedPaper[]): string {
  return papers.map(({ source }) => source.before + source.text).join('');
}

/** The same for the same record, so that what was printed of it is known again. */
function withoutSource(sourced: SourcedPaper): BibPaper {
  const known = unsourced.get(sourced);
  if (known !== undefined) return known;
  const { source, ...paper } = sourced;
  const anew: BibPaper = paper;
  anew.entryType = typeIn(source.text);
  unsourced.set(sourced, anew);
  return anew;
}

const unsourced = new WeakMap<SourcedPaper, BibPaper>();

interface Strings {
  /** The definitions that entries out of files use, each once, those that others use first; whole files have their own. */
  head: string;
  /** Whether the strings of an entry mean here what they mean in its file. */
  suit(paper: SourcedPaper): boolean;
}

function stringsOf(papers: readonly SourcedPaper[], wholeFiles: ReadonlySet<string>): Strings {
  const defined = new Map<string, string>();
  const head = new Set<string>();
  for (const { source } of papers) {
    for (const [name, raw] of Object.entries(source.strings ?? {}).toReversed()) {
      if (defined.has(name)) continue;
      defined.set(name, raw);
      if (!wholeFiles.has(source.file)) head.add(raw);
    }
  }
  return {
    head: [...head].map((raw) => `${raw}\n`).join(''),
    suit: ({ source }) => Object.entries(source.strings ?? {}).every(([name, raw]) => defined.get(name) === raw),
  };
}

/** A key that came with a file is good enough for a file, whatever its form. None is given twice. */
function keyFor(paper: Paper, given: Set<string>): string {
  const isTaken = (candidate: string): boolean => given.has(candidate.toLowerCase());
  const key = distinctKey(isSourced(paper) && paper.citationKey !== '' ? paper.citationKey : entryKey(paper), isTaken);
  given.add(key.toLowerCase());
  return key;
}

function entryKey({ id, citationKey }: Paper): string {
  if (isCitationKey(citationKey)) return citationKey;
  const mended = citationKey.replace(/[^A-Za-z0-9:_\-./+]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  return mended === '' ? id : mended;
}
