import { degrees, PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import type { PdfMark, PdfShape } from '../../src/core/marks/pdfMark';
import type { MarkStyle } from '../../src/core/model';

export interface Made { pages?: number; packed?: boolean; rotation?: number; text?: readonly string[] }

/** A PDF of our own making: `packed` into streams of objects with a table that is a stream, or plain with a plain table. */
export async function madePdf({ pages = 3, packed = false, rotation = 0, text = ['Words on a page that can be marked.', 'A second line of them follows.'] }: Made = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let index = 0; index < pages; index += 1) {
    const page = document.addPage([612, 792]);
    page.setRotation(degrees(rotation));
    page.setCropBox(20, 20, 560, 740);
    for (const [line, words] of text.entries()) page.drawText(words, { x: 72, y: 700 - 16 * line, size: 11, font });
  }
  return document.save({ useObjectStreams: packed, addDefaultPage: false });
}

/** The quad of a stretch on one line. */
export function quadAt(left: number, bottom: number, width: number, height = 12): number[] {
  return [left, bottom + height, left + width, bottom + height, left, bottom, left + width, bottom];
}

const shapes: Record<MarkStyle, PdfShape> = {
  highlight: { kind: 'quads', quads: [quadAt(72, 698, 120), quadAt(72, 682, 90)] },
  underline: { kind: 'quads', quads: [quadAt(200, 698, 60)] },
  strike: { kind: 'quads', quads: [quadAt(72, 682, 30)] },
  note: { kind: 'rectangle', rectangle: [400, 640, 420, 660] },
  text: { kind: 'rectangle', rectangle: [72, 500, 260, 560] },
  ink: { kind: 'ink', strokes: [[300, 300, 320, 340.5, 350, 310], [310, 280, 360, 280]], width: 2 },
  area: { kind: 'rectangle', rectangle: [72, 120, 300, 260] },
};

/** A mark of each style on the first page, or as the overrides say. */
export function markOf(style: MarkStyle, rest: Partial<PdfMark> = {}): PdfMark {
  return {
    name: `mark-${style}`, page: 0, style, shape: shapes[style], color: '#ffe14d', comment: `About this ${style}`, tags: [], author: '',
    createdAt: '2026-01-02T03:04:05.000Z', modifiedAt: '2026-02-03T04:05:06.000Z', ...rest,
  };
}

export const allStyles = Object.keys(shapes) as MarkStyle[];

/** Five hundred highlights with comments, on all pages in turn. */
export function manyHighlights(pages: number, count = 500): PdfMark[] {
  return Array.from({ length: count }, (_, index) => markOf('highlight', { name: `mark-${index}`, page: index % pages, shape: { kind: 'quads', quads: [quadAt(72, 80 + (index % 40) * 15, 200), quadAt(72, 65 + (index % 40) * 15, 150)] } }));
}
