import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awkward, query } from '../../../tests/support/queries';
import { parse } from './parser';
import { print } from './printer';

const serious = (typed: string) => parse(typed).findings.filter(({ reason }) => !reason.includes('PDF'));
const reasons = (typed: string): string[] => parse(typed).findings.map(({ kind, start, end, reason }) => `${kind} “${typed.slice(start, end)}” ${reason}`);
const canonical = (typed: string): string => print(parse(typed).query);

describe('a query', () => {
  it('that is printed is read as the same query, with nothing to say about it', () => {
    fc.assert(fc.property(query, (tree) => {
      expect(parse(print(tree)).query).toEqual(tree);
      expect(serious(print(tree))).toEqual([]);
    }), { numRuns: 2000 });
  });

  it('that is printed stays as it is when it is read and printed again', () => {
    fc.assert(fc.property(query, (tree) => {
      const q = print(tree);
      expect(print(parse(q).query)).toBe(q);
    }), { numRuns: 1000 });
  });

  it('is any text: what is wrong is told at its place, and the rest is kept', () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom('(', ')', ' ', '"', 'OR', 'AND', 'NOT', '-', 'tag:', 'year:', 'title:', 'is:', 'foo:', '..', '>=', '*', '~', '\\', '2023', 'a'), awkward), { maxLength: 14 }).map((some) => some.join(''));
    fc.assert(fc.property(fc.oneof(pieces, fc.string({ unit: 'binary' })), (typed) => {
      const { query, terms, findings } = parse(typed);
      expect(parse(print(query)).query).toEqual(query);
      for (const { start, end } of [...terms, ...findings]) expect(0 <= start && start < end && end <= typed.length).toBe(true);
    }), { numRuns: 2000 });
  });

  it('is read in linear time, however it is nested', () => {
    const began = performance.now();
    for (const piece of ['(', ')', '-(', 'OR ', 'NOT ', '"', 'a OR ', 'title:(', '*', '\\', 'tag:']) parse(piece.repeat(50_000));
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

describe('what is typed', () => {
  it.each([
    ['  Two   words ', 'Two words'],
    ['a AND b', 'a b'],
    ['a b OR c', 'a b OR c'],
    ['a (b OR c)', 'a (b OR c)'],
    ['((a) (b))', 'a b'],
    ['NOT a -(b c) --d', String.raw`-a -(b c) \--d`],
    ['TAG:Slow status:unread is:read', 'tag:Slow status:to-read is:done'],
    ['title:(small OR "low rank") tag:(a -b)', '(title:small OR title:"low rank") tag:a -tag:b'],
    ['collection:"To cite" collection:"Thesis"', 'collection:"To cite" collection:Thesis'],
    ['quant* quantisation~ *former key:love*', 'quant* quantisation~ *former key:love*'],
    [String.raw`\OR tag\:x \-a a\*`, String.raw`\OR tag\:x \-a a\*`],
    ['LoRA: adapters https://arxiv.org/abs/2106.09685', String.raw`LoRA\: adapters https://arxiv.org/abs/2106.09685`],
    ['year:2023..2025 year:..2020 year:>=2023 year:202 rating:>=4 added:<7D added:2024-05..', 'year:2023..2025 year:..2020 year:>=2023 year:202 rating:>=4 added:<7d added:2024-05..'],
  ])('%s', (typed, printed) => {
    expect(canonical(typed)).toBe(printed);
    expect(parse(typed).findings).toEqual([]);
  });

  it('knows where its conditions stand', () => {
    const typed = 'a -tag:"x y" (year:2024 OR title:(b))';
    expect(parse(typed).terms.map(({ start, end }) => typed.slice(start, end))).toEqual(['a', '-tag:"x y"', 'year:2024', 'b']);
  });
});

describe('what is wrong', () => {
  it.each([
    ['year:abc x', 'error “year:abc” Write a year', 'x'],
    ['year:2025..2023', 'error “year:2025..2023” 2025 comes after 2023', ''],
    ['rating:6', 'error “rating:6” Stars are 0 to 5', ''],
    ['added:2024-13', 'error “added:2024-13” Write an age', ''],
    ['status:finished a', 'error “status:finished” It is one of to-read, reading, done', 'a'],
    ['is:', 'error “is:” The value stands right behind', ''],
    ['tag: slow', 'error “tag:” The value stands right behind', 'slow'],
    ['foo:bar', 'hint “foo:” This is no field', String.raw`foo\:bar`],
    ['authors:lind', 'hint “authors:” This is no field, and is searched for as text. Did you mean author:?', String.raw`authors\:lind`],
    ['a "b c', 'error “"b c” This quote is not closed', 'a "b c"'],
    ['a (b OR c', 'error “(” This parenthesis is not closed', 'a (b OR c)'],
    ['a) b', 'error “)” No parenthesis is open', 'a b'],
    ['a ()', 'error “()” There is nothing between', 'a'],
    ['a OR', 'error “OR” One of the two things', 'a'],
    ['OR a', 'error “OR” One of the two things', 'a'],
    ['(a OR ) b', 'error “OR” One of the two things', 'a b'],
    ['a NOT', 'error “NOT” There is nothing behind it', 'a'],
    ['a AND', 'error “AND” One of the two', 'a'],
    ['a &', 'hint “&” This has no letter or digit', 'a'],
    ['a *', 'error “*” A * stands for letters', 'a'],
    ['qua*nt~', 'error “qua*nt~” A word has * or ~, not both', 'qua*nt'],
    ['tag:slow~', 'error “tag:slow~” A tag is compared as a whole', 'tag:slow'],
    ['a OR year:x', 'error “year:x” Write a year', 'a'],
    ['-(year:x) a', 'error “year:x” Write a year', 'a'],
  ])('%s', (typed, told, left) => {
    expect(reasons(typed)).toEqual([expect.stringContaining(told)]);
    expect(canonical(typed)).toBe(left);
  });
});
