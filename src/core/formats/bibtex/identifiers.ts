import { parseArxivId, parseArxivReference } from '../arxiv';
import type { CslItem } from '../csl-types';
import type { Fields } from './fields';
import { isAddress } from './publication';

/** Where the archives of `eprinttype` show a work. */
const archives: ReadonlyMap<string, string> = new Map([
  ['arxiv', 'https://arxiv.org/abs/'], ['jstor', 'https://www.jstor.org/stable/'], ['pubmed', 'https://www.ncbi.nlm.nih.gov/pubmed/'],
  ['googlebooks', 'https://books.google.com?id='], ['hdl', 'https://hdl.handle.net/'],
]);

/** Identifiers and addresses of a work, and its arXiv id where it has one. */
export function identifiersOf(fields: Fields): Pick<CslItem, 'DOI' | 'URL' | 'ISBN' | 'ISSN' | 'PMID' | 'PMCID' | 'call-number'> & { arxivId: string } {
  const archive = fields.tex('eprinttype', false).trim().toLowerCase();
  const eprint = fields.verbatim('eprint');
  const howPublished = fields.plain('howpublished');
  const base = eprint === '' ? undefined : archives.get(archive);
  if (base !== undefined) fields.tex('eprinttype');
  const archived = base === undefined ? '' : `${base}${eprint}`;
  return {
    DOI: fields.verbatim('doi'),
    URL: fields.verbatim('url') || archived || (isAddress(howPublished) ? howPublished.replace(/^.*?(?=http)/i, '') : ''),
    ISBN: fields.verbatim('isbn'),
    ISSN: fields.verbatim('issn'),
    PMID: fields.verbatim('pmid') || (archive === 'pubmed' ? eprint : ''),
    PMCID: fields.verbatim('pmcid') || fields.verbatim('pmc'),
    'call-number': fields.text('library'),
    arxivId: arxivIdOf(fields, archive, eprint),
  };
}

function arxivIdOf(fields: Fields, archive: string, eprint: string): string {
  const journal = fields.tex('journaltitle', false);
  const inJournal = /\barxiv:\s{0,3}([a-z.-]{0,20}\/?\d[\d.]{3,12}(?:v\d{1,3})?)/i.exec(journal)?.[1] ?? '';
  if (archive === 'arxiv') return parseArxivId(eprint) ?? '';
  return parseArxivReference(eprint) ?? parseArxivId(inJournal) ?? (fields.has('arxivid') ? parseArxivId(fields.verbatim('arxivid')) : null) ?? '';
}
