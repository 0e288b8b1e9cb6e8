import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, quotation, tokenize } from './tex';

/** Tokens as `kind:source`, the text left out of text. */
const kinds = (text: string) => tokenize(text).map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`);
const formulas = (text: string) => tokenize(text).flatMap((token) => (token.kind === 'math' ? [token.tex] : []));
const links = (text: string) => tokenize(text).flatMap((token) => (token.kind === 'link' ? [token.href] : []));

describe('formulas', () => {
  it.each([
    ['$λ$-ECLIPSE: a title', ['λ']],
    ['M$^3$ViT', ['^3']],
    ['20$\\times$ faster and 4$\\times$4 tiles', ['\\times', '\\times']],
    ['an $O(n \\log n)$ bound, $$x^2$$ and \\(y\\) or \\[z\\]', ['O(n \\log n)', 'x^2', 'y', 'z']],
    ['$ \\alpha $ with air', [' \\alpha ']],
    ['cost \\$9 and $\\$x$', ['\\$x']],
  ])('%s', (text, expected) => {
    expect(formulas(text)).toEqual(expected);
  });

  it.each([
    '$5 and $10', 'between $5-$10', '$100K+ in cost reduction', 'from $5M to $10M, or (about $20)', '$', '$$', '$$$$', '$a\n\nb$', '$a{b$', '$}{$', '\\(never closed', '$ a $',
  ])('leaves %j alone', (text) => {
    expect(formulas(text)).toEqual([]);
  });

  it('keeps display apart from inline', () => {
    expect(tokenize('$a$$$b$$').map((token) => token.kind === 'math' && token.display)).toEqual([false, true]);
  });
});

describe('links', () => {
  it.each([
    ['see https://example.org/a.', 'https://example.org/a'],
    ['(https://example.org/a_(b))', 'https://example.org/a_(b)'],
    ['at https://example.org/x/ .', 'https://example.org/x/'],
    ['HTTP://EXAMPLE.ORG?q=1,', 'HTTP://EXAMPLE.ORG?q=1'],
    ['\\url{https://example.org/a\\_b}', 'https://example.org/a_b'],
  ])('%s', (text, expected) => {
    expect(links(text)).toEqual([expected]);
  });

  it.each(['https://', 'xhttps://example.org', 'javascript:alert(1)', 'https://).', 'http://;URL=javascript:alert(1)'])('finds none in %j', (text) => {
    expect(links(text)).toEqual([]);
  });
});

describe('escapes and commands', () => {
  it('shows what TeX escapes', () => {
    expect(plainText('50\\% of R\\&D -- a\\_b \\#1 ~ \\model')).toBe('50% of R&D -- a_b #1 ~ \\model');
  });

  it('styles the argument of a command', () => {
    expect(kinds('(\\textsc{Ofa}), w')).toEqual(['text:(', 'escape:\\textsc{', 'text:Ofa', 'escape:}', 'text:), w']);
    expect(tokenize('\\emph{a $x$}b').map(({ style }) => style)).toEqual([undefined, 'italic', 'italic', undefined, undefined]);
  });

  it('lets commands nest and leaves an open one as it is', () => {
    expect(plainText('\\textbf{a \\emph{b {c}} d} e')).toBe('a b {c} d e');
    expect(plainText('\\textbf{a')).toBe('\\textbf{a');
    expect(plainText('\\constructor{a}')).toBe('\\constructor{a}');
  });
});

describe('quotation', () => {
  it.each([
    ['cut \\$9 (\\textsc{Ofa}) by 5\\%', 'Ofa', 'by 5\\%', 'Ofa) by 5%'],
    ['cut \\$9 for $x^2$ now', 'cut', ' now', 'cut \\$9 for $x^2$ now'],
  ])('of a part of %j', (text, from, to, expected) => {
    expect(quotation(text, text.indexOf(from), text.indexOf(to) + to.length)).toBe(expected);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom('$', '$$', '\\', '\\(', '\\)', '\\[', '\\]', '{', '}', '\\emph{', '\\%', 'https://', 'a.b/', '5', ' ', '\n', '\n\n', 'word', '^', '😀', '\ud800', '__proto__');
  const texts = fc.oneof(fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')), fc.string({ unit: 'binary' }));

  it('is tiled by its tokens', () => {
    fc.assert(fc.property(texts, (text) => {
      let at = 0;
      for (const { start, end } of tokenize(text)) {
        expect(start).toBe(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(at).toBe(text.length);
    }), { numRuns: 2000 });
  });

  it.each(['$a ', '\\(', '\\[a', '\\emph{', '$${', 'https://(', '\\url{https://', 'https://a)))', '}', '\n ', '\\'])('is split in a time that its length bounds: %j repeated', (piece) => {
    const time = (length: number) => {
      const text = piece.repeat(length / piece.length);
      const began = performance.now();
      tokenize(text);
      return performance.now() - began;
    };
    time(20_000);
    const short = Math.max(time(100_000), 20);
    expect(time(400_000)).toBeLessThan(short * 40);
  });
});
