/** The one thing beyond the language that reading needs; every host has it. */
declare const TextDecoder: new (encoding: string, options?: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

/** How the bytes of a text were understood. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * The text of a file: UTF-16 where a byte order mark says so, otherwise UTF-8, and what is not valid UTF-8 as
 * Windows-1252 (which has all printable characters of Latin-1), which makes some character of any byte. A byte order
 * mark is not part of the text.
 */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const marked = encodingOfMark(bytes);
  if (marked !== null) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch (error) {
    if (error instanceof TypeError) return { text: windows1252(bytes), encoding: 'windows-1252' };
    throw error;
  }
}

/** The same for who needs the text alone. */
export function decodeText(bytes: Uint8Array): string {
  return decode(bytes).text;
}

function encodingOfMark([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** What 0x80 to 0x9F are. Some versions of Node take windows-1252 for Latin-1, which has control characters there. */
const marks = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

function windows1252(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes).replace(/[\u0080-\u009F]/g, (control) => marks.charAt(control.charCodeAt(0) - 0x80));
}
