import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextBudget } from './macros';
import { TexMacros } from './texMacros';

function expanded(preamble: string, tex: string, used = new Map<string, string>()): string {
  const macros = new TexMacros(new TextBudget(0));
  macros.define(preamble);
  return macros.expand(tex, used);
}

describe('the macros of a preamble', () => {
  it.each([
    [String.raw`\newcommand{\lab}{Lab of Shelves}`, String.raw`The \lab{} and \lab x`, 'The Lab of Shelves{} and Lab of Shelvesx'],
    [String.raw`\providecommand\swap[2]{#2#1}`, String.raw`\swap{--90}{1968}, \swap ab`, '1968--90, ba'],
    [String.raw`\def\pair#1#2{(#1 \lab #2)} \newcommand*{\lab}{L}`, String.raw`\pair{a}{\lab}`, '(a LL)'],
    [String.raw`\newcommand{\opt}[2][one]{#1-#2}`, String.raw`\opt{b}; \opt[a]{b}`, 'one-b; a-b'],
    [String.raw`\newcommand{\first}{1}\newcommand{\first}{2}`, String.raw`\first`, '1'],
    [String.raw`\newcommand{\one}[1]{<#1>}`, String.raw`\one`, String.raw`\one`],
    [String.raw`\providecommand{\url}[1]{\texttt{#1}}`, String.raw`\url{https://example.org}`, String.raw`\url{https://example.org}`],
  ])('%s make of %s: %s', (preamble, tex, text) => {
    expect(expanded(preamble, tex)).toBe(text);
  });

  it('are told apart from those that are not used, each with a preamble that defines it', () => {
    const used = new Map<string, string>();
    expanded(String.raw`\newcommand{\a}{\bee}\newcommand{\bee}[1]{#1}\newcommand{\cee}{}`, String.raw`\a{x}`, used);
    expect([...used]).toEqual([[String.raw`\a`, String.raw`@preamble{{\providecommand{\a}{\bee}}}`], [String.raw`\bee`, String.raw`@preamble{{\providecommand{\bee}[1]{#1}}}`]]);
  });

  it('that make themselves end', () => {
    expect(expanded(String.raw`\def\a{\a}`, String.raw`\a`)).toBe(String.raw`\a`);
    const doubling = Array.from('abcdefghij', (name, at) => String.raw`\def\x${name}{\x${'bcdefghijk'[at] ?? ''}\x${'bcdefghijk'[at] ?? ''}}`).join('');
    expect(expanded(`${doubling}\\def\\xk{${'y'.repeat(100_000)}}`, String.raw`\xa`).length).toBeLessThan(2_000_000);
  });

  it('take time in proportion to the text', () => {
    const began = performance.now();
    for (const tex of [String.raw`\a{`.repeat(50_000), String.raw`\a{`.repeat(20_000) + '}'.repeat(20_000), String.raw`\a `.repeat(50_000)]) expanded(String.raw`\newcommand{\a}[1]{#1}`, tex);
    for (const preamble of [String.raw`\newcommand{\a}[1]{`.repeat(20_000), `\\def\\a${' '.repeat(50_000)}`, `\\newcommand{${' '.repeat(50_000)}`]) expanded(preamble, String.raw`\a{b}`);
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('bear any text', () => {
    const text = fc.array(fc.constantFrom('\\newcommand', '\\def', '\\a', '\\b', '{', '}', '[', ']', '#', '1', '2', ' ', 'x', '\\')).map((parts) => parts.join(''));
    fc.assert(fc.property(text, text, (preamble, tex) => {
      expect(expanded(preamble, tex)).toBeTypeOf('string');
    }));
  });
});
