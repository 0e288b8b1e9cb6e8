import { formattedRuns, type RunStyle } from './formattedRuns';

const controls: Record<RunStyle, string> = { italic: '\\i', bold: '\\b', superscript: '\\super', subscript: '\\sub', 'small-caps': '\\scaps', underline: '\\ul' };

/** What stands before and behind the paragraphs: RTF 1.9, all of it ASCII. */
export const rtfFrame = { head: '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman Times New Roman;}}\\f0\\fs24\n', foot: '}\n' } as const;

/** Formatted references as RTF, one paragraph each with a hanging indent. */
export function* rtfParagraphs(entries: readonly string[]): Generator<string, void> {
  for (const entry of entries) {
    const runs = formattedRuns(entry).map(({ text, styles }) => {
      const worn = [...styles].map((style) => controls[style]).join('');
      return worn === '' ? rtfText(text) : `{${worn} ${rtfText(text)}}`;
    });
    yield `{\\pard\\fi-480\\li480\\sa120 ${runs.join('')}\\par}\n`;
  }
}

/** Each code unit beyond ASCII by its number, which RTF has as a signed one, and a question mark for old readers. */
function rtfText(text: string): string {
  return text.replace(/[\\{}]|[^\x20-\x7E]/g, (character) => {
    if (character === '\\' || character === '{' || character === '}') return `\\${character}`;
    const code = character.charCodeAt(0);
    return `\\u${code > 32_767 ? code - 65_536 : code}?`;
  });
}
