import { familyNameOf, nameOf, type Author, type Paper, type PaperType } from '../model';
import { distinctKey, isCitationKey } from './citationKey';
import { readNames } from './nameText';
import { oneLine, toLatex, toLatexTitle } from './latex';

type Field = readonly [name: string, value: string];

/** The entry type, and the field in which that type names its venue. */
const entryTypes: Record<PaperType, { entry: string; venue: string }> = {
  preprint: { entry: 'misc', venue: 'howpublished' },
  article: { entry: 'article', venue: 'journal' },
  conference: { entry: 'inproceedings', venue: 'booktitle' },
  chapter: { entry: 'incollection', venue: 'booktitle' },
  book: { entry: 'book', venue: 'publisher' },
  thesis: { entry: 'phdthesis', venue: 'school' },
  report: { entry: 'techreport', venue: 'institution' },
  dataset: { entry: 'misc', venue: 'howpublished' },
  software: { entry: 'misc', venue: 'howpublished' },
  webpage: { entry: 'misc', venue: 'howpublished' },
  other: { entry: 'misc', venue: 'howpublished' },
};

/** Extra fields by their CSL names, in the order in which they are printed. */
const extraFields: readonly (readonly [variable: string, field: string])[] = [
  ['volume', 'volume'], ['issue', 'number'], ['number', 'number'], ['page', 'pages'], ['pages', 'pages'], ['edition', 'edition'],
  ['chapter-number', 'chapter'], ['collection-title', 'series'], ['publisher', 'publisher'], ['publisher-place', 'address'],
  ['genre', 'type'], ['ISBN', 'isbn'], ['ISSN', 'issn'], ['language', 'language'], ['note', 'note'],
];

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Papers as a BibTeX file in UTF-8, in the order given, one field a line. An arXiv preprint is written as arXiv itself
 * does: `@misc` with `eprint` and `archiveprefix`. Any text makes a file that BibTeX and biber can read.
 */
export function printBibtex(papers: readonly Paper[]): string {
  return [...bibtexEntries(papers)].join('\n');
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

function entryKey({ id, citationKey }: Paper): string {
  if (isCitationKey(citationKey)) return citationKey;
  const mended = citationKey.replace(/[^A-Za-z0-9:_\-./+]+/g, '-').replace(/^[^A-Za-z0-9]+/, '');
  return mended === '' ? id : mended;
}

export function printEntry(paper: Paper, key: string): string {
  const fields = [...describedFields(paper, key), ...furtherFields(paper), ...identifyingFields(paper)];
  const lines = distinctFields(fields).map(([name, value]) => `  ${name} = ${value},\n`);
  return `@${entryTypes[paper.type].entry}{${key},\n${lines.join('')}}\n`;
}

function describedFields(paper: Paper, key: string): Field[] {
  const [year = '', month = ''] = paper.issued.split('-');
  const authors = bibtexNames(paper.authors);
  const editors = bibtexNames(readNames(extraField(paper, 'editor')));
  const isHeadless = authors === '' && editors === '';
  return [
    ['title', braced(toLatexTitle(paper.title))],
    ['author', braced(authors)],
    ['editor', braced(editors)],
    ['key', isHeadless ? braced(key.replace(/_/g, '-')) : ''],
    ['year', braced(year)],
    ['month', months[Number(month) - 1] ?? ''],
    [entryTypes[paper.type].venue, braced(toLatex(paper.venue))],
  ];
}

function furtherFields(paper: Paper): Field[] {
  return extraFields.map(([variable, field]) => {
    const value = toLatex(extraField(paper, variable));
    return [field, braced(field === 'pages' ? value.replace(/\s*(?:--?|[–—])\s*/g, '--') : value)];
  });
}

function identifyingFields(paper: Paper): Field[] {
  return [
    ['doi', braced(verbatim(paper.doi))],
    ['eprint', braced(verbatim(paper.arxivId))],
    ['archiveprefix', paper.arxivId === '' ? '' : '{arXiv}'],
    ['url', braced(verbatim(paper.url))],
    ['abstract', braced(toLatex(paper.abstract))],
    ['keywords', braced(paper.tags.map(keyword).filter((tag) => tag !== '').join(', '))],
  ];
}

function extraField({ extra }: Paper, name: string): string {
  return Object.hasOwn(extra, name) ? (extra[name] ?? '') : '';
}

/** The first value of each field; what is empty is not printed. */
function distinctFields(fields: readonly Field[]): Field[] {
  const seen = new Set<string>();
  return fields.filter(([name, value]) => value !== '' && !seen.has(name) && seen.add(name));
}

function braced(value: string): string {
  return value === '' ? '' : `{${value}}`;
}

/** Identifiers and addresses stand as they are; what would end or break the value is percent-encoded. */
function verbatim(text: string): string {
  return oneLine(text).replace(/[\s{}\\]/g, (character) => encodeURIComponent(character));
}

function keyword(tag: string): string {
  const latex = toLatex(tag);
  return latex.includes(',') ? `{${latex}}` : latex;
}

function bibtexNames(names: readonly Author[]): string {
  return names.map(bibtexName).filter((name) => name !== '').join(' and ');
}

/**
 * `Family, Given`, or `Family, Jr., Given` for a given name that ends in a suffix. A group, and a name with more commas
 * or with nothing but hyphens (which part words), stands in braces and is not taken apart: biber counts commas in inner
 * braces, so that nothing less helps.
 */
function bibtexName(author: Author): string {
  const parts = 'literal' in author ? [author.literal] : [familyNameOf(author), author.suffix ?? '', ...`${author.given} ${author.droppingParticle ?? ''}`.trim().split(',').toReversed()];
  const [family = '', ...others] = parts.map(toLatex).filter((part) => part !== '');
  const isPlain = !family.includes(',') && [family, ...others].every((part) => /[^\s-]/.test(part));
  if (!isPlain || others.length === 0 || others.length > 2) return braced(toLatex(nameOf(author)));
  return [family, ...others].map((part) => part.replace(/(?<=^|\s)and(?=\s|$)/gi, '{$&}')).join(', ');
}
