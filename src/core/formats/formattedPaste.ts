import { BEHIND_NUMBER, formattedRuns, NEW_LINE, type RunStyle } from './formattedRuns';

const marks: Record<RunStyle, readonly [open: string, close: string]> = {
  italic: ['<i>', '</i>'], bold: ['<b>', '</b>'], superscript: ['<sup>', '</sup>'], subscript: ['<sub>', '</sub>'], underline: ['<u>', '</u>'],
  'small-caps': ['<span style="font-variant:small-caps">', '</span>'],
};
const separators: ReadonlyMap<string, string> = new Map([[BEHIND_NUMBER, '&#160;&#160;'], [NEW_LINE, '<br>']]);

/**
 * A bibliography of formatted HTML entries for the clipboard. Word processors know no classes and set each `div` on a line
 * of its own, so that an entry is one paragraph with a hanging indent, its number in the line.
 */
export function* pastedParagraphs(html: string): Generator<string, void> {
  for (const entry of html.split(/\n(?=<div class="csl-entry">)/)) yield `<p style="margin-left:0.5in;text-indent:-0.5in">${paragraphOf(entry)}</p>\n`;
}

function paragraphOf(entry: string): string {
  return formattedRuns(entry).map(({ text, styles }) => {
    const worn = [...styles].map((style) => marks[style]);
    const shown = separators.get(text) ?? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return `${worn.map(([open]) => open).join('')}${shown}${worn.toReversed().map(([, close]) => close).join('')}`;
  }).join('');
}
