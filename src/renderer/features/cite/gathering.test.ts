import { describe, expect, it } from 'vitest';
import type { Citable } from '../../../core/citing';
import type { PaperId } from '../../../core/model';
import { toCopy, toggled } from './gathering';

const paper = (key: string): Citable => ({ id: key as PaperId, key, title: key, authors: '', year: null, venue: '' });
const [a, b, c] = ['a', 'b', 'c'].map(paper) as [Citable, Citable, Citable];

describe('what Enter copies', () => {
  it('is the paper that the keyboard is at, where nothing was gathered', () => {
    expect(toCopy({ gathered: [], active: a, sought: false })).toEqual([a]);
    expect(toCopy({ gathered: [], active: undefined, sought: true })).toEqual([]);
  });

  it('is what was gathered, and a paper that is being sought beside it', () => {
    expect(toCopy({ gathered: [a, b], active: c, sought: false })).toEqual([a, b]);
    expect(toCopy({ gathered: [a, b], active: c, sought: true })).toEqual([a, b, c]);
    expect(toCopy({ gathered: [a, b], active: b, sought: true })).toEqual([a, b]);
  });
});

it('gathers in order and lets go again', () => {
  expect(toggled(toggled([], b), a)).toEqual([b, a]);
  expect(toggled([b, a], b)).toEqual([a]);
});
