import type { Collection, CollectionId } from '../model';
import { conditionsOf, parse, type Condition, type Query } from '../query';
import { circleThrough } from '../query/circles';
import { named } from '../query/naming';
import { conditionTest, isTrashed } from './conditions';
import type { Sources, Test, TextQuery } from './sources';

/** The tests of queries and collections as things are now; what takes its time is done once, before. */
export function compiler(sources: Sources) {
  const members = new Map<CollectionId, Promise<Test>>();

  /** The test of a query. */
  async function testOf(query: Query): Promise<Test> {
    if (isText(query)) return sources.searcher.prepare(query);
    switch (query.kind) {
      case 'all': {
        const tests = await testsOf('all', query.parts);
        return (paper, number) => tests.every((test) => test(paper, number));
      }
      case 'any': {
        const tests = await testsOf('any', query.parts);
        return (paper, number) => tests.some((test) => test(paper, number));
      }
      case 'not': {
        const test = await testOf(query.part);
        return (paper, number) => !test(paper, number);
      }
      case 'name': return query.field === 'collection' ? collectionsTest(query) : conditionTest(query, sources);
      default: return conditionTest(query, sources);
    }
  }

  /** The tests of several queries, the quick ones first; what is about words is searched for at once. */
  async function testsOf(kind: 'all' | 'any', parts: readonly Query[]): Promise<Test[]> {
    const texts = parts.filter(isText);
    const others = parts.filter((part) => !isText(part)).toSorted((a, b) => costOf(a) - costOf(b));
    const tests = await Promise.all(others.map(testOf));
    return texts.length === 0 ? tests : [...tests, await sources.searcher.prepare({ kind, parts: texts })];
  }

  async function collectionsTest({ naming }: Extract<Condition, { kind: 'name' }>): Promise<Test> {
    const tests = await Promise.all(named(naming, sources.library.tables.collections.values()).map(memberTest));
    return (paper, number) => tests.some((test) => test(paper, number));
  }

  /** Whether a paper is in a collection: put there, or found by its query. One that asks for itself finds none. */
  function memberTest(collection: Collection): Promise<Test> {
    const known = members.get(collection.id);
    if (known !== undefined) return known;
    const test = membershipOf(collection);
    members.set(collection.id, test);
    return test;
  }

  async function membershipOf(collection: Collection): Promise<Test> {
    const { id, query: text } = collection;
    if (text === undefined) return ({ collections }) => collections.includes(id);
    if (circleThrough(collection, [...sources.library.tables.collections.values()]) !== null) return () => false;
    const { query } = parse(text);
    const test = await testOf(query);
    return asksForTrash(query) ? test : (paper, number) => !isTrashed(paper) && test(paper, number);
  }

  return { testOf, memberTest };
}

function costOf(query: Query): number {
  if (query.kind === 'choice' || query.kind === 'range') return 0;
  return query.kind === 'name' && query.field !== 'technique' && query.field !== 'collection' ? 1 : 2;
}

/** Whether a query is about words alone. One without parts holds for everything, which needs no search. */
export function isText(query: Query): query is TextQuery {
  switch (query.kind) {
    case 'all':
    case 'any': return query.parts.length > 0 && query.parts.every(isText);
    case 'not': return isText(query.part);
    default: return query.kind === 'text';
  }
}

/** What is in the trash is found only by a query that says something of it. */
export function asksForTrash(query: Query): boolean {
  for (const { condition } of conditionsOf(query)) {
    if (condition.kind === 'choice' && condition.value === 'trashed') return true;
  }
  return false;
}
