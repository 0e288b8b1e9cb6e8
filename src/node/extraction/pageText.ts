import { mendGlyphs, runningText } from '../../core/files/mending';
import type { Line, Page } from '../../core/files/pageModel';
import { utf16, type OpenPdf } from './document';
import { memoryOf, withRoom } from './pdfium';

/** No more letters of a page are looked at; there are pages that are a whole data set. */
const MOST = 2_000_000;
/** …and of one whose layout is asked for. */
const MOST_LAID_OUT = 20_000;

/** Does something with the text of a page, by its number from 0; null where the page cannot be read. */
function withText<T>({ library, document }: OpenPdf, page: number, work: (text: number, loaded: number) => T): T | null {
  const loaded = library.FPDF_LoadPage(document, page);
  if (loaded === 0) return null;
  const text = library.FPDFText_LoadPage(loaded);
  try {
    return text === 0 ? null : work(text, loaded);
  } finally {
    if (text !== 0) library.FPDFText_ClosePage(text);
    library.FPDF_ClosePage(loaded);
  }
}

/** The words of a page, in the order of its content; '' where it has none or cannot be read. */
export function textOfPage(pdf: OpenPdf, page: number): string {
  const { library } = pdf;
  const text = withText(pdf, page, (handle) => {
    const count = Math.min(MOST, library.FPDFText_CountChars(handle));
    if (count <= 0) return '';
    return withRoom(library, 4 * (count + 1), (at) => {
      const written = library.FPDFText_GetText(handle, 0, count, at);
      return utf16(library, at, Math.max(0, written - 1));
    });
  });
  return runningText(mendGlyphs(text ?? ''));
}

/** The layout of a page; null where it cannot be read. */
export function layoutOfPage(pdf: OpenPdf, page: number): Page | null {
  const { library } = pdf;
  return withText(pdf, page, (handle, loaded) => {
    const [width, height] = [library.FPDF_GetPageWidthF(loaded), library.FPDF_GetPageHeightF(loaded)];
    const letters = lettersOf(pdf, handle, height);
    return { width, height, lines: linesOf(letters) };
  });
}

interface Letter { text: string; left: number; right: number; baseline: number; size: number; font: string; angle: number; generated: boolean }

function lettersOf({ library }: OpenPdf, handle: number, height: number): Letter[] {
  const count = Math.min(MOST_LAID_OUT, library.FPDFText_CountChars(handle));
  const letters: Letter[] = [];
  const fonts = new Map<number, string>();
  return withRoom(library, 256, (at) => {
    for (let index = 0; index < count; index += 1) {
      const code = library.FPDFText_GetUnicode(handle, index);
      const generated = library.FPDFText_IsGenerated(handle, index) === 1;
      const angle = generated ? 0 : library.FPDFText_GetCharAngle(handle, index);
      library.FPDFText_GetCharBox(handle, index, at, at + 8, at + 16, at + 24);
      const [left = 0, right = 0] = memoryOf(library).HEAPF64.subarray(at / 8, at / 8 + 4);
      library.FPDFText_GetCharOrigin(handle, index, at, at + 8);
      const y = memoryOf(library).HEAPF64[at / 8 + 1] ?? 0;
      library.FPDFText_GetMatrix(handle, index, at);
      const [, , c = 0, d = 1] = memoryOf(library).HEAPF32.subarray(at / 4, at / 4 + 6);
      const object = library.FPDFText_GetTextObject(handle, index);
      if (!fonts.has(object)) fonts.set(object, fontOf({ library }, handle, index, at));
      const size = library.FPDFText_GetFontSize(handle, index) * Math.hypot(c, d);
      letters.push({ text: String.fromCodePoint(code >= 0 && code <= 0x10ffff ? code : 0xfffd), left, right, baseline: height - y, size, font: fonts.get(object) ?? '', angle, generated });
    }
    return letters;
  });
}

function fontOf({ library }: Pick<OpenPdf, 'library'>, handle: number, index: number, at: number): string {
  const length = library.FPDFText_GetFontInfo(handle, index, at + 8, 200, at);
  if (length <= 1 || length > 200) return '';
  return Buffer.from(memoryOf(library).HEAPU8.subarray(at + 8, at + 7 + length)).toString('utf8').replace(/^[A-Z]{6}\+/, '');
}

/** Letters as lines: one ends where the text says so, jumps, or turns. */
function linesOf(letters: readonly Letter[]): Line[] {
  const lines: Line[] = [];
  let begun: Letter[] = [];
  const end = (): void => {
    const line = lineOf(begun);
    if (line !== null) lines.push(line);
    begun = [];
  };
  for (const letter of letters) {
    if (letter.generated && (letter.text === '\r' || letter.text === '\n')) {
      end();
      continue;
    }
    const last = begun.findLast(({ generated, text }) => !generated && text.trim() !== '');
    if (last !== undefined && !letter.generated && letter.text.trim() !== '' && isApart(last, letter)) end();
    begun.push(letter);
  }
  end();
  return lines;
}

function isApart(last: Letter, next: Letter): boolean {
  if (Math.abs(last.angle - next.angle) > 0.1) return true;
  if (next.angle > 0.1 && next.angle < 6.18) return false; // turned text is taken together as it comes
  const size = Math.max(last.size, next.size);
  return Math.abs(last.baseline - next.baseline) > 0.7 * size || next.left - last.right > 3 * size || last.left - next.right > 1.5 * size;
}

function lineOf(letters: readonly Letter[]): Line | null {
  const set = letters.filter((letter) => !letter.generated && letter.text.trim() !== '');
  const [first] = set;
  if (first === undefined) return null;
  const most = <T>(of: (letter: Letter) => T): T => {
    const counts = new Map<T, number>();
    for (const letter of set) counts.set(of(letter), (counts.get(of(letter)) ?? 0) + 1);
    return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? of(first);
  };
  const size = most((letter) => Math.round(10 * letter.size) / 10);
  return {
    text: wordsOf(letters, size), bare: wordsOf(letters.filter((letter) => letter.generated || letter.size > 0.8 * size), size), size, font: most(({ font }) => font), baseline: most(({ baseline }) => Math.round(10 * baseline) / 10),
    left: set.reduce((least, { left }) => Math.min(least, left), first.left), right: set.reduce((most, { right }) => Math.max(most, right), first.right),
    turned: first.angle > 0.1 && first.angle < 6.18,
  };
}

/** Letters as text, with an em space where they are further apart than words. */
function wordsOf(letters: readonly Letter[], size: number): string {
  let last: Letter | undefined;
  const parts = letters.map((letter) => {
    if (letter.text.trim() === '') return letter.text;
    const isWide = last !== undefined && letter.left - last.right > 0.85 * size;
    last = letter;
    return isWide ? `\u2003${letter.text}` : letter.text;
  });
  return mendGlyphs(parts.join('')).replace(/[^\S\u2003]*\u2003\s*/g, '\u2003').replace(/[^\S\u2003]+/g, ' ').trim();
}
