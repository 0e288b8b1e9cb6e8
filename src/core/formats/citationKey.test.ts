import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Author, emptyDescription, type Description } from '../model';
import { distinctKey, isCitationKey, makeCitationKey } from './citationKey';

const free = (): boolean => false;

function described(fields: Partial<Description>): Description {
  return { ...emptyDescription, ...fields };
}

describe('makeCitationKey', () => {
  it.each<[string, Partial<Description>]>([
    ['hopper2025efficient', { title: 'On the Efficient Use of Tapes', issued: '2025-03', authors: [{ family: 'Hopper', given: 'Grace' }, { family: 'Noether', given: 'Emmy' }] }],
    ['vanderberg2024low', { title: 'Low-Rank Layers', issued: '2024', authors: [{ family: 'van der Berg', given: 'Jan' }] }],
    ['moller2020strasse', { title: 'Die Straße', issued: '2020', authors: [{ family: 'Møller', given: '' }] }],
    ['obrien2020dont', { title: "Don't Wait", issued: '2020', authors: [{ family: 'O’Brien', given: 'Ann' }] }],
    ['lambda2021eclipse', { title: '$λ$-ECLIPSE', issued: '2021', authors: [{ literal: 'The Lambda Team' }] }],
    ['hoppertapes', { title: 'Tapes', authors: [{ family: 'Hopper', given: '' }] }],
    ['m3vitmixing2022', { title: 'M$^3$ViT: Mixing', issued: '2022' }],
    ['hopper2023', { title: '模型', issued: '2023', authors: [{ family: 'Hopper', given: '' }] }],
    ['untitled2023', { title: '模型 🙂', issued: '2023', authors: [{ family: '王', given: '芳' }] }],
    ['untitled', {}],
  ])('makes %s', (key, fields) => {
    expect(makeCitationKey(described(fields), free)).toBe(key);
  });

  it('puts a, b, … z, aa behind a key that is taken', () => {
    const keys = new Set<string>();
    const made = Array.from({ length: 29 }, () => {
      const key = makeCitationKey(described({ title: 'Tapes' }), (candidate) => keys.has(candidate));
      keys.add(key);
      return key;
    });
    expect(made.slice(0, 3)).toEqual(['tapes', 'tapesa', 'tapesb']);
    expect(made.slice(26)).toEqual(['tapesz', 'tapesaa', 'tapesab']);
  });

  it('is a citation key in lower case for any description', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const author = fc.oneof(fc.record({ literal: text }), fc.record({ family: text, given: text })).filter((name) => Author.safeParse(name).success);
    fc.assert(fc.property(text, fc.array(author, { maxLength: 2 }), fc.constantFrom('', '0042', '2025-01'), (title, authors, issued) => {
      const key = makeCitationKey(described({ title, authors, issued }), free);
      expect(isCitationKey(key)).toBe(true);
      expect(key).toBe(key.toLowerCase());
    }));
  });
});

describe('isCitationKey', () => {
  it.each(['hopper2025lora', 'Doe:2020', 'a', '2020-x_y.z/1+2'])('takes %s', (key) => expect(isCitationKey(key)).toBe(true));
  it.each(['', ':a', 'a b', 'a,b', 'a}', 'é', 'a#', 'a\n', '@a', 'a%', 'a\\b', "a'"])('refuses %j', (key) => expect(isCitationKey(key)).toBe(false));
});

describe('many keys of one kind', () => {
  it('are distinct, in order, and do not take ever longer', () => {
    const keys = new Set<string>();
    const taken = Object.assign((key: string) => keys.has(key), { tried: new Map<string, number>() });
    for (let made = 0; made < 20_000; made += 1) keys.add(distinctKey('hu2021lora', taken));
    expect(keys.size).toBe(20_000);
    expect([...keys].slice(0, 3)).toEqual(['hu2021lora', 'hu2021loraa', 'hu2021lorab']);
  });
});
