import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileToBibliographies } from '../../../tests/exportPapers';
import { oneLine, toLatex, toLatexTitle } from './latex';
import { toPlain } from './latexPlain';

describe('toLatex', () => {
  it.each([
    ['R&D at 9%', 'R\\&D at 9\\%'],
    ['9\\% of \\$5', '9\\% of \\$5'],
    ['a_b #1 ~ ^', 'a\\_b \\#1 \\textasciitilde{} \\textasciicircum{}'],
    ['C:\\new', 'C:\\textbackslash{}new'],
    ["a -- b, 'c'' and `d`", "a -{}- b, 'c'{}' and \\textasciigrave{}d\\textasciigrave{}"],
    ['{0, 1}', '\\textbraceleft{}0, 1\\textbraceright{}'],
    ['a < b | c', 'a \\textless{} b \\textbar{} c'],
    ['20$\\times$ faster', '20$\\times$ faster'],
    ['$x_{i}^2$ and $$E = mc^2$$', '$x_{i}^2$ and $E = mc^2$'],
    ['$50% of 50\\%$', '$50\\% of 50\\%$'],
    ['costs $5, not $10', 'costs \\$5, not \\$10'],
    ['an $open end', 'an \\$open end'],
    ['$\\{ x$', '\\$\\textbraceleft{} x\\$'],
    ['\\textit{new} words', '\\textit{new} words'],
    ['\\emph{a \\textbf{b} {c}}', '\\emph{a \\textbf{b} \\textbraceleft{}c\\textbraceright{}}'],
    ['\\emph{open', '\\textbackslash{}emph\\textbraceleft{}open'],
    ['Schr\\"odinger, caf\\\'{e}, {\\"U}ber, é', 'Schrödinger, café, Über, é'],
    ['two\nlines\u2028and\ttabs\u0000', 'two lines and tabs'],
  ])('writes %j as %j', (text, latex) => {
    expect(toLatex(text)).toBe(latex);
  });

  it('always has matching braces and dollars, whatever the text', () => {
    const tex = fc.array(fc.constantFrom('$', '{', '}', '\\', '\\emph{', '\\"', '%', 'a', ' ', '\n', '\\$', '^2', 'é'), { maxLength: 40 });
    fc.assert(fc.property(fc.oneof(tex.map((parts) => parts.join('')), fc.string({ unit: 'binary' }), fc.constantFrom(...hostileToBibliographies)), (text) => {
      for (const latex of [toLatex(text), toLatexTitle(text)]) {
        expect(isBalanced(latex)).toBe(true);
        expect(latex.replace(/\\[^]/g, '').split('$').length % 2).toBe(1);
        expect(latex).not.toMatch(/[\n\r]/);
      }
    }), { numRuns: 2000 });
  });

  it('takes time in proportion to the text', () => {
    const started = performance.now();
    for (const unit of ['$', '{', '\\emph{', '$x', '\\$', 'aB', '!', '$$', '}']) toPlain(toLatexTitle(unit.repeat(50_000)));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('toLatexTitle', () => {
  it.each([
    ['LoRA: Low-Rank Adaptation of LLMs', '{LoRA}: Low-Rank Adaptation of {LLMs}'],
    ['M$^3$ViT and GPT-4', '{M$^3$ViT} and {GPT}-4'],
    ['Deep Q-learning: A K-means view', 'Deep {Q}-learning: A {K}-means view'],
    ['\\emph{LoRA} at work', '{{\\emph{LoRA}}} at work'],
    ['(BERT) "GPT"?', '({BERT}) "{GPT}"?'],
    ['$a - B$ norms', '{$a - B$} norms'],
    ['3D vision', '{3D} vision'],
  ])('protects the capitals of %j', (title, latex) => {
    expect(toLatexTitle(title)).toBe(latex);
  });
});

describe('toPlain', () => {
  it.each([
    ['20$\\times$', '20×'],
    ['M$^3$ViT', 'M³ViT'],
    ['$λ$-ECLIPSE at 9\\%', 'λ-ECLIPSE at 9%'],
    ['$10^{-3}$ and $x_1$', '10⁻³ and x₁'],
    ['$\\lambda x$', 'λx'],
    ['\\textit{new} {words}', 'new {words}'],
    ['$\\frac{a}{b}$ stays', '$\\frac{a}{b}$ stays'],
    ['$x^{*}$ stays', '$x^{*}$ stays'],
    ['$\\constructor$ stays', '$\\constructor$ stays'],
    ['costs $5', 'costs $5'],
  ])('reads %j as %j', (text, plain) => {
    expect(toPlain(text)).toBe(plain);
  });

  it('leaves text without TeX alone', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }).filter((text) => !/[\\$]/.test(text)), (text) => {
      expect(toPlain(text)).toBe(text);
    }));
  });
});

describe('oneLine', () => {
  it('keeps what is text', () => {
    expect(oneLine(' naïve  \r\n 模型 🙂 ')).toBe('naïve 模型 🙂');
  });
});

/** As BibTeX counts: a backslash does not hide a brace. */
function isBalanced(latex: string): boolean {
  let depth = 0;
  for (const character of latex) {
    if (character === '{') depth++;
    if (character === '}') depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}
