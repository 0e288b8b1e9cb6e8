import { describe, expect, it } from 'vitest';
import type { PaperId } from '../../../core/model';
import { choose, rowAfter, type Choice } from './choosing';

const list = ['p-a', 'p-b', 'p-c', 'p-d', 'p-e'] as PaperId[];
const id = (letter: string) => `p-${letter}` as PaperId;
const nothing: Choice = { selected: [], active: null, anchor: null };
const at = (letter: string): Choice => choose(list, nothing, id(letter), 'replace');

describe('choose', () => {
  it('replaces what was chosen', () => {
    expect(choose(list, at('a'), id('b'), 'replace')).toEqual({ selected: ['p-b'], active: 'p-b', anchor: 'p-b' });
  });

  it('adds and takes out', () => {
    const two = choose(list, at('a'), id('c'), 'toggle');
    expect(two.selected).toEqual(['p-a', 'p-c']);
    expect(choose(list, two, id('a'), 'toggle').selected).toEqual(['p-c']);
  });

  it('extends from where the range began, ending where the keyboard is', () => {
    const down = choose(list, at('b'), id('d'), 'extend');
    expect(down.selected).toEqual(['p-b', 'p-c', 'p-d']);
    expect(choose(list, down, id('a'), 'extend').selected).toEqual(['p-b', 'p-a']);
  });

  it('walks without choosing', () => {
    expect(choose(list, at('a'), id('b'), 'walk')).toEqual({ selected: ['p-a'], active: 'p-b', anchor: 'p-a' });
  });

  it('takes the paper alone when the range began at one that is gone', () => {
    expect(choose(list, { selected: [], active: id('x'), anchor: id('x') }, id('c'), 'extend').selected).toEqual(['p-c']);
  });
});

describe('rowAfter', () => {
  it('stays within the list', () => {
    const size = { count: 5, page: 10 };
    expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'].map((key) => rowAfter(key, 2, size))).toEqual([3, 1, 4, 0, 0, 4]);
    expect(rowAfter('ArrowDown', 4, size)).toBe(4);
    expect(rowAfter('ArrowDown', -1, size)).toBe(0);
    expect(rowAfter('x', 2, size)).toBeNull();
  });
});
