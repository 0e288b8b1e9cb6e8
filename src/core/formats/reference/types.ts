import type { CslType } from '../csl-types';

/** What CSL calls the reference types of RIS, those of its first edition (1990s) and of today's. */
const cslTypes: ReadonlyMap<string, CslType> = new Map<string, CslType>([
  ['ABST', 'article-journal'], ['ADVS', 'motion_picture'], ['AGGR', 'dataset'], ['ANCIENT', 'classic'], ['ART', 'graphic'],
  ['BILL', 'bill'], ['BLOG', 'post-weblog'], ['BOOK', 'book'], ['CASE', 'legal_case'], ['CHAP', 'chapter'], ['CHART', 'figure'],
  ['CLSWK', 'classic'], ['COMP', 'software'], ['CONF', 'paper-conference'], ['CPAPER', 'paper-conference'], ['CTLG', 'book'],
  ['DATA', 'dataset'], ['DBASE', 'dataset'], ['DICT', 'entry-dictionary'], ['EBOOK', 'book'], ['ECHAP', 'chapter'],
  ['EDBOOK', 'book'], ['EJOUR', 'article-journal'], ['ELEC', 'webpage'], ['ENCYC', 'entry-encyclopedia'], ['EQUA', 'figure'],
  ['FIGURE', 'figure'], ['GEN', 'document'], ['GOVDOC', 'report'], ['GRANT', 'document'], ['GRNT', 'document'], ['HEAR', 'hearing'],
  ['ICOMM', 'personal_communication'], ['INPR', 'article-journal'], ['INTV', 'interview'], ['JFULL', 'article-journal'],
  ['JOUR', 'article-journal'], ['LEGAL', 'legislation'], ['MANSCPT', 'manuscript'], ['MAP', 'map'], ['MGZN', 'article-magazine'],
  ['MPCT', 'motion_picture'], ['MULTI', 'motion_picture'], ['MUSIC', 'musical_score'], ['NEWS', 'article-newspaper'],
  ['PAMP', 'pamphlet'], ['PAT', 'patent'], ['PCOMM', 'personal_communication'], ['POD', 'broadcast'], ['PRESS', 'article-newspaper'],
  ['RPRT', 'report'], ['SER', 'book'], ['SLIDE', 'speech'], ['SOUND', 'song'], ['STAND', 'standard'], ['STAT', 'legislation'],
  ['STD', 'document'], ['THES', 'thesis'], ['UNBILL', 'bill'], ['UNPB', 'article'], ['UNPD', 'article'], ['VIDEO', 'motion_picture'],
  ['WEB', 'webpage'],
]);

/** The first type that each CSL type is written as; the others say more than CSL can and are kept beside it. */
const plain: ReadonlySet<string> = new Set([
  'BILL', 'BLOG', 'BOOK', 'CASE', 'CHAP', 'CLSWK', 'COMP', 'CPAPER', 'DATA', 'DICT', 'ELEC', 'ENCYC', 'FIGURE', 'GEN', 'ART',
  'HEAR', 'INTV', 'ICOMM', 'JOUR', 'MANSCPT', 'MAP', 'MGZN', 'MPCT', 'MUSIC', 'NEWS', 'PAMP', 'PAT', 'POD', 'RPRT', 'SLIDE',
  'SOUND', 'STAND', 'STAT', 'THES', 'UNPB', 'CONF', 'WEB',
]);

/** The CSL type of a reference type, and the reference type itself where that says more; both for any text. */
export function referenceType(type: string): { csl: CslType; own: string } {
  const name = type.trim().toUpperCase();
  return { csl: cslTypes.get(name) ?? 'document', own: plain.has(name) ? '' : name };
}

/** EndNote's numbers for its reference types, by which its XML names them. */
const byNumber: ReadonlyMap<number, string> = new Map([
  [0, 'JOUR'], [2, 'ART'], [3, 'ADVS'], [4, 'BILL'], [5, 'CHAP'], [6, 'BOOK'], [7, 'CASE'], [8, 'CHART'], [9, 'COMP'], [10, 'CONF'],
  [12, 'ELEC'], [13, 'GEN'], [14, 'HEAR'], [17, 'JOUR'], [19, 'MGZN'], [20, 'MAP'], [21, 'MPCT'], [23, 'NEWS'], [24, 'PAMP'], [25, 'PAT'],
  [26, 'PCOMM'], [27, 'RPRT'], [28, 'EDBOOK'], [31, 'STAT'], [32, 'THES'], [34, 'UNPB'], [36, 'MANSCPT'], [37, 'FIGURE'], [38, 'CHART'],
  [39, 'EQUA'], [43, 'EJOUR'], [44, 'EBOOK'], [45, 'DBASE'], [46, 'GOVDOC'], [47, 'CPAPER'], [48, 'MULTI'], [49, 'CLSWK'], [50, 'LEGAL'],
  [51, 'ANCIENT'], [52, 'DICT'], [53, 'ENCYC'], [54, 'GRANT'], [55, 'AGGR'], [56, 'BLOG'], [57, 'SER'], [58, 'STAND'], [59, 'DATA'],
  [60, 'ECHAP'], [61, 'MUSIC'],
]);

const byName: ReadonlyMap<string, string> = new Map([
  ['journal article', 'JOUR'], ['book', 'BOOK'], ['thesis', 'THES'], ['conference proceedings', 'CONF'], ['conference paper', 'CPAPER'],
  ['personal communication', 'PCOMM'], ['newspaper article', 'NEWS'], ['magazine article', 'MGZN'], ['computer program', 'COMP'],
  ['book section', 'CHAP'], ['edited book', 'EDBOOK'], ['report', 'RPRT'], ['map', 'MAP'], ['audiovisual material', 'ADVS'],
  ['artwork', 'ART'], ['patent', 'PAT'], ['web page', 'ELEC'], ['electronic article', 'EJOUR'], ['electronic book', 'EBOOK'],
  ['electronic book section', 'ECHAP'], ['online database', 'DBASE'], ['online multimedia', 'MULTI'], ['unpublished work', 'UNPB'],
  ['manuscript', 'MANSCPT'], ['dataset', 'DATA'], ['standard', 'STAND'], ['statute', 'STAT'], ['bill', 'BILL'], ['case', 'CASE'],
  ['hearing', 'HEAR'], ['blog', 'BLOG'], ['dictionary', 'DICT'], ['encyclopedia', 'ENCYC'], ['serial', 'SER'], ['grant', 'GRANT'],
  ['government document', 'GOVDOC'], ['film or broadcast', 'MPCT'], ['music', 'MUSIC'], ['pamphlet', 'PAMP'], ['figure', 'FIGURE'],
  ['chart or table', 'CHART'], ['equation', 'EQUA'], ['classical work', 'CLSWK'], ['ancient text', 'ANCIENT'], ['generic', 'GEN'],
  ['aggregated database', 'AGGR'], ['catalog', 'CTLG'], ['interview', 'INTV'], ['podcast', 'POD'], ['legal rule or regulation', 'LEGAL'],
]);

/** The reference type that EndNote's XML names in words and as a number; the words count, since programs disagree on numbers. */
export function endnoteType(name: string, number: string): string {
  const digits = number.trim();
  return byName.get(name.trim().toLowerCase()) ?? (/^\d{1,3}$/.test(digits) ? byNumber.get(Number(digits)) : undefined) ?? 'GEN';
}

/** Kinds of work that appear in nothing larger than a series. */
export const standAlone: ReadonlySet<string> = new Set(['book', 'thesis', 'report', 'dataset', 'software', 'article', 'manuscript', 'map', 'standard', 'pamphlet', 'figure', 'graphic', 'motion_picture']);
