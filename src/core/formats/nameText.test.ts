import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Author } from '../model';
import { readNames, writeNames } from './nameText';

const word = fc.oneof(
  fc.constantFrom('van', 'der', 'von', 'Jr.', 'III', 'Berg', 'ada', "d'", 'y', 'de la', 'O’Neil', '{', '}', '\\', ';', ',', 'and', '{a}', '\\{', 'A. B.', ' ', 'Ł'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 4 }),
);
const part = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const author: fc.Arbitrary<Author> = fc.oneof(
  fc.record({ literal: part }),
  fc.record({ family: part, given: fc.oneof(fc.constant(''), part), particle: part, droppingParticle: part, suffix: part }, { requiredKeys: ['family', 'given'] }),
);

describe('names as one text', () => {
  it.each<[string, Author[]]>([
    ['Lovelace, Ada', [{ family: 'Lovelace', given: 'Ada' }]],
    ['van Beethoven, Ludwig; Humboldt, Alexander von', [{ family: 'Beethoven', given: 'Ludwig', particle: 'van' }, { family: 'Humboldt', given: 'Alexander', droppingParticle: 'von' }]],
    ['Davis, Sammy, Jr.', [{ family: 'Davis', given: 'Sammy', suffix: 'Jr.' }]],
    ['{The Mill; a Journal}', [{ literal: 'The Mill; a Journal' }]],
    ['Plato,', [{ family: 'Plato', given: '' }]],
    ['{van der Berg}, {Jan}', [{ family: 'van der Berg', given: 'Jan' }]],
    ["d' Alembert, Jean", [{ family: 'Alembert', given: 'Jean', particle: "d'" }]],
    ['{A\\{B\\\\}', [{ literal: 'A{B\\' }]],
  ])('stand as %s', (text, names) => {
    expect(readNames(text)).toEqual(names);
    expect(writeNames(names)).toBe(text);
  });

  it('may be written as names usually are', () => {
    expect(readNames('Ada Lovelace; UNESCO;; Kurt G{\\"o}del ;')).toEqual([{ family: 'Lovelace', given: 'Ada' }, { literal: 'UNESCO' }, { family: 'G{\\"o}del', given: 'Kurt' }]);
  });

  it('come back as they were, whoever they are', () => {
    fc.assert(fc.property(fc.array(author, { maxLength: 3 }), (names) => {
      expect(readNames(writeNames(names))).toEqual(names);
    }), { numRuns: 2000 });
  });

  it('are people for any text, in time in proportion to it', () => {
    fc.assert(fc.property(fc.array(word).map((words) => words.join('')), (text) => {
      for (const name of readNames(text)) expect(Author.safeParse(name).success).toBe(true);
    }));
    expect(readNames('{\\{ '.repeat(50_000)).length).toBe(1);
  });
});
