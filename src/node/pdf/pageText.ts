import type { Quote } from '../../core/marks/pdfMark';
import type { Quad } from '../../core/model';
import type { PagePlace } from '../../core/reanchoring/reanchor';
import { openPdf, type OpenPdf } from '../extraction/document';
import { memoryOf, withRoom } from '../extraction/pdfium';

/** The text of a page as PDFium reads it, with the box of each letter; left, bottom, right and top in the space of the page. */
export interface PageLetters { text: string; letters: readonly Letter[] }
interface Letter { start: number; left: number; bottom: number; right: number; top: number; isPainted: boolean }

/** The pages of a PDF, read when they are asked for. */
export interface LetteredPdf { pages: number; page(index: number): PageLetters; close(): void }

/** No more letters of a page are looked at. */
const MOST = 500_000;

/** Throws `unreadable` with words for the person. */
export async function letteredPdf(bytes: Uint8Array): Promise<LetteredPdf> {
  const pdf = await openPdf(bytes);
  const known = new Map<number, PageLetters>();
  return {
    pages: pdf.pages,
    page(index) {
      const page = known.get(index) ?? lettersOf(pdf, index);
      known.set(index, page);
      return page;
    },
    close: () => pdf.close(),
  };
}

function lettersOf({ library, document }: OpenPdf, index: number): PageLetters {
  const page = library.FPDF_LoadPage(document, index);
  if (page === 0) return { text: '', letters: [] };
  const handle = library.FPDFText_LoadPage(page);
  try {
    const count = handle === 0 ? 0 : Math.min(MOST, library.FPDFText_CountChars(handle));
    let text = '';
    const letters: Letter[] = [];
    withRoom(library, 32, (at) => {
      for (let char = 0; char < count; char += 1) {
        const code = library.FPDFText_GetUnicode(handle, char);
        const [left = 0, right = 0, bottom = 0, top = 0] = library.FPDFText_GetCharBox(handle, char, at, at + 8, at + 16, at + 24) ? memoryOf(library).HEAPF64.subarray(at / 8, at / 8 + 4) : [];
        letters.push({ start: text.length, left, bottom, right, top, isPainted: library.FPDFText_IsGenerated(handle, char) !== 1 && right > left && top > bottom });
        text += written(code);
      }
    });
    return { text, letters };
  } finally {
    if (handle !== 0) library.FPDFText_ClosePage(handle);
    library.FPDF_ClosePage(page);
  }
}

/** A letter as the text of a page has it, whose lines end with a line feed. PDFium has U+0002 for a hyphen with the end of its line. */
function written(code: number): string {
  if (code === 0x0d) return '';
  if (code === 0x02) return '-\n';
  return String.fromCodePoint(code >= 0 && code <= 0x10ffff ? code : 0xfffd);
}

/** How much text beside a passage is kept to find it again. */
const CONTEXT = 64;

/** The words under quads, from the first letter whose middle lies in one of them to the last; null where there is none. */
export function quoteUnder(quads: readonly Quad[], { text, letters }: PageLetters): Quote | null {
  const boxes = quads.map((quad) => ({
    left: Math.min(...evens(quad, 0)), right: Math.max(...evens(quad, 0)), bottom: Math.min(...evens(quad, 1)), top: Math.max(...evens(quad, 1)),
  }));
  const covered = letters.filter(({ isPainted, left, bottom, right, top }) => {
    const [x, y] = [(left + right) / 2, (bottom + top) / 2];
    return isPainted && boxes.some((box) => x >= box.left && x <= box.right && y >= box.bottom && y <= box.top);
  });
  const [first, last] = [covered[0], covered.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [start, end] = [first.start, last.start + (String.fromCodePoint(text.codePointAt(last.start) ?? 0)).length];
  if (text.slice(start, end).trim() === '') return null;
  return { start, end, exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT) };
}

/** The quote of a place. */
export function quoteAt({ start, end }: PagePlace, { text }: PageLetters): Quote {
  return { start, end, exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT) };
}

/** The quads of a place: one for each line, where the letters are on the same height and run on. */
export function quadsOver({ start, end }: PagePlace, { letters }: PageLetters): Quad[] {
  const lines: Omit<Letter, 'start' | 'isPainted'>[] = [];
  for (const { start: at, left, bottom, right, top, isPainted } of letters) {
    if (!isPainted || at < start || at >= end) continue;
    const line = lines.at(-1);
    const middle = (bottom + top) / 2;
    if (line !== undefined && middle >= line.bottom - 1 && middle <= line.top + 1 && left >= line.left - 1) {
      line.right = Math.max(line.right, right);
      line.bottom = Math.min(line.bottom, bottom);
      line.top = Math.max(line.top, top);
    } else lines.push({ left, bottom, right, top });
  }
  return lines.map(({ left, bottom, right, top }) => [left, top, right, top, left, bottom, right, bottom]);
}

/** Every other number of a quad, from the first or the second: all x or all y. */
function evens(quad: Quad, from: 0 | 1): number[] {
  return quad.filter((_, index) => index % 2 === from);
}
