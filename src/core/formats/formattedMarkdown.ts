import { formattedRuns, type RunStyle } from './formattedRuns';

const marks: readonly (readonly [style: RunStyle, open: string, close: string])[] = [
  ['bold', '**', '**'], ['italic', '*', '*'], ['superscript', '<sup>', '</sup>'], ['subscript', '<sub>', '</sub>'],
];

/** Formatted references as a Markdown list (CommonMark), one item each; addresses become links, all other signs stand for themselves. */
export function* markdownItems(entries: readonly string[]): Generator<string, void> {
  for (const entry of entries) yield `- ${itemOf(entry)}\n`;
}

function itemOf(html: string): string {
  const text = formattedRuns(html).map(({ text: run, styles }) => {
    const worn = marks.filter(([style]) => styles.has(style));
    // Marks must touch the words that they mark.
    const [, before = '', words = '', behind = ''] = /^(\s*)([^]*?)(\s*)$/.exec(run) ?? [];
    if (words === '' || worn.length === 0) return escaped(run);
    return `${before}${worn.map(([, open]) => open).join('')}${escaped(words)}${worn.toReversed().map(([, , close]) => close).join('')}${behind}`;
  }).join('');
  return text.replace(/^(\d+)([.)])/, '$1\\$2');
}

function escaped(text: string): string {
  return text.split(/(https?:\/\/[^\s<>]*[^\s<>.,;:)\]])/).map((part, at) => (at % 2 === 1 ? `<${part}>` : part.replace(/[\\`*_[\]<>#~|]|&(?=#?\w+;)|^[-+](?= )|\$/g, '\\$&'))).join('');
}
