import { isCslType, type CslType } from '../csl-types';
import { bibstring } from './bibstrings';
import type { Fields } from './fields';

/** Entry types of BibTeX and biblatex (and those that its styles and other programs add) in CSL. */
const types: ReadonlyMap<string, CslType> = new Map<string, CslType>([
  ['article', 'article-journal'], ['suppperiodical', 'article-journal'], ['periodical', 'article-journal'], ['review', 'review'], ['newsarticle', 'article-newspaper'],
  ['book', 'book'], ['mvbook', 'book'], ['collection', 'book'], ['mvcollection', 'book'], ['proceedings', 'book'], ['mvproceedings', 'book'],
  ['reference', 'book'], ['mvreference', 'book'], ['manual', 'book'], ['commentary', 'book'], ['booklet', 'pamphlet'],
  ['inbook', 'chapter'], ['bookinbook', 'chapter'], ['suppbook', 'chapter'], ['incollection', 'chapter'], ['suppcollection', 'chapter'],
  ['inreference', 'entry-encyclopedia'], ['inproceedings', 'paper-conference'], ['conference', 'paper-conference'],
  ['thesis', 'thesis'], ['phdthesis', 'thesis'], ['mastersthesis', 'thesis'], ['masterthesis', 'thesis'], ['bachelorsthesis', 'thesis'],
  ['report', 'report'], ['techreport', 'report'], ['standard', 'standard'], ['patent', 'patent'],
  ['online', 'webpage'], ['electronic', 'webpage'], ['www', 'webpage'], ['webpage', 'webpage'],
  ['dataset', 'dataset'], ['data', 'dataset'], ['software', 'software'], ['unpublished', 'manuscript'], ['preprint', 'article'],
  ['artwork', 'graphic'], ['image', 'figure'], ['audio', 'song'], ['music', 'song'], ['movie', 'motion_picture'], ['video', 'motion_picture'],
  ['performance', 'performance'], ['jurisdiction', 'legal_case'], ['legislation', 'legislation'], ['legal', 'treaty'], ['letter', 'personal_communication'],
  ['map', 'map'], ['misc', 'document'], ['other', 'document'],
]);

const genres: ReadonlyMap<string, string> = new Map([
  ['phdthesis', 'phdthesis'], ['mastersthesis', 'mathesis'], ['masterthesis', 'mathesis'], ['bachelorsthesis', 'bathesis'], ['techreport', 'techreport'],
]);

const periodicals = new Set(['article', 'periodical', 'suppperiodical']);

export function isKnownType(type: string): boolean {
  return types.has(type);
}

/** The CSL type of an entry of which only the type is known; undefined for an unknown one. */
export function cslTypeOfEntry(type: string): CslType | undefined {
  return types.get(type);
}

/** The CSL type of an entry. A work on arXiv that appeared nowhere else is a preprint, which CSL calls an article. */
export function cslTypeOf(type: string, fields: Fields): CslType {
  const told = toldType(type, fields.tex('entrysubtype', false).trim().toLowerCase());
  if (told !== null) {
    fields.tex('entrysubtype');
    return told;
  }
  const isOnArxiv = fields.tex('eprinttype', false).toLowerCase() === 'arxiv' && fields.has('eprint');
  if (isOnArxiv && (type === 'misc' || type === 'unpublished' || (type === 'article' && !fields.has('journaltitle')))) return 'article';
  if (type === 'unpublished' && ['eventdate', 'eventtitle', 'venue'].some((field) => fields.has(field))) return 'speech';
  return types.get(type) ?? 'document';
}

/** What `entrysubtype` says where it names a type of CSL: so printers tell kinds for which there is no entry type. */
function toldType(type: string, subtype: string): CslType | null {
  if (subtype === 'preprint') return 'article';
  if (periodicals.has(type) && (subtype === 'magazine' || subtype === 'newspaper')) return `article-${subtype}`;
  return isCslType(subtype) ? subtype : null;
}

/** What kind of thesis, report or patent a work is, in words. */
export function genreOf(type: string, fields: Fields): string {
  const own = fields.text('type');
  return bibstring(own === '' ? (genres.get(type) ?? '') : own);
}
