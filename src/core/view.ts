import { z } from 'zod';
import type { Wish } from './cancelling';
import type { Children } from './children';
import { assertNever } from './errors';
import type { Library } from './library';
import { asksForTrash, compiler } from './matching/compile';
import { isTrashed, standing } from './matching/conditions';
import { findDuplicates } from './matching/duplicates';
import type { Sources, Test } from './matching/sources';
import { searcherOver, wordsIn } from './matching/textSearch';
import { Scope, type Collection, type CollectionId, type Paper } from './model';
import { comparison, createOrders, keyedBy, type Key, type Keyed, type OwnSort } from './order';
import type { Clock } from './ports';
import { check, parse, refuseWrong, type Finding, type Query } from './query';
import { inSlices, sortInSlices } from './slices';
import type { Search } from './search/search';
import type { TechniqueIndex } from './techniques';
import { fold } from './text';

export { Scope, standing };

/** `relevance` is how much a paper has of the words of the query; descending, the one with most comes first. */
export const SortColumn = z.enum(['title', 'authors', 'year', 'venue', 'status', 'rating', 'techniques', 'added', 'relevance']);
export type SortColumn = z.infer<typeof SortColumn>;

export const Sort = z.strictObject({ column: SortColumn, direction: z.enum(['ascending', 'descending']) });
export type Sort = z.infer<typeof Sort>;

/** A view of the library: a scope, a query in the language of docs/QUERY.md, and an order. */
export const View = z.strictObject({ scope: Scope, filter: z.string().max(1000), sort: Sort });
export type View = z.infer<typeof View>;

/** Answers which papers a view shows. */
export interface Viewer {
  /** Throws `invalid-input` where something is wrong with the query, so that nobody is given more papers than they asked for. */
  papers(view: View, wish?: Wish): Promise<Paper[]>;
  /** The same without what is wrong in the query, for whoever sees what that is. Rejects with `cancelled` as soon as it is. */
  listed(view: View, wish?: Wish): Promise<Paper[]>;
  /** The papers outside the trash that a query finds, the newest first. */
  found(query: Query, wish?: Wish): Promise<Paper[]>;
  /** How many papers each smart collection has. */
  smartCounts(wish?: Wish): Promise<Record<CollectionId, number>>;
  /** All that is to be said about a query; `own` is the smart collection that it is of. */
  check(query: string, own?: CollectionId): Finding[];
}

interface Needs { library: Library; techniques: TechniqueIndex; children: Children; search: Pick<Search, 'find' | 'matches' | 'relevance'>; clock: Clock }

export function createViewer({ library, techniques, children, search, clock }: Needs): Viewer {
  const sources: Sources = { library, techniques, children, clock, searcher: searcherOver(search, { whole: false }), duplicates: findDuplicates(library, clock) };
  const wholeSources: Sources = { ...sources, searcher: searcherOver(search, { whole: true }) };
  const orders = createOrders(library, clock);

  const findings = (query: string, own?: CollectionId): Finding[] =>
    check(parse(query), { techniques: techniques.taxonomy.techniques, collections: [...library.tables.collections.values()] }, own);

  async function listed(view: View, from: Sources, wish?: Wish): Promise<Paper[]> {
    const test = await viewTest(view.scope, view.filter, from);
    const { column, direction } = view.sort;
    if (column === 'techniques') return byTechnique(test, view, wish);
    if (column !== 'relevance') return inOrder({ column, direction }, test, wish);
    const score = await search.relevance(wordsIn(parse(view.filter).query));
    const found = (await inOrder({ column: 'added', direction: 'descending' }, test, wish)).map((paper) => ({ paper, score: score(paper.id) }));
    const sign = direction === 'descending' ? 1 : -1;
    return (await sortInSlices(found, (a, b) => sign * (b.score - a.score), clock)).map(({ paper }) => paper);
  }

  async function inOrder(sort: OwnSort, test: Test, wish?: Wish): Promise<Paper[]> {
    const found: Paper[] = [];
    await inSlices(await orders.of(sort), clock, (paper) => { if (test(paper)) found.push(paper); }, wish);
    return found;
  }

  async function byTechnique(test: Test, { scope, sort }: View, wish?: Wish): Promise<Paper[]> {
    await techniques.warm();
    const found: Keyed[] = [];
    await inSlices([...library.tables.papers.values()], clock, (paper) => {
      if (test(paper)) found.push(keyedBy(paper, techniqueKey(paper, scope, techniques), fold(paper.title), found.length));
    }, wish);
    return (await sortInSlices(found, comparison(sort.direction), clock)).map(({ paper }) => paper);
  }

  return {
    listed: (view, wish) => listed(view, sources, wish),
    check: findings,
    async found(query, wish) {
      const test = await compiler(sources).testOf(query);
      return inOrder({ column: 'added', direction: 'descending' }, (paper) => !isTrashed(paper) && test(paper), wish);
    },
    async papers(view, wish) {
      refuseWrong(view.filter, findings(view.filter));
      const collection = view.scope.kind === 'collection' ? library.tables.collections.get(view.scope.id) : undefined;
      if (collection?.query !== undefined) refuseWrong(collection.query, findings(collection.query, collection.id));
      return listed(view, wholeSources, wish);
    },
    async smartCounts(wish) {
      const smart = [...library.tables.collections.values()].filter(({ query }) => query !== undefined);
      const { memberTest } = compiler(sources);
      const tests = await Promise.all(smart.map(memberTest));
      const counts = smart.map(() => 0);
      await inSlices([...library.tables.papers.values()], clock, (paper) => {
        for (const [index, test] of tests.entries()) if (test(paper)) counts[index] = (counts[index] ?? 0) + 1;
      }, wish);
      return Object.fromEntries(smart.map(({ id }, index) => [id, counts[index] ?? 0]));
    },
  };
}

/** The trash is seen in its own scope, and where a query asks for it. */
async function viewTest(scope: Scope, filter: string, sources: Sources): Promise<Test> {
  const { query } = parse(filter);
  const { testOf, memberTest } = compiler(sources);
  const collection = scope.kind === 'collection' ? sources.library.tables.collections.get(scope.id) : undefined;
  const inScope = collection === undefined ? await scopeTest(scope, sources) : await memberTest(collection);
  const matches = await testOf(query);
  const trash = scope.kind === 'trash' ? true : asksForTrash(query) || isSmartAboutTrash(collection) ? null : false;
  return (paper) => (trash === null || isTrashed(paper) === trash) && inScope(paper) && matches(paper);
}

function isSmartAboutTrash(collection: Collection | undefined): boolean {
  return collection?.query !== undefined && asksForTrash(parse(collection.query).query);
}

async function scopeTest(scope: Scope, { techniques }: Sources): Promise<Test> {
  switch (scope.kind) {
    case 'all':
    case 'trash': return () => true;
    case 'status': return ({ status }) => status === scope.status;
    case 'tag': return ({ tags }) => tags.includes(scope.tag);
    case 'collection': return () => false; // it is gone
    case 'technique':
      await techniques.warm();
      return (paper) => standing(techniques.of(paper)).some(({ id }) => id === scope.id);
    default: return assertNever(scope);
  }
}

/** In a technique's own view papers are ordered by how sure their membership is, elsewhere by their first technique. */
function techniqueKey(paper: Paper, scope: Scope, techniques: TechniqueIndex): Key {
  const assignments = standing(techniques.of(paper));
  if (scope.kind === 'technique') return 1 - (assignments.find(({ id }) => id === scope.id)?.score ?? 0);
  return assignments[0]?.id ?? '';
}
