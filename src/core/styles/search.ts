import { fold } from '../text';
import { OWN, type StyleEntry } from './catalogue';

export interface StyleQuery {
  words: string;
  /** The ids of those that come first, the most wanted at the front. */
  first: readonly string[];
  limit: number;
}

export interface StylesFound {
  entries: StyleEntry[];
  /** How many there are beyond the limit, too. */
  total: number;
}

/** A style with the words by which it is found. */
export interface Searchable {
  entry: StyleEntry;
  title: string;
  shortTitle: string;
  /** All its words, each after a space, so that ` word` finds where one begins. */
  words: string;
}

/** What is asked for most, across the disciplines; it comes before the journals of similar names. */
const common: ReadonlySet<string> = new Set([
  'apa', 'ieee', 'modern-language-association', 'chicago-author-date', 'chicago-fullnote-bibliography', 'vancouver', 'nature', 'science', 'cell',
  'association-for-computing-machinery', 'american-chemical-society', 'american-medical-association', 'american-physics-society',
  'american-sociological-association', 'elsevier-harvard', 'harvard-cite-them-right', 'iso690-author-date-en', 'modern-humanities-research-association',
  'plos', 'pnas', 'springer-basic-author-date', 'springer-lecture-notes-in-computer-science', 'the-lancet', 'turabian-author-date',
]);

/**
 * Finds styles by the beginnings of their words (title, short title, id, kind, field), case and accents folded; all
 * words of the query must be there. Those in `first` lead; then exact names, titles that begin with the query, common
 * styles, styles that stand for themselves, and short titles before long ones. Without a query, `first`, the person's own
 * styles and the common ones. `own` are searched besides those that are prepared.
 */
export function styleSearch(prepared: readonly Searchable[]): (query: StyleQuery, own: readonly StyleEntry[]) => StylesFound {
  return ({ words, first, limit }, own) => {
    const searchables = [...own.map(searchable), ...prepared];
    const query = wordsOf(words);
    const places = new Map(first.map((id, place) => [id, place]));
    const found = searchables
      .filter((style) => (query.length > 0 ? query.every((word) => style.words.includes(` ${word}`)) : places.has(style.entry.id) || isCommon(style.entry)))
      .map((style) => ({ style, rank: rankOf(style, query.join(' '), places.get(style.entry.id)) }));
    const sought = query.length > 0;
    found.sort((a, b) => a.rank - b.rank || (sought ? a.style.title.length - b.style.title.length : 0) || (a.style.title < b.style.title ? -1 : 1));
    return { entries: found.slice(0, limit).map(({ style }) => style.entry), total: found.length };
  };
}

function isCommon({ id }: StyleEntry): boolean {
  return common.has(id) || id.startsWith(OWN);
}

/** Lower comes first. */
function rankOf({ entry, title, shortTitle }: Searchable, query: string, place: number | undefined): number {
  if (place !== undefined) return place - 1_000_000;
  const name = query === '' ? 4 : query === shortTitle || query === title || query === entry.id ? 0 : title.startsWith(query) || shortTitle.startsWith(query) ? 2 : 4;
  return name * 2 + (isCommon(entry) ? 0 : 2) + (entry.parent === '' ? 0 : 1);
}

export function searchable(entry: StyleEntry): Searchable {
  const title = wordsOf(entry.title).join(' ');
  const shortTitle = wordsOf(entry.shortTitle).join(' ');
  const others = wordsOf(`${entry.id} ${entry.kind ?? ''} ${entry.fields.join(' ')}`).join(' ');
  return { entry, title, shortTitle, words: ` ${title} ${shortTitle} ${others}` };
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
