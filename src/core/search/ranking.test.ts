import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperId } from '../model';
import { SearchEngine } from './engine';
import { bestFirst } from './ranking';
import type { SearchDocument, TextQuery } from './types';

const word = (text: string, prefix = false): TextQuery => ({ kind: 'word', text, prefix });

function engineOf(documents: Record<string, SearchDocument['texts']>): SearchEngine {
  const engine = new SearchEngine();
  engine.update(Object.entries(documents).map(([id, texts]) => ({ id: id as PaperId, texts })));
  return engine;
}

function order(engine: SearchEngine, query: TextQuery, loosely = false): string[] {
  const { slots, ranked, partly } = engine.search({ query, limit: 10, loosely });
  return [...slots.subarray(0, ranked), ...partly.slots].map((slot) => engine.ids[slot] ?? '');
}

describe('the best first', () => {
  it('are those that sorting all puts first, and all the others are still there', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 400 }), fc.nat(80), (values, limit) => {
      const ranked = { slots: Uint32Array.from(values, (_, at) => at), scores: Float32Array.from(values) };
      const count = bestFirst(ranked, limit);
      const sorted = values.map((score, at) => ({ score, at })).toSorted((a, b) => b.score - a.score || a.at - b.at);
      expect([...ranked.slots.subarray(0, count)]).toEqual(sorted.slice(0, limit).map(({ at }) => at));
      expect([...ranked.slots].toSorted((a, b) => a - b)).toEqual(values.map((_, at) => at));
      expect([...ranked.slots].map((slot) => values[slot])).toEqual([...ranked.scores]);
    }));
  });
});

describe('papers are in order', () => {
  it('by where the word stands, how often, and in how long a text', () => {
    const filler = 'of many other things that are said at some length here '.repeat(4);
    const engine = engineOf({
      twice: { abstract: [`pruning and pruning ${filler}`] }, title: { title: ['pruning'], abstract: [filler] }, once: { abstract: [`pruning ${filler}`] }, long: { abstract: [`pruning ${filler} ${filler}`] }, none: { abstract: [filler] },
    });
    expect(order(engine, word('pruning'))).toEqual(['title', 'twice', 'once', 'long']);
  });

  it('by the word itself before its other forms, and those before words that begin with it', () => {
    const engine = engineOf({ begins: { title: ['modelzoo'] }, form: { title: ['models'] }, itself: { title: ['model'] } });
    expect(order(engine, word('model', true))).toEqual(['itself', 'form', 'begins']);
  });

  it('by rare words more than by common ones, where any will do', () => {
    const engine = engineOf({ common: { title: ['deep nets'] }, other: { title: ['deep sea'] }, third: { title: ['deep space'] }, rare: { title: ['quokka nets'] }, last: { title: ['deep'] } });
    expect(order(engine, { kind: 'or', parts: [word('deep'), word('quokka')] })[0]).toBe('rare');
  });

  it('with those that lack some of what was asked for behind all others, if they are wanted at all', () => {
    const engine = engineOf({ all: { abstract: ['sparse attention for long texts'] }, some: { title: ['attention', 'attention'] }, none: { title: ['pruning'] }, not: { title: ['attention zebra'] } });
    const query: TextQuery = { kind: 'and', parts: [word('sparse'), word('attention'), { kind: 'not', part: word('zebra') }] };
    expect(order(engine, query)).toEqual(['all']);
    expect(order(engine, query, true)).toEqual(['all', 'some']);
    expect(engine.search({ query, limit: 10, loosely: true }).slots).toHaveLength(1);
  });
});

describe('words written together and apart', () => {
  const engine = engineOf({
    apart: { title: ['low rank adaptation'] }, hyphen: { title: ['low-rank adaptation'] }, together: { title: ['lowrank adaptation'] }, far: { title: ['rank by a low price'] }, other: { title: ['adaptation'] },
    ...Object.fromEntries(['low', 'rank'].flatMap((each) => [1, 2, 3].map((count) => [`${each}${count}`, { title: [each] }]))),
  });
  it.each<[TextQuery, string[]]>([
    [word('lowrank'), ['apart', 'hyphen', 'together']],
    [word('low-rank'), ['apart', 'hyphen', 'together']],
    [{ kind: 'and', parts: [word('low'), word('rank')] }, ['apart', 'far', 'hyphen', 'together']],
    [{ kind: 'and', parts: [word('low'), word('ra', true)] }, ['apart', 'far', 'hyphen', 'together']],
    [{ kind: 'phrase', words: ['low', 'rank', 'adaptation'] }, ['apart', 'hyphen']],
    [{ kind: 'phrase', words: ['lowrank', 'adaptation'] }, ['hyphen', 'together']],
  ])('%j finds %j', (query, ids) => {
    expect(order(engine, query).toSorted()).toEqual(ids);
  });
});

describe('in a large index', () => {
  it('the first letters find all papers that have them, with those that have most of them first', () => {
    const engine = new SearchEngine();
    const words = ['alpha', 'alps', 'alto', 'almond', 'beta'];
    engine.update(Array.from({ length: 9000 }, (_, at) => ({ id: `paper-${at}` as PaperId, texts: { title: at === 77 ? ['albatross albatross alba'] : at % 9 === 0 ? ['beta'] : ['alpha alps', words[at % 5] ?? ''] } })));
    expect(engine.living[0]?.segment.heavy.prefixes).toContain('al');
    const { slots } = engine.search({ query: word('al', true), limit: 5 });
    expect(slots).toHaveLength(Array.from({ length: 9000 }, (_, at) => at).filter((at) => at === 77 || at % 9 !== 0).length);
    engine.update([], ['paper-1' as PaperId]);
    expect(engine.search({ query: word('al', true), limit: 5 }).slots).toHaveLength(slots.length - 1);
  });
});
