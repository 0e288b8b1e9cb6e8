import { z } from 'zod';
import type { Children } from './children';
import type { Library } from './library';
import { Scope, nameOf, shortAuthors, yearOf, type Membership, type Paper, type PaperId, type ReadingStatus } from './model';
import { assertNever } from './errors';
import { parseQuery, type Query, type QueryField } from './query';
import type { TechniqueIndex } from './techniques';
import { fold } from './text';
import { touchedPapers } from './transaction';

export { Scope };

export const SortColumn = z.enum(['title', 'authors', 'year', 'venue', 'status', 'rating', 'techniques', 'added']);
export type SortColumn = z.infer<typeof SortColumn>;

export const Sort = z.strictObject({ column: SortColumn, direction: z.enum(['ascending', 'descending']) });
export type Sort = z.infer<typeof Sort>;

/** A view of the library: a scope, what was typed into the filter, and an order. */
export const View = z.strictObject({ scope: Scope, filter: z.string().max(1000), sort: Sort });
export type View = z.infer<typeof View>;

/** Answers which papers a view shows. Searches a folded text per paper that is made once and again after a change. */
export interface Viewer {
  papers(view: View): Promise<Paper[]>;
}

export function createViewer(library: Library, techniques: TechniqueIndex, children: Children): Viewer {
  const texts = createSearchTexts(library, children);
  return {
    async papers({ scope, filter, sort }) {
      const query = parseQuery(filter);
      const asksTechniques = scope.kind === 'technique' || sort.column === 'techniques' || query.fields.some(({ field }) => field === 'technique');
      if (asksTechniques) await techniques.warm();
      const trashed = scope.kind === 'trash' || query.fields.some(({ field, value }) => field === 'is' && value === 'trashed');
      const found = [...library.tables.papers.values()].filter((paper) =>
        (paper.trashedAt !== null) === trashed && inScope(paper, scope, techniques) && matches(paper, query, { library, techniques, texts }));
      return sorted(found, sort, scope, techniques);
    },
  };
}

function inScope(paper: Paper, scope: Scope, techniques: TechniqueIndex): boolean {
  switch (scope.kind) {
    case 'all': return true;
    case 'trash': return true;
    case 'status': return paper.status === scope.status;
    case 'technique': return standing(techniques.of(paper)).some(({ id }) => id === scope.id);
    case 'collection': return paper.collections.includes(scope.id);
    case 'tag': return paper.tags.includes(scope.tag);
    default: return assertNever(scope);
  }
}

/** The memberships that count: all but the rejected ones. */
export function standing<T extends Membership>(assignments: readonly T[]): T[] {
  return assignments.filter(({ state }) => state !== 'rejected');
}

interface Sources { library: Library; techniques: TechniqueIndex; texts: SearchTexts }

function matches(paper: Paper, query: Query, sources: Sources): boolean {
  if (!query.fields.every(({ field, value }) => fieldMatches(paper, field, value, sources))) return false;
  if (query.words.length === 0) return true;
  const text = sources.texts.of(paper);
  return query.words.every((word) => text.includes(word));
}

function fieldMatches(paper: Paper, field: QueryField, value: string, { library, techniques }: Sources): boolean {
  switch (field) {
    case 'title': return fold(paper.title).includes(value);
    case 'author': return paper.authors.some((author) => fold(nameOf(author)).includes(value));
    case 'year': return paper.issued.startsWith(value) || paper.issued.includes(`/${value}`); // of a range either end
    case 'tag': return paper.tags.some((tag) => fold(tag) === value);
    case 'status': return paper.status === value;
    case 'key': return fold(paper.citationKey) === value;
    case 'id': return paper.id === value;
    case 'is': return value === 'trashed' || value === paper.status;
    case 'technique': return standing(techniques.of(paper)).some(({ id }) => id === value || fold(techniques.technique(id)?.name ?? '') === value);
    case 'collection': return paper.collections.some((id) => id === value || fold(library.tables.collections.get(id)?.name ?? '') === value);
    default: return assertNever(field);
  }
}

type Key = string | number;

function sorted(papers: Paper[], sort: Sort, scope: Scope, techniques: TechniqueIndex): Paper[] {
  const keyed = papers.map((paper) => ({ paper, key: sortKey(paper, sort, scope, techniques), title: fold(paper.title) }));
  const sign = sort.direction === 'ascending' ? 1 : -1;
  keyed.sort((a, b) => {
    // Papers that came together stay in the order in which they came.
    if (a.key === b.key) return sort.column === 'added' ? 0 : a.title < b.title ? -1 : a.title > b.title ? 1 : 0;
    // What a paper does not have comes last in either direction.
    if (a.key === '') return 1;
    if (b.key === '') return -1;
    return a.key < b.key ? -sign : sign;
  });
  return keyed.map(({ paper }) => paper);
}

const statusOrder: Record<ReadingStatus, number> = { 'to-read': 0, reading: 1, done: 2 };

function sortKey(paper: Paper, { column }: Sort, scope: Scope, techniques: TechniqueIndex): Key {
  switch (column) {
    case 'title': return fold(paper.title).replace(/^[^\p{L}\p{N}]+/u, '');
    case 'authors': return fold(shortAuthors(paper.authors));
    case 'year': return yearOf(paper) ?? '';
    case 'venue': return fold(paper.venue);
    case 'status': return statusOrder[paper.status];
    case 'rating': return paper.rating === 0 ? '' : paper.rating;
    case 'techniques': return techniqueKey(standing(techniques.of(paper)), scope);
    case 'added': return paper.addedAt;
    default: return assertNever(column);
  }
}

/** In a technique's own view papers are ordered by how sure their membership is, elsewhere by their first technique. */
function techniqueKey(assignments: readonly Membership[], scope: Scope): Key {
  if (scope.kind === 'technique') return 1 - (assignments.find(({ id }) => id === scope.id)?.score ?? 0);
  return assignments[0]?.id ?? '';
}

interface SearchTexts {
  of(paper: Paper): string;
}

function createSearchTexts(library: Library, children: Children): SearchTexts {
  const texts = new Map<PaperId, string>();
  library.onCommit(({ changes }) => {
    for (const id of touchedPapers(changes, library.tables)) texts.delete(id as PaperId);
  });

  return {
    of(paper) {
      const made = texts.get(paper.id);
      if (made !== undefined) return made;
      const text = fold([
        paper.title, ...paper.authors.map(nameOf), paper.abstract, ...paper.tags, paper.venue, paper.citationKey,
        ...children.notesOf(paper.id).flatMap(({ title, body }) => [title, body]),
      ].join('\n'));
      texts.set(paper.id, text);
      return text;
    },
  };
}
