import type { TechniqueId } from '../../core/model';
import type { Related } from '../../core/search/related';

/** How many of each are named. */
const NAMED = { techniques: 2, authors: 2, tags: 2, words: 4 };

type Shared = Pick<Related, 'techniques' | 'authors' | 'tags' | 'terms'>;

/** What two papers share in words, what a person would name first first. */
export function reasonsOf({ techniques, authors, tags, terms }: Shared, nameOf: (id: TechniqueId) => string): string[] {
  return [
    ...techniques.slice(0, NAMED.techniques).map(nameOf),
    ...authors.slice(0, NAMED.authors).map((name) => `also by ${name}`),
    ...tags.slice(0, NAMED.tags).map((tag) => `tag ${tag}`),
    ...(terms.length === 0 ? [] : [`“${terms.slice(0, NAMED.words).join('”, “')}”`]),
  ];
}
