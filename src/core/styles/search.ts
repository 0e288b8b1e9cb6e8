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

interface Searchable {
  entry: StyleEntry;
  title: string;
  shortTitle: string;
  /** All its words, each after a space, so that ` word` finds where one begins. */
  words: string;
}

/** What everybody knows comes before the journals that follow it. */
const COMMON = 'generic-base';

/**
 * Finds styles by the beginnings of their words (title, short title, id, kind, field), case and accents folded; all
 * words of the query must be there. Those in `first` lead; then exact names, titles that begin with the query, common
 * styles, styles that stand for themselves, and short titles before long ones. Without a query, `first`, the person's own
 * styles and the common ones. `own` are searched besides `entries`, which are prepared once.
 */
export function styleSearch(entries: readonly StyleEntry[]): (query: StyleQuery, own: readonly StyleEntry[]) => StylesFound {
  const prepared = entries.map(searchable);
  return ({ words, first, limit }, own) => {
    const searchables = [...own.map(searchable), ...prepared];
    const query = wordsOf(words);
    const places = new Map(first.map((id, place) => [id, place]));
    const found = searchables
      .filter((style) => (query.length > 0 ? query.every((word) => style.words.includes(` ${word}`)) : places.has(style.entry.id) || isCommon(style.entry)))
      .map((style) => ({ style, rank: rankOf(style, query.join(' '), places.get(style.entry.id)) }));
    found.sort((a, b) => a.rank - b.rank || a.style.title.length - b.style.title.length || (a.style.title < b.style.title ? -1 : 1));
    return { entries: found.slice(0, limit).map(({ style }) => style.entry), total: found.length };
  };
}

function isCommon({ id, fields }: StyleEntry): boolean {
  return fields.includes(COMMON) || id.startsWith(OWN);
}

/** Lower comes first. */
function rankOf({ entry, title, shortTitle }: Searchable, query: string, place: number | undefined): number {
  if (place !== undefined) return place - 1_000_000;
  const name = query === shortTitle || query === title || query === entry.id ? 0 : title.startsWith(query) || shortTitle.startsWith(query) ? 2 : 4;
  return name * 2 + (isCommon(entry) ? 0 : 2) + (entry.parent === '' ? 0 : 1);
}

function searchable(entry: StyleEntry): Searchable {
  const title = wordsOf(entry.title).join(' ');
  const shortTitle = wordsOf(entry.shortTitle).join(' ');
  const others = wordsOf(`${entry.id} ${entry.kind ?? ''} ${entry.fields.join(' ')}`).join(' ');
  return { entry, title, shortTitle, words: ` ${title} ${shortTitle} ${others}` };
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
