import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEntry, type ParsedEntry } from './entry';

function parsed(raw: string): ParsedEntry {
  const outcome = parseEntry(raw);
  if (outcome.kind === 'broken') throw new Error(`broken at ${outcome.at}: ${outcome.reason}`);
  return outcome;
}

function values(raw: string): [string, string][] {
  return parsed(raw).fields.map(({ name, valueStart, valueEnd }) => [name, raw.slice(valueStart, valueEnd)]);
}

describe('parseEntry', () => {
  it('finds type, key and fields', () => {
    const raw = '@Article{Knuth:84,\n  title = {A {B} c},\n  month = "1~" # jan,\n  year=1984\n}';
    expect(parsed(raw)).toMatchObject({ type: 'article', key: 'Knuth:84' });
    expect(values(raw)).toEqual([['title', '{A {B} c}'], ['month', '"1~" # jan'], ['year', '1984']]);
  });

  it.each([
    ['@a{k, x = {a {b} c}, y = "d {"} e", z = 12}', [['x', '{a {b} c}'], ['y', '"d {"} e"'], ['z', '12']]],
    ['@a(k, m = "10~" # jan # {x}, )', [['m', '"10~" # jan # {x}']]],
    ['@a{k,, x = {1} y = 2,,}', [['x', '{1}'], ['y', '2']]],
    ['@a{x = {1}}', [['x', '{1}']]],
    ['@a{k\n x = {1}}', [['x', '{1}']]],
    ['@a{, x = {1}}', [['x', '{1}']]],
    ['@a{k, % a remark, with = signs\n x = 12--14}', [['x', '12--14']]],
    ['@string{s = "x"}', [['s', '"x"']]],
    ['@a{k}', []],
  ])('reads the values of %j', (raw, expected) => {
    expect(values(raw)).toEqual(expected);
  });

  it.each([
    ['@a{two words, x = 1}', 'two words'],
    ['@a{k\n x = {1}}', 'k'],
    ['@a{x = {1}}', ''],
    ['@a{ü:1(b) , x = 1}', 'ü:1(b)'],
  ])('reads the key of %j', (raw, key) => {
    expect(parsed(raw).key).toBe(key);
  });

  it('says what goes when a field goes', () => {
    const cut = (raw: string, index: number): string => {
      const { lineStart, lineEnd } = parsed(raw).fields[index] ?? { lineStart: 0, lineEnd: 0 };
      return raw.slice(0, lineStart) + raw.slice(lineEnd);
    };
    expect(cut('@a{k,\r\n  x = {1\r\n2},\r\n  y = 2\r\n}', 0)).toBe('@a{k,\r\n  y = 2\r\n}');
    expect(cut('@a{k,\n  x = {1},\n  y = 2\n}', 1)).toBe('@a{k,\n  x = {1},\n}');
    expect(cut('@a{k, x = {1}, y = 2}', 0)).toBe('@a{k,  y = 2}');
  });

  it.each([
    ['@a{k, x {1}}', 8, 'The field “x” has no equals sign.'],
    ['@a{k, x = }', 10, 'The value of “x” is missing or does not end.'],
    ['@a{k, x = "1}', 10, 'The value of “x” is missing or does not end.'],
    ['@a{k, x = {1}', 13, 'This entry has no closing brace.'],
  ])('says where %j is broken', (raw, at, reason) => {
    expect(parseEntry(raw)).toEqual({ kind: 'broken', at, reason });
  });

  it('keeps spans in order and within the entry, whatever it is given', () => {
    const bits = fc.array(fc.constantFrom('x', '{', '}', '"', ',', '=', '#', '\n', ' ', '%', '1', 'x = {1},', '\n y = "2"', ')'), { maxLength: 30 });
    fc.assert(fc.property(bits, fc.constantFrom('@a{k,', '@a(k,', '@string{', '@a{', ''), (parts, head) => {
      const raw = `${head}${parts.join('')}`;
      const outcome = parseEntry(raw);
      if (outcome.kind === 'broken') return;
      let end = 0;
      for (const field of outcome.fields) {
        expect(field.lineStart).toBeGreaterThanOrEqual(end);
        expect(field.valueStart).toBeGreaterThan(field.lineStart);
        expect(field.valueEnd).toBeGreaterThan(field.valueStart);
        expect(field.lineEnd).toBeGreaterThanOrEqual(field.valueEnd);
        expect(field.parts.at(-1)?.end).toBe(field.valueEnd);
        end = field.valueEnd;
      }
    }), { numRuns: 3000 });
  });
});
