import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitBibtex } from './split';

/** The pieces as words: `entry @a{k}`, and what is between them. */
function pieces(text: string): string[] {
  return splitBibtex(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
}

describe('splitBibtex', () => {
  it.each([
    ['@a{k, x = {1}}', ['entry @a{k, x = {1}}']],
    ['@a(k, x = {)}, y = ")")', ['entry @a(k, x = {)}, y = ")")']],
    ['words @ a { k } more @b{l}', ['entry @ a { k }', 'entry @b{l}']],
    ['@string{s = "x"}\n@preamble{"\\x{}"}\n@Comment{jabref-meta: {a;}}', ['string @string{s = "x"}', 'preamble @preamble{"\\x{}"}', 'comment @Comment{jabref-meta: {a;}}']],
    ['@comment is a word here\n@a{k}', ['entry @a{k}']],
    ['@comment{\n@a{k}\n}\n@b{l}', ['comment @comment{\n@a{k}\n}', 'entry @b{l}']],
    ['% @a{k}\n100 % of it @b{l}\n@c{m}', ['entry @c{m}']],
    ['write to me@example.org {now}', []],
  ])('finds the pieces of %j', (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it.each([
    ['a brace of a value too few', '@a{k, x = {1, y = {2},\n}\n@b{l}', 'broken @a{k, x = {1, y = {2},\n}\n'],
    ['no closing brace', '@a{k, x = {1},\n@b{l}', 'broken @a{k, x = {1},\n'],
    ['no closing brace, and one too many later', '@a{k, x = {1},\n@b{l}\n}', 'broken @a{k, x = {1},\n'],
    ['an open quote', '@a(k, x = "1,\n@b{l}', 'broken @a(k, x = "1,\n'],
  ])('ends what is broken where the next entry begins a line: %s', (_what, text, broken) => {
    expect(pieces(text)).toEqual([broken, 'entry @b{l}']);
  });

  it('keeps an entry whole whose value quotes another', () => {
    const text = '@a{k, note = {so:\n@b{l, x = {1}}\n}, y = 2}';
    expect(pieces(text)).toEqual([`entry ${text}`]);
  });

  it('says where and why an entry is broken', () => {
    const text = 'x\n@a{k, x = {1},\n@b{l}';
    expect(splitBibtex('@a{k, x {1},\n@b{l}')[0]?.problem).toEqual({ reason: 'The field “x” has no equals sign.', at: 8 });
    expect(splitBibtex(text)[0]?.problem).toEqual({ reason: 'This entry does not end.', at: 2 });
  });

  it('covers any text without gaps or overlaps', () => {
    const bits = fc.array(fc.constantFrom('@', 'a', '{', '}', '(', ')', '"', '%', ',', '=', '#', '\n', ' ', '@a{k,', '\n@b{l,', 'x={1}', '@comment{', '@string{s='), { maxLength: 40 });
    fc.assert(fc.property(fc.oneof(bits.map((parts) => parts.join('')), fc.string({ unit: 'binary' })), (text) => {
      let end = 0;
      for (const piece of splitBibtex(text)) {
        expect(piece.start).toBeGreaterThanOrEqual(end);
        expect(piece.end).toBeGreaterThan(piece.start);
        expect(piece.end).toBeLessThanOrEqual(text.length);
        end = piece.end;
      }
    }), { numRuns: 3000 });
  });

  it('takes time in proportion to the text, however it is broken', () => {
    const started = performance.now();
    for (const unit of ['@a{k, x = {\n', '\n@a{k, x = " {', '@', '{', '\n@a(k, "', '@a{', '\n@a(', '\n@a{"', '% @a{', '\n@a{k, x = {\n@b{l, ']) splitBibtex(unit.repeat(100_000));
    splitBibtex(`${'\n@a{k, x = {'.repeat(50_000)}${'} y }'.repeat(50_000)}`);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
