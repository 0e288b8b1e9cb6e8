import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownItems } from './formattedMarkdown';
import { pastedParagraphs } from './formattedPaste';
import { rtfFrame, rtfParagraphs } from './formattedRtf';
import { formattedRuns } from './formattedRuns';

const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

const entry = (inner: string): string => `<div class="csl-entry">${inner}</div>`;
const numbered = '<div class="csl-entry">\n    <div class="csl-left-margin">[12]</div><div class="csl-right-inline">A. Okafor, “Machines,” <i>J. <span style="font-style:normal;">E. coli</span> Stud.</i>, 2023.</div>\n  </div>';
const annotated = entry('Okafor, A. (2023). <i>Machines</i>.<div class="csl-block">What it says.</div>\n');
const marked = entry('Öst, <span style="font-variant:small-caps;">Å.</span> <i>M<sup>3</sup>ViT – “日本語” Книга</i>, H<sub>2</sub>O, <b>12</b>(3), a\\b {c} &#38; &lt;d&gt;.');

const inStyles = (html: string): string[] => formattedRuns(html).map(({ text, styles }) => [text, ...styles].join('|'));

describe('formattedRuns', () => {
  it('tells looks that are worn from those that a span takes back', () => {
    expect(inStyles(numbered)).toEqual(['[12]', '\t', 'A. Okafor, “Machines,” ', 'J. |italic', 'E. coli', ' Stud.|italic', ', 2023.']);
  });

  it('begins a line where a block begins', () => {
    expect(inStyles(annotated)).toEqual(['Okafor, A. (2023). ', 'Machines|italic', '.', '\n', 'What it says.']);
    expect(inStyles(entry('<div class="csl-block">Okafor</div><div class="csl-left-margin">2023</div><div class="csl-right-inline">Machines.</div>'))).toEqual(['Okafor', '\n', '2023', '\t', 'Machines.']);
  });
});

describe('an entry as Markdown', () => {
  it.each([
    [numbered, '- \\[12\\] A. Okafor, “Machines,” *J.* E. coli *Stud.*, 2023.\n'],
    [annotated, '- Okafor, A. (2023). *Machines*.\\\n  What it says.\n'],
    [entry('<i>M<sup>3</sup>ViT</i>'), '- *M<sup>3</sup>ViT*\n'],
    [entry('pre<i>(x)</i>post'), '- pre<em>(x)</em>post\n'],
    [entry('<i>a <b>b</b></i> c'), '- <em>a <strong>b</strong></em> c\n'],
  ])('has %s as it looks', (html, item) => {
    expect([...markdownItems([html])]).toEqual([item]);
  });

  it.skipIf(!hasPandoc)('is read by pandoc with the same words and the same italics (skips where the program is absent)', () => {
    const word = fc.constantFrom('a', 'é', ' ', '.', '(', '*', '_', '“', '日', '-', ', ');
    const run = fc.tuple(fc.constantFrom('', 'i', 'b', 'sup'), fc.array(word, { minLength: 1, maxLength: 4 })).map(([tag, words]) => (tag === '' ? words.join('') : `<${tag}>${words.join('')}</${tag}>`));
    fc.assert(fc.property(fc.array(fc.array(run, { minLength: 1, maxLength: 5 }), { minLength: 200, maxLength: 200 }), (all) => {
      const entries = all.map((runs) => entry(`w${runs.join('')}w`));
      const read = pandoc('commonmark+raw_html', [...markdownItems(entries)].join('')).match(/<li>.*?<\/li>/gs) ?? [];
      expect(read.map(looksOf)).toEqual(entries.map(looksOf));
    }), { numRuns: 5 });
  });
});

describe('an entry as RTF', () => {
  const rtf = rtfFrame.head + [...rtfParagraphs([numbered, annotated, marked])].join('') + rtfFrame.foot;

  it('has a hanging indent, and its number before a tab', () => {
    expect(rtf).toContain('{\\pard\\fi-720\\li720\\sa120 [12]\\tab A. Okafor,');
    expect(rtf).toContain('{\\i Machines}.\\line What it says.\\par}');
  });

  it.skipIf(!hasPandoc)('is read by pandoc with its italics, small caps, raised and lowered text and letters of all scripts (skips where the program is absent)', () => {
    // It takes each piece of small caps for one of its own.
    expect(pandoc('rtf', rtf).trim().replaceAll('</span><span class="smallcaps">', '')).toBe([
      '<p>[12] A. Okafor, “Machines,” <em>J. </em>E. coli<em> Stud.</em>, 2023.</p>',
      '<p>Okafor, A. (2023). <em>Machines</em>.<br />\nWhat it says.</p>',
      '<p>Öst, <span class="smallcaps">Å.</span> <em>M<sup>3</sup>ViT – “日本語” Книга</em>, H<sub>2</sub>O, <strong>12</strong>(3), a\\b {c} &amp; &lt;d&gt;.</p>',
    ].join('\n'));
  });
});

describe('an entry for the clipboard', () => {
  it('is one paragraph, whatever the style', () => {
    expect([...pastedParagraphs([numbered, annotated, marked].join('\n'))].join('')).toBe([
      '<p style="margin-left:0.5in;text-indent:-0.5in">[12]&#160;&#160;A. Okafor, “Machines,” <i>J. </i>E. coli<i> Stud.</i>, 2023.</p>',
      '<p style="margin-left:0.5in;text-indent:-0.5in">Okafor, A. (2023). <i>Machines</i>.<br>What it says.</p>',
      '<p style="margin-left:0.5in;text-indent:-0.5in">Öst, <span style="font-variant:small-caps">Å.</span> <i>M</i><i><sup>3</sup></i><i>ViT – “日本語” Книга</i>, H<sub>2</sub>O, <b>12</b>(3), a\\b {c} &amp; &lt;d&gt;.</p>',
      '',
    ].join('\n'));
  });
});

function pandoc(format: string, input: string): string {
  return execFileSync('pandoc', ['-f', format, '-t', 'html', '--wrap=none'], { input, encoding: 'utf8' });
}

/** Each character that is shown, with the elements that it stands in; spaces apart. */
function looksOf(html: string): string {
  const same = html.replace(/<(\/?)em>/g, '<$1i>').replace(/<(\/?)strong>/g, '<$1b>');
  return formattedRuns(same).flatMap(({ text, styles }) => Array.from(text.replace(/\s/g, ''), (character) => character + [...styles].toSorted().join(''))).join(' ');
}
