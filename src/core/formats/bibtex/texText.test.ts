import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { texToText } from './texText';

describe('texToText', () => {
  it.each([
    [String.raw`Schr{\"o}dinger, Erd\H{o}s, \'{\i}, \c{c}, \c c, {\'E}cole, \v{S}koda, na\"\i ve`, 'Schrödinger, Erdős, í, ç, ç, École, Škoda, naïve'],
    [String.raw`{\ss} \o{} \L{}ódź \AA ngstr\"om, \ae on`, 'ß ø Łódź Ångström, æon'],
    [String.raw`The {\TeX} book and \LaTeX{} too`, 'The TeX book and LaTeX too'],
    ["``day'' -- 1--2 --- it's", '“day” – 1–2 — it\'s'],
    [String.raw`A~B \& C\_d 50\% \#1 \{x\}`, 'A B & C_d 50% #1 {x}'],
    [String.raw`{LoRA} and {{\emph{a}}}`, String.raw`LoRA and \emph{a}`],
    [String.raw`{\em Homo} \textbf{b {c}} {\bf d}`, String.raw`\emph{Homo} \textbf{b c} \textbf{d}`],
    [String.raw`\textit{a \{ b}`, String.raw`\textit{a \{ b}`],
    [String.raw`$x_{i}^2$ and \(y\) and $$ z $$ and \ensuremath{\alpha}`, String.raw`$x_{i}^2$ and $y$ and $z$ and $\alpha$`],
    [String.raw`costs \$5`, 'costs $5'],
    [String.raw`\$5 or \$6`, String.raw`\$5 or \$6`],
    ['an open $ and } here {', 'an open $ and  here '],
    [String.raw`\mkbibquote{Intention} \enquote{b}`, '“Intention” “b”'],
    [String.raw`\url{http://a.b/~c_d%20}, \href{http://x}{there}`, 'http://a.b/~c_d%20, there'],
    [String.raw`\~{}x \^{} \textasciitilde y`, '~x ^ ~y'],
    [String.raw`\unknown{kept} \unknown word \foo[x]{y}`, 'kept word y'],
    [String.raw`1\textsuperscript{st} H\textsubscript{2}O`, String.raw`1\textsuperscript{st} H\textsubscript{2}O`],
    [String.raw`methodology\hyphen independent`, 'methodology-independent'],
    [String.raw`{\noopsort{1973b}}1981`, '1981'],
    [String.raw`A \bibstring{newseries}`, 'A New series'],
    [String.raw`a\label{b \emph{c}}d`, 'ad'],
    [String.raw`the \verb|\special| command\adddot`, String.raw`the \special command.`],
    ['50% of them', '50% of them'],
    ['two\n\nparagraphs~here', 'two\n\nparagraphs here'],
    [String.raw`C:\\new`, 'C: new'],
  ])('reads %s', (tex, text) => {
    expect(texToText(tex)).toBe(text);
  });

  it('leaves font commands out of plain words', () => {
    expect(texToText(String.raw`\emph{a} {\bf b} \textsc{c} \$1 \$2`, 'plain')).toBe('a b c $1 $2');
  });

  it('gives every string a text in which kept commands close', () => {
    const bits = fc.array(fc.constantFrom('\\', '{', '}', '$', '$$', '\\emph{', '{\\em ', '\\"', "\\'{", 'e', ' ', '\n', '--', '``', '~', '\\c', '\\url{', '\\(', '\\]', '%', '\\i', '😀', '[', '\\foo'), { maxLength: 30 });
    fc.assert(fc.property(fc.oneof(bits.map((parts) => parts.join('')), fc.string({ unit: 'binary' })), (tex) => {
      const text = texToText(tex);
      const opened = text.match(/\\(?:emph|text[a-z]+|underline)\{/g)?.length ?? 0;
      expect(text.replace(/\\[{}]/g, '').split('}').length - 1).toBeGreaterThanOrEqual(opened);
    }), { numRuns: 3000 });
  });

  it('takes time in proportion to the text and bears any depth', () => {
    const started = performance.now();
    for (const unit of ['{', '}', '$', '{$', '$x ', '\\"', '\\em', '{\\em ', '\\url{', '\\emph{', '\\(', '`', '\\ ', '~', '\\c ', '\\foo[', '\\verb|x']) texToText(unit.repeat(100_000));
    texToText(`${'{'.repeat(100_000)}x${'}'.repeat(100_000)}`);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
