import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Taxonomy } from '../model';
import { createClassifier, defaultWeighting } from './classifier';

const taxonomy = Taxonomy.parse({
  version: 1,
  name: 'Two techniques',
  techniques: [
    {
      id: 'pruning',
      name: 'Pruning',
      definition: 'Leaving parts out.',
      synonyms: ['network pruning'],
      phrases: [
        { text: 'prun*', weight: 1 },
        { text: 'token prun*', weight: 0 },
        { text: 'sparsity', weight: 0.5 },
        { text: 'slim', weight: 1, field: 'title' },
        { text: 'dense', weight: -1 },
      ],
    },
    { id: 'token-reduction', name: 'Token reduction', definition: 'Fewer tokens.', synonyms: ['token pruning'], phrases: [] },
  ],
});
const classifier = createClassifier(taxonomy);
const everything = createClassifier(taxonomy, { ...defaultWeighting, threshold: 0 });

function ids(title: string, abstract = ''): string[] {
  return classifier.classify({ title, abstract }).map(({ id }) => id);
}

function score(abstract: string, title = ''): number {
  return everything.classify({ title, abstract }).find(({ id }) => id === 'pruning')?.score ?? 0;
}

describe('the classifier', () => {
  it('names the technique of a title, with the passage it stands on', () => {
    expect(classifier.classify({ title: 'On Pruning', abstract: '' })).toEqual([
      { id: 'pruning', score: expect.any(Number), evidence: [{ field: 'title', start: 3, end: 10, text: 'Pruning' }] },
    ]);
  });

  it('takes what a paper proposes over what it mentions', () => {
    const own = score('We propose to prune heads.');
    expect(own).toBeGreaterThanOrEqual(defaultWeighting.threshold);
    expect(own).toBeGreaterThan(score('Recently, pruning has become popular.'));
    expect(score('Our baseline is strong. It outperforms pruning by far.')).toBeLessThan(own);
    expect(ids('A model', 'Existing methods rely on pruning. We propose something else.')).toEqual([]);
  });

  it('hears a denial', () => {
    expect(score('We compress models without pruning.')).toBe(0);
    expect(score('We present a pruning-free method.')).toBe(0);
    expect(ids('Compression without Pruning')).toEqual([]);
    expect(score('We not only prune but also share.')).toBeGreaterThan(0);
  });

  it('counts repetition, each time less', () => {
    const times = [1, 2, 3].map((count) => score('We prune heads. '.repeat(count)));
    const [once = 0, twice = 0, thrice = 0] = times;
    expect(twice).toBeGreaterThan(once);
    expect(thrice - twice).toBeLessThan(twice - once);
    expect(thrice).toBeGreaterThan(twice);
  });

  it('puts the head of a title before what follows a preposition, and any title before the abstract', () => {
    const head = score('', 'Pruning for models');
    const complement = score('', 'Models for pruning');
    expect(head).toBeGreaterThan(complement);
    expect(complement).toBeGreaterThan(score('We prune.'));
  });

  it('lets a longer phrase hide a shorter one, and a phrase count in its own field only', () => {
    expect(ids('Visual Token Pruning')).toEqual(['token-reduction']);
    expect(ids('Slim networks')).toEqual(['pruning']);
    expect(score('We train slim networks.')).toBe(0);
  });

  it('lets phrases speak against a technique without naming them as evidence', () => {
    const [found] = everything.classify({ title: '', abstract: 'We prune dense models.' });
    expect(found?.score).toBe(0);
    expect(found?.evidence.map(({ text }) => text)).toEqual(['prune']);
  });

  it('sorts by score', () => {
    expect(ids('Token reduction', 'We prune a little.')).toEqual(['token-reduction', 'pruning']);
  });

  it('gives evidence whose offsets cut exactly its text out of the field, whatever the text', () => {
    const word = fc.oneof(fc.constantFrom('prune', 'token', 'pruning', 'sparsity', '. ', '-', ' ', 'We propose', 'İ', '𝔭𝔯𝔲𝔫𝔢', '__proto__'), fc.string({ unit: 'binary' }));
    const text = fc.array(word).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (title, abstract) => {
        const source = { title, abstract };
        for (const { score: value, evidence } of everything.classify(source)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          for (const { field, start, end, text: passage } of evidence) {
            expect(passage).not.toBe('');
            expect(source[field].slice(start, end)).toBe(passage);
          }
        }
      }),
    );
  });

  it('keeps at most a dozen passages, in the order of the text', () => {
    const [found] = classifier.classify({ title: 'Pruning', abstract: 'We prune heads with sparsity. '.repeat(50) });
    expect(found?.evidence).toHaveLength(12);
    expect(found?.evidence[0]?.field).toBe('title');
    const starts = found?.evidence.slice(1).map(({ start }) => start) ?? [];
    expect(starts).toEqual([...starts].toSorted((a, b) => a - b));
  });

  it('takes time in proportion to the text, hostile or not', () => {
    for (const unit of ['prun', 'token prun ', 'We propose. ', '\n ', '."', '- ', 'aB']) {
      const time = (length: number): number => {
        const text = unit.repeat(length / unit.length);
        const start = performance.now();
        classifier.classify({ title: text, abstract: text });
        return performance.now() - start;
      };
      time(20_000);
      expect(time(800_000)).toBeLessThan(Math.max(3_000, 400 * time(20_000)));
    }
  });
});
