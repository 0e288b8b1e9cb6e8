import type { TechniqueId } from '../../core/model';
import type { Related } from '../../core/search/related';

/** How many of each are named. */
const NAMED = { techniques: 2, authors: 2, tags: 2, words: 4 };

/** Words that every English text has: a small library, in which nothing is frequent, takes them for telling ones. */
const plain = new Set('a an and are as at be been both but by can do for from had has have how in into is it its more most much no not of on only or our out over so such than that the their them then there these they this those to two under up upon us use used using very was we were what when where which while who will with within you'.split(' '));

type Shared = Pick<Related, 'techniques' | 'authors' | 'tags' | 'terms'>;

/** What two papers share in words, what a person would name first first. */
export function reasonsOf({ techniques, authors, tags, terms }: Shared, nameOf: (id: TechniqueId) => string): string[] {
  const telling = terms.filter((term) => !plain.has(term));
  return [
    ...techniques.slice(0, NAMED.techniques).map(nameOf),
    ...authors.slice(0, NAMED.authors).map((name) => `also by ${name}`),
    ...tags.slice(0, NAMED.tags).map((tag) => `tag ${tag}`),
    ...(telling.length === 0 ? [] : [`“${telling.slice(0, NAMED.words).join('”, “')}”`]),
  ];
}
