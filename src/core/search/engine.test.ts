import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaperId } from '../model';
import { SearchEngine } from './engine';
import { scan } from './scan';
import { segmentFrom, sectionsOf, type Sections } from './storedSegment';
import { type SearchDocument, type SearchField, type TextQuery } from './types';

const atOnce = { elapsed: () => 0, breathe: () => Promise.resolve() };
/** None has `low` and `rank` as words of their own: finding them as `lowrank` is what looking at every paper does not. */
const texts = ['low-rank', 'lowrank', 'Ranks', 'ranking', 'rnak', 'naïve', 'naive', 'Straße', 'strasse', 'GPT-4', 'gpt4', '量子力学', '力学', '子', 'BERT模型', 'models', 'model', 'modeled', 'modle', 'quantise', 'quantize', '$\\alpha$', 'α', "model's", 'transformer', 'transfomer', 'of', 'a', 'İ', 'fine-\ntuning', 'so\u00adft', '…', '\ud800', ''];
const text = fc.array(fc.constantFrom(...texts), { maxLength: 6 }).map((words) => words.join(' '));
const field = fc.constantFrom<SearchField>('title', 'abstract', 'note', 'tag');
const fields = fc.option(fc.uniqueArray(field, { minLength: 1, maxLength: 2 }), { nil: undefined });
const id = fc.integer({ min: 0, max: 11 }).map((number) => `paper-${number}` as PaperId);
const document: fc.Arbitrary<SearchDocument> = fc.record({ id, texts: fc.dictionary(field, fc.array(text, { maxLength: 2 }), { noNullPrototype: true }) });
const typed = [...texts, 'low rank', 'low', 'rank'];
const prefixOf = (word: string, length: number): string => [...word].slice(0, length).join('');
const word = fc.record({ text: fc.tuple(fc.constantFrom(...typed), fc.integer({ min: 1, max: 12 })).map(([whole, length]) => prefixOf(whole, length)), fields, prefix: fc.boolean(), fuzzy: fc.constantFrom(undefined, 0 as const, 1 as const, 2 as const) });

const { query } = fc.letrec<{ query: TextQuery; leaf: TextQuery }>((tie) => ({
  leaf: fc.oneof(
    word.map((of): TextQuery => ({ kind: 'word', ...of })),
    fc.record({ words: fc.array(fc.constantFrom(...typed), { maxLength: 3 }), fields }).map((of): TextQuery => ({ kind: 'phrase', ...of })),
    fc.record({ text: fc.constantFrom('mod*', '*ank', 'r?nk', '*', 'm*l*s', '力*', 'na?ve'), fields }).map((of): TextQuery => ({ kind: 'pattern', ...of })),
    fc.constant<TextQuery>({ kind: 'all' }),
  ),
  query: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'),
    fc.record({ kind: fc.constantFrom('and' as const, 'or' as const), parts: fc.array(tie('query'), { maxLength: 3 }) }),
    tie('query').map((part): TextQuery => ({ kind: 'not', part }))),
}));

/** What happens to an index. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('update' as const), documents: fc.array(document, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('remove' as const), id }),
  fc.record({ kind: fc.constant('tidy' as const), everything: fc.boolean() }),
  fc.constant({ kind: 'reload' as const }),
);

function reloaded(engine: SearchEngine): SearchEngine {
  const fresh = new SearchEngine();
  for (const { segment, alive } of engine.living) {
    const sections = Object.fromEntries(Object.entries(sectionsOf(segment)).map(([name, bytes]) => [name, bytes.slice()])) as unknown as Sections;
    const read = segmentFrom(sections, segment.places, segment.placesLength);
    if (read === null) throw new Error('A segment did not read back.');
    fresh.adopt({ segment: read, alive: alive.slice() });
  }
  return fresh;
}

async function foundBy(engine: SearchEngine, request: TextQuery): Promise<PaperId[]> {
  const { slots } = engine.search({ query: request, limit: 3 });
  return Array.from(slots, (slot) => engine.ids[slot] ?? ('' as PaperId)).toSorted();
}

async function scanned(documents: Iterable<SearchDocument>, request: TextQuery): Promise<PaperId[]> {
  const { matches } = await scan(documents, { query: request, limit: 3 }, atOnce);
  return [...matches.ids()].toSorted();
}

describe('the index', () => {
  it('finds what a look at every paper finds, whatever has happened to it', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.array(query, { minLength: 1, maxLength: 4 }), async (steps, queries) => {
      let engine = new SearchEngine();
      const library = new Map<PaperId, SearchDocument>();
      /** How many papers too many or too few there are between the steps of a merge. */
      const sizes: number[] = [];
      for (const each of steps) {
        if (each.kind === 'update') {
          engine.update(each.documents);
          for (const one of each.documents) library.set(one.id, one);
        } else if (each.kind === 'remove') {
          engine.update([], [each.id]);
          library.delete(each.id);
        } else if (each.kind === 'tidy') {
          for (const _ of engine.tidy(each.everything) ?? []) sizes.push(engine.size - library.size);
        } else engine = reloaded(engine);
      }
      expect(engine.size).toBe(library.size);
      expect(sizes.filter((size) => size !== 0)).toEqual([]);
      for (const each of queries) expect({ query: each, found: await foundBy(engine, each) }).toEqual({ query: each, found: await scanned(library.values(), each) });
    }), { numRuns: 500 });
  });
});
