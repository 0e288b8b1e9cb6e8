/** Ligatures where TeX's fonts have them (OT1 from 0x0b, T1 from 0x1b), for files that do not say which letters they stand for. */
const tex: Readonly<Record<string, string>> = {
  '\u000b': 'ff', '\u000c': 'fi', '\r': 'fl', '\u000e': 'ffi', '\u000f': 'ffl', '\u001b': 'ff', '\u001c': 'fi', '\u001d': 'fl', '\u001e': 'ffi', '\u001f': 'ffl',
};
const presented: Readonly<Record<string, string>> = { ﬀ: 'ff', ﬁ: 'fi', ﬂ: 'fl', ﬃ: 'ffi', ﬄ: 'ffl', ﬅ: 'st', ﬆ: 'st' };
const ligature = /[\u000b\u000c\r\u000e\u000f\u001b-\u001f\ufb00-\ufb06]/g;

/** Accents that TeX set as glyphs of their own, before the letter. */
const marks: Readonly<Record<string, string>> = { '¨': '\u0308', '´': '\u0301', '`': '\u0300', 'ˆ': '\u0302', '˜': '\u0303', '¸': '\u0327', 'ˇ': '\u030c', '˚': '\u030a' };
const apart = /([¨´ˆ˜¸ˇ˚`]) ?(\p{L})/gu;

/**
 * The text of a page as its reader sees it: ligatures as letters, accents on their letters, no characters that mean
 * nothing. Line feeds stay. The hyphen at the end of a line stands as U+0002, which is how PDFium says that it is one.
 */
export function mendGlyphs(text: string): string {
  const lined = text.replace(/\r\n/g, '\n').replace(ligature, (glyph) => tex[glyph] ?? presented[glyph] ?? '');
  const composed = lined.replace(apart, (pair, mark: string, letter: string) => {
    const whole = `${letter}${marks[mark] ?? ''}`.normalize('NFC');
    return whole.length === 1 ? whole : pair;
  });
  return composed.replace(/[\u0000\u0001\u0003-\u0008\u000e-\u001a\u007f\ufffe\uffff]/g, '');
}

/** Words over the ends of their lines: a hyphen that the setter put in goes, one between a word and a capital or figure stays. */
export function joinLines(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    const next = line.trim();
    if (/\u0002$|\p{L}[-‐\u00ad]$/u.test(text)) text = /^\p{Ll}/u.test(next) && !/-\p{L}+[-\u0002]$/u.test(text) ? text.slice(0, -1) + next : text.slice(0, -1) + (text.endsWith('\u00ad') ? '' : '-') + next;
    else text = text === '' ? next : `${text} ${next}`;
  }
  return text.replaceAll('\u0002', '-').replace(/\s+/g, ' ').trim();
}

/** The same for a whole page or document, whose line feeds become blanks where no paragraph ends. */
export function runningText(page: string): string {
  return page.replace(/(\p{L})[\u0002\u00ad]\n?(\p{Ll})/gu, '$1$2').replaceAll('\u0002', '-');
}
