import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagedText, reanchorBetween } from '../../src/core/reanchoring/between';
import { reanchor, type PagePlace, type Passage, type Reanchored } from '../../src/core/reanchoring/reanchor';
import { indexText } from '../../src/core/reanchoring/textIndex';
import { random } from '../exchange/mutations';
import { pairOf, type Pair } from './versions';

const PAIRS = 30;
/** How much is kept with a mark on either side. */
const CONTEXT = 32;

interface Counts { there: number; placed: number; uncertain: number; lost: number; wrong: number; removed: number; wrongs: string[] }

/** Looks for a passage of every other sentence of the earlier versions in the later ones, and counts what comes of it. */
function counted(find: (pair: Pair) => (at: PagePlace, passage: Passage) => Reanchored): Counts {
  const counts: Counts = { there: 0, placed: 0, uncertain: 0, lost: 0, wrong: 0, removed: 0, wrongs: [] };
  for (let seed = 1; seed <= PAIRS; seed += 1) {
    const pair = pairOf(seed);
    const found = find(pair);
    for (const { id, at, passage } of passagesOf(pair, random(seed + 1000))) {
      const outcome = found(at, passage);
      const isRight = outcome.state !== 'lost' && (pair.after.places.get(id) ?? []).some((truth) => overlaps(outcome.place, truth));
      counts[pair.removed.has(id) ? 'removed' : 'there'] += 1;
      if (outcome.state === 'certain' && !isRight) counts.wrongs.push(JSON.stringify({ seed, id, passage, outcome, there: pair.after.pages[outcome.place.page]?.slice(outcome.place.start, outcome.place.end) }));
      if (pair.removed.has(id)) continue;
      if (outcome.state === 'certain' && isRight) counts.placed += 1;
      else if (outcome.state !== 'certain') counts[outcome.state] += 1;
    }
  }
  counts.wrong = counts.wrongs.length;
  return counts;
}

describe(`${PAIRS} pairs of versions of a text`, () => {
  it('have 95 % of the passages that are still there placed for certain, and none in a wrong place', () => {
    const { wrongs, ...counts } = counted(({ before, after }) => {
      const [old, fresh] = [pagedText(before.pages), pagedText(after.pages)];
      return (at) => reanchorBetween(at, old, fresh);
    });
    expect(wrongs).toEqual([]);
    expect(counts.placed / counts.there).toBeGreaterThanOrEqual(0.95);
  });

  it('have none in a wrong place where the earlier text is not at hand, and only the quotes are', () => {
    const { wrongs, ...counts } = counted(({ after }) => {
      const index = indexText(after.pages);
      return (_, passage) => reanchor(passage, index);
    });
    expect(wrongs).toEqual([]);
    expect(counts.placed / counts.there).toBeGreaterThanOrEqual(0.85);
  });
});

/** Whether most of a place that was found is where it should be. */
function overlaps(found: PagePlace, truth: PagePlace): boolean {
  const shared = Math.min(found.end, truth.end) - Math.max(found.start, truth.start);
  return found.page === truth.page && shared >= 0.6 * (found.end - found.start);
}

/** A passage out of every other sentence: all of it, some words, a word or two. */
function passagesOf({ before }: Pair, next: (below: number) => number): { id: number; at: PagePlace; passage: Passage }[] {
  const all = before.pages.join('').length;
  return [...before.places].filter(([id]) => id % 2 === 0).map(([id, places]) => {
    const { page, start, end } = places[0] ?? { page: 0, start: 0, end: 0 };
    const text = before.pages[page] ?? '';
    const words = [...text.slice(start, end).matchAll(/\S+/g)].map((match) => ({ from: start + match.index, to: start + match.index + match[0].length }));
    const length = [words.length, words.length, 3 + next(6), 1 + next(2)][next(4)] ?? 1;
    const first = next(Math.max(1, words.length - length + 1));
    const [from, to] = [words[first]?.from ?? start, words[Math.min(words.length - 1, first + length - 1)]?.to ?? end];
    const depth = (before.pages.slice(0, page).join('').length + from) / all;
    return { id, at: { page, start: from, end: to }, passage: { exact: text.slice(from, to), prefix: text.slice(Math.max(0, from - CONTEXT), from), suffix: text.slice(to, to + CONTEXT), depth } };
  });
}

describe('reanchor', () => {
  const place = (exact: string, prefix: string, suffix: string, ...pages: string[]) => reanchor({ exact, prefix, suffix, depth: 0.5 }, indexText(pages));

  it('sees through what a new setting does to the same words', () => {
    const found = place('efficient finetuning of “well-known” models', 'We study the ', ' in depth', 'Nothing here.', 'We study the efﬁcient fine-\ntuning of "well-known"\nmodels in depth.');
    expect(found).toMatchObject({ state: 'certain', place: { page: 1 } });
  });

  it('tells the same words apart by what stands around them, and leaves those to a person that nothing tells apart', () => {
    const text = 'The model is fast on small images. Later the model is slow on large ones, and the model is free.';
    expect(place('the model', 'small images. Later ', ' is slow on large', text)).toMatchObject({ state: 'certain', place: { start: 41, end: 50 } });
    expect(place('the model', '', '', text).state).not.toBe('certain');
  });

  it('finds what crosses into another page on the page that has more of it', () => {
    expect(place('one two three four five six', 'zero ', ' seven', 'zero one two', 'three four five six seven')).toMatchObject({ state: 'certain', place: { page: 1, start: 0, end: 19 } });
  });

  it('calls lost what is gone', () => {
    expect(place('a sentence about tapes and drums', 'before it ', ' after it', 'Nothing of that kind is said here any more.')).toMatchObject({ state: 'lost' });
    expect(place('…', '', '', 'words')).toEqual({ state: 'lost', confidence: 0 });
    expect(place('words', '', '')).toEqual({ state: 'lost', confidence: 0 });
  });

  it('finds words in scripts without spaces', () => {
    expect(place('注意力机制', '我们研究', '的效率', '引言。我们研究注意力机制的效率。结论。')).toMatchObject({ state: 'certain', place: { start: 7, end: 12 } });
  });

  it('answers for any text, with places that are in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string(), fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 3 }), (exact, prefix, pages) => {
      const found = reanchor({ exact, prefix, suffix: prefix, depth: 0 }, indexText(pages));
      if (found.state === 'lost') return;
      expect(found.place.start).toBeLessThan(found.place.end);
      expect(found.place.end).toBeLessThanOrEqual(pages[found.place.page]?.length ?? 0);
    }));
  });

  it('takes no longer than a moment for a book', () => {
    const pages = Array.from({ length: 500 }, (_, seed) => (pairOf(1).before.pages[seed % 4] ?? '').replaceAll('sparse', `sparse${seed}`));
    const began = performance.now();
    const index = indexText(pages);
    for (let page = 0; page < 200; page += 1) reanchor({ exact: (pages[page] ?? '').slice(300, 420), prefix: (pages[page] ?? '').slice(268, 300), suffix: (pages[page] ?? '').slice(420, 452), depth: page / 500 }, index);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
