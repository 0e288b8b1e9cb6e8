import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Author } from '../model';
import { looksLikeName, parseName, splitNames } from './names';

describe('parseName', () => {
  it.each([
    ['Ada Lovelace', { family: 'Lovelace', given: 'Ada' }],
    ['Lovelace, Ada', { family: 'Lovelace', given: 'Ada' }],
    ['Ludwig van Beethoven', { family: 'Beethoven', given: 'Ludwig', particle: 'van' }],
    ['van Beethoven, Ludwig', { family: 'Beethoven', given: 'Ludwig', particle: 'van' }],
    ['George van den Driessche', { family: 'Driessche', given: 'George', particle: 'van den' }],
    ['Diego de Las Casas', { family: 'Las Casas', given: 'Diego', particle: 'de' }],
    ['van der Berg', { family: 'Berg', given: '', particle: 'van der' }],
    ['Humboldt, Alexander von', { family: 'Humboldt', given: 'Alexander', droppingParticle: 'von' }],
    ['Jean d\' Alembert', { family: 'Alembert', given: 'Jean', particle: 'd\'' }],
    ['José Ortega y Gasset', { family: 'Ortega y Gasset', given: 'José' }],
    ['Jack W. Rae', { family: 'Rae', given: 'Jack W.' }],
    ['Sammy Davis Jr.', { family: 'Davis', given: 'Sammy', suffix: 'Jr.' }],
    ['Davis, Jr.', { family: 'Davis', given: '', suffix: 'Jr.' }],
    ['Davis, Sammy, Jr.', { family: 'Davis', given: 'Sammy', suffix: 'Jr.' }],
    ['Davis, Jr., Sammy', { family: 'Davis', given: 'Sammy', suffix: 'Jr.' }],
    ['Sammy Davis, Jr.', { family: 'Davis', given: 'Sammy', suffix: 'Jr.' }],
    ['Plato', { literal: 'Plato' }],
    ['  Zeyuan\u00a0 Allen-Zhu ', { family: 'Allen-Zhu', given: 'Zeyuan' }],
  ])('splits %j', (written, author) => {
    expect(parseName(written)).toEqual(author);
  });

  it('gives a valid author, or null for white space alone, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom(',', ' ', 'van', 'Jr.', 'A', 'é')).map((parts) => parts.join(' '))), (text) => {
        const author = parseName(text);
        expect(author === null ? text.trim() === '' : Author.safeParse(author).success).toBe(true);
      }),
    );
  });
});

describe('lists of names', () => {
  it('are split at commas, semicolons, dots and "and"', () => {
    expect(splitNames('Ada Lovelace, Charles Babbage and Mary Somerville, et al.')).toEqual(['Ada Lovelace', 'Charles Babbage', 'Mary Somerville']);
    expect(splitNames('Ada Lovelace; Charles Babbage, and Mary Somerville')).toEqual(['Ada Lovelace', 'Charles Babbage', 'Mary Somerville']);
  });

  it('are told from titles by the form of each part', () => {
    expect(['Ada Lovelace', 'Christopher Ré', 'Daniel Y. Fu', "Brian O'Neill", 'Ludwig van Beethoven'].every(looksLikeName)).toBe(true);
    expect(['Lovelace', 'Faster than light', 'GPT 4', 'Attend and Copy', 'LoRA: Low Rank'].some(looksLikeName)).toBe(false);
  });
});
