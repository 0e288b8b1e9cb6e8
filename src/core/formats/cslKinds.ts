import type { PaperType } from '../model';
import type { CslType } from './csl-types';

/** What CSL calls each kind of work. By `article` CSL 1.0.2 means one made available outside a journal, such as a preprint. */
export const cslTypeOf: Record<PaperType, CslType> = {
  preprint: 'article',
  article: 'article-journal',
  conference: 'paper-conference',
  chapter: 'chapter',
  book: 'book',
  thesis: 'thesis',
  report: 'report',
  dataset: 'dataset',
  software: 'software',
  webpage: 'webpage',
  other: 'document',
};

const exact: ReadonlyMap<string, PaperType> = new Map(Object.entries(cslTypeOf).map(([ours, csl]) => [csl, ours as PaperType]));

/** Types that are near enough to one of ours. */
const near: ReadonlyMap<string, PaperType> = new Map<string, PaperType>([
  ['article-magazine', 'article'],
  ['article-newspaper', 'article'],
  ['review', 'article'],
  ['review-book', 'article'],
  ['entry', 'chapter'],
  ['entry-dictionary', 'chapter'],
  ['entry-encyclopedia', 'chapter'],
  ['standard', 'report'],
  ['post-weblog', 'webpage'],
  ['post', 'webpage'],
]);

/** Our kind of work for a CSL type, known or not. */
export function paperTypeOf(cslType: string): PaperType {
  return exact.get(cslType) ?? near.get(cslType) ?? 'other';
}

/** Whether our kind of work says all that the CSL type does. */
export function isExactType(cslType: string): boolean {
  return exact.has(cslType);
}

/** Kinds whose venue is who brought them out; all others appear *in* their venue. */
export const publishedBy: ReadonlySet<PaperType> = new Set<PaperType>(['preprint', 'book', 'thesis', 'report', 'dataset', 'software']);
