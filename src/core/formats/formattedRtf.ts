import { BEHIND_NUMBER, formattedRuns, NEW_LINE, type RunStyle } from './formattedRuns';

const controls: Record<RunStyle, string> = { italic: '\\i', bold: '\\b', superscript: '\\super', subscript: '\\sub', 'small-caps': '\\scaps', underline: '\\ul' };
const separators: ReadonlyMap<string, string> = new Map([[BEHIND_NUMBER, '\\tab '], [NEW_LINE, '\\line ']]);

/** The characters of Windows-1252 that bibliographies have beyond those of Latin-1, from the byte that stands for each. */
const bytes: ReadonlyMap<string, number> = new Map([['…', 0x85], ['‘', 0x91], ['’', 0x92], ['“', 0x93], ['”', 0x94], ['•', 0x95], ['–', 0x96], ['—', 0x97]]);

/** What stands before and behind the paragraphs: RTF 1.9, all of it ASCII. */
export const rtfFrame = { head: '{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0\\froman Times New Roman;}}\\f0\\fs24\n', foot: '}\n' } as const;

/** Formatted references as RTF, one paragraph each with a hanging indent of half an inch. */
export function* rtfParagraphs(entries: readonly string[]): Generator<string, void> {
  for (const entry of entries) {
    const runs = formattedRuns(entry).map(({ text, styles }) => {
      const worn = [...styles].map((style) => controls[style]).join('');
      const printed = separators.get(text) ?? rtfText(text);
      return worn === '' ? printed : `{${worn} ${printed}}`;
    });
    yield `{\\pard\\fi-720\\li720\\sa120 ${runs.join('')}\\par}\n`;
  }
}

/** Each code unit beyond ASCII by its number, which RTF has as a signed one, and then as a byte for old readers. */
function rtfText(text: string): string {
  return text.replace(/[\\{}]|[^\x20-\x7E]/g, (character) => {
    if (character === '\\' || character === '{' || character === '}') return `\\${character}`;
    const code = character.charCodeAt(0);
    const byte = code >= 0xA0 && code <= 0xFF ? code : bytes.get(character) ?? 0x3F;
    return `\\u${code > 32_767 ? code - 65_536 : code}\\'${byte.toString(16)}`;
  });
}
