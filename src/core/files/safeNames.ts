/** Names that Windows keeps for devices, also with an extension behind them. */
const devices = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])$/i;

/** What no name may hold on some system, what turns the direction of writing, and what cannot be seen. */
const unfit = /[\u0000-\u001f\u007f-\u009f"*<>|?\\/\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]/g;

/** A text as the name of a file or folder on Windows, macOS and Linux: NFC, of so many bytes in UTF-8 with what stands `behind` it. */
export function fileNameSafe(text: string, bytes: number, behind = ''): string {
  const clean = text.replace(/\p{Cs}/gu, ' ').replace(unfit, ' ').replace(/\s*:\s*/g, ' - ').normalize('NFC').replace(/\s+/g, ' ');
  const name = trimmed(withinBytes(trimmed(clean), Math.max(20, bytes - bytesOf(behind)))) || 'Untitled';
  const [stem = ''] = name.split('.', 1);
  return `${devices.test(stem.trim()) ? '_' : ''}${name}${behind}`;
}

/** Without the blanks and full stops that Windows drops at the end, and those that hide a file at the start. */
function trimmed(text: string): string {
  return text.replace(/^[\s.]+/, '').replace(/[\s.]+$/, '');
}

/** The longest beginning of a text that has so many bytes in UTF-8 at the most; no character is cut apart, nor a mark from its letter. */
export function withinBytes(text: string, bytes: number): string {
  if (3 * text.length <= bytes) return text;
  let length = 0;
  let end = 0;
  for (const character of text) {
    length += bytesOf(character);
    if (length > bytes) {
      while (end > 0 && /^[\p{M}\u200d]/u.test(text.slice(end))) end -= 1;
      return text.slice(0, end);
    }
    end += character.length;
  }
  return text;
}

/** The length of a text in UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
