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
import { createOrders, picked, sortedByKeys, type Direction, type Key, type OwnSort } from './order';
import type { Clock } from './ports';
import { check, parse, refuseWrong, type Finding, type Query } from './query';
import { orderOfRanks } from './ranking';
import type { Roster } from './roster';
import type { Search } from './search/search';
import type { Matches } from './search/types';
import { inSlices, piecesOf } from './slices';
import type { TechniqueIndex } from './techniques';

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
  /**
   * The same without what is wrong in the query, for whoever sees what that is, as numbers of the roster. Rejects with
   * `cancelled` as soon as it is.
   */
  listed(view: View, wish?: Wish): Promise<Uint32Array>;
  /** Makes the orders that have not been asked for yet, once the library is read. */
  prepare(): Promise<void>;
  /** The papers outside the trash that a query finds, the newest first. */
  found(query: Query, wish?: Wish): Promise<Paper[]>;
  /** How many papers each smart collection has. */
  smartCounts(wish?: Wish): Promise<Record<CollectionId, number>>;
  /** All that is to be said about a query; `own` is the smart collection that it is of. */
  check(query: string, own?: CollectionId): Finding[];
}

interface Needs { library: Library; roster: Roster; techniques: TechniqueIndex; children: Children; search: Pick<Search, 'find' | 'matches' | 'relevance'>; clock: Clock }

export function createViewer({ library, roster, techniques, children, search, clock }: Needs): Viewer {
  const sources: Sources = { library, techniques, children, clock, searcher: searcherOver(search, roster, { whole: false }), duplicates: findDuplicates(library, clock) };
  const wholeSources: Sources = { ...sources, searcher: searcherOver(search, roster, { whole: true }) };
  const orders = createOrders(library, roster, clock);

  const findings = (query: string, own?: CollectionId): Finding[] =>
    check(parse(query), { techniques: techniques.taxonomy.techniques, collections: [...library.tables.collections.values()] }, own);

  async function listed(view: View, from: Sources, wish?: Wish): Promise<Uint32Array> {
    const { scope, filter, sort: { column, direction } } = view;
    if (column === 'relevance') {
      const [test, found] = await Promise.all([viewTest(scope, filter, from), search.relevance(wordsIn(parse(filter).query))]);
      return byScore(await inOrder(newestFirst, test, wish), scoresIn(found, roster), direction);
    }
    const test = await viewTest(scope, filter, from);
    return column === 'techniques' ? byTechnique(test, view, wish) : inOrder({ column, direction }, test, wish);
  }

  /** Does something with each paper that a test holds for, in no order that matters. */
  async function eachOf(test: Test, work: (paper: Paper, number: number) => void, wish?: Wish): Promise<void> {
    await inSlices(piecesOf(await roster.papers()), clock, ({ piece, from }) => {
      for (let at = 0; at < piece.length; at += 1) {
        const paper = piece[at];
        if (paper !== undefined && test(paper, from + at)) work(paper, from + at);
      }
    }, wish);
  }

  async function inOrder(sort: OwnSort, test: Test, wish?: Wish): Promise<Uint32Array> {
    const found = new Uint8Array((await roster.papers()).length);
    await eachOf(test, (_, number) => { found[number] = 1; }, wish);
    const order = await orders.of(sort);
    await clock.breathe();
    return order.filter((number) => found[number] === 1);
  }

  async function byTechnique(test: Test, { scope, sort }: View, wish?: Wish): Promise<Uint32Array> {
    await techniques.warm();
    const keys: Key[] = [];
    const byTitle = await inOrder({ column: 'title', direction: 'ascending' }, (paper, number) => {
      if (!test(paper, number)) return false;
      keys[number] = techniqueKey(paper, scope, techniques);
      return true;
    }, wish);
    return sortedByKeys(byTitle, picked(keys, byTitle), sort.direction, clock);
  }

  async function papersOf(numbers: Uint32Array): Promise<Paper[]> {
    const papers = await roster.papers();
    await clock.breathe();
    return picked(papers, numbers).filter((paper) => paper !== undefined);
  }

  return {
    listed: (view, wish) => listed(view, sources, wish),
    prepare: () => orders.prepare(),
    check: findings,
    async found(query, wish) {
      const test = await compiler(sources).testOf(query);
      return papersOf(await inOrder(newestFirst, (paper, number) => !isTrashed(paper) && test(paper, number), wish));
    },
    async papers(view, wish) {
      refuseWrong(view.filter, findings(view.filter));
      const collection = view.scope.kind === 'collection' ? library.tables.collections.get(view.scope.id) : undefined;
      if (collection?.query !== undefined) refuseWrong(collection.query, findings(collection.query, collection.id));
      return papersOf(await listed(view, wholeSources, wish));
    },
    async smartCounts(wish) {
      const smart = [...library.tables.collections.values()].filter(({ query }) => query !== undefined);
      const { memberTest } = compiler(sources);
      const tests = await Promise.all(smart.map(memberTest));
      const counts = smart.map(() => 0);
      await eachOf(() => true, (paper, number) => {
        for (const [index, test] of tests.entries()) if (test(paper, number)) counts[index] = (counts[index] ?? 0) + 1;
      }, wish);
      return Object.fromEntries(smart.map(({ id }, index) => [id, counts[index] ?? 0]));
    },
  };
}

const newestFirst: OwnSort = { column: 'added', direction: 'descending' };

/** By number, how much papers have of what was looked for. */
function scoresIn(found: Matches, roster: Roster): Float32Array {
  const { numbers, scores } = found.numbered(roster);
  const byNumber = new Float32Array(roster.ids.length);
  for (let at = 0; at < numbers.length; at += 1) byNumber[numbers[at] as number] = scores[at] as number;
  return byNumber;
}

/** Scores are floats that are not negative, so that their bits are in the same order. */
function byScore(numbers: Uint32Array, scores: Float32Array, direction: Direction): Uint32Array {
  const bits = new Uint32Array(scores.buffer);
  const rank = (place: number): number => bits[numbers[place] as number] ?? 0;
  const order = orderOfRanks(numbers.length, direction === 'ascending' ? rank : (place) => 0xFFFF_FFFF - rank(place));
  return order.map((place) => numbers[place] as number);
}

/** The trash is seen in its own scope, and where a query asks for it. */
async function viewTest(scope: Scope, filter: string, sources: Sources): Promise<Test> {
  const { query } = parse(filter);
  const { testOf, memberTest } = compiler(sources);
  const collection = scope.kind === 'collection' ? sources.library.tables.collections.get(scope.id) : undefined;
  const inScope = collection === undefined ? await scopeTest(scope, sources) : await memberTest(collection);
  const matches = await testOf(query);
  const trash = scope.kind === 'trash' ? true : asksForTrash(query) || isSmartAboutTrash(collection) ? null : false;
  return (paper, number) => (trash === null || isTrashed(paper) === trash) && inScope(paper, number) && matches(paper, number);
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
