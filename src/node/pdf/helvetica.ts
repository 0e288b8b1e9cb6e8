/** The widths of Helvetica from space to tilde, in thousandths of its size (Adobe Font Metrics). */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
  1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
  333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** What WinAnsiEncoding has from 0x80 to 0x9f; a space for what it has not. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** A line as Helvetica has it in WinAnsiEncoding; null where it lacks a character. */
export function winAnsi(line: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0;
    const special = character === ' ' ? -1 : WINDOWS.indexOf(character);
    if ((code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code < 0x100)) bytes.push(code);
    else if (special >= 0) bytes.push(0x80 + special);
    else return null;
  }
  return Uint8Array.from(bytes);
}

/** The width of a line in points; letters beyond ASCII count as wide as a digit. */
export function widthOf(line: string, size: number): number {
  let width = 0;
  for (const character of line) width += WIDTHS[(character.codePointAt(0) ?? 0) - 32] ?? 556;
  return (width * size) / 1000;
}

/** A text in lines no wider than `width` where its words allow that. */
export function wrapped(text: string, size: number, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.replaceAll('\t', ' ').split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line === '' || widthOf(longer, size) <= width) line = longer;
      else {
        lines.push(line);
        line = word;
      }
    }
    return [...lines, line];
  });
}
