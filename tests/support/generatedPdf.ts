import { PDFDocument, PDFName, PDFString, StandardFonts, rgb, type PDFFont, type PDFPage } from '@cantoo/pdf-lib';
import { numbers, prose } from './generated';

/** A PDF made here, for tests and benches. */
export interface GeneratedPdf {
  pages: number;
  /** The title on the first page. */
  title: string;
  /** Sentences that stand at the beginning of a page's first column, by page from 0. */
  sentences?: Record<number, string>;
}

const [WIDTH, HEIGHT, MARGIN, GUTTER, SIZE, LEADING] = [612, 792, 54, 18, 9, 11];
const COLUMN = (WIDTH - 2 * MARGIN - GUTTER) / 2;

/** A paper in two columns, with headings, a figure on some pages, an outline, and a link on the first page to the second. */
export async function twoColumnPdf({ pages, title, sentences = {} }: GeneratedPdf): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const serif = await document.embedFont(StandardFonts.TimesRoman);
  const bold = await document.embedFont(StandardFonts.TimesRomanBold);
  const random = numbers(pages);
  document.setTitle(title);
  const made: PDFPage[] = [];
  for (let index = 0; index < pages; index += 1) {
    const page = document.addPage([WIDTH, HEIGHT]);
    made.push(page);
    let top = HEIGHT - MARGIN;
    if (index === 0) {
      page.drawText(title, { x: MARGIN, y: top - 16, size: 17, font: bold });
      page.drawText('Ada Example and Ben Sample', { x: MARGIN, y: top - 36, size: 10, font: serif });
      top -= 60;
    }
    for (const [column, x] of [MARGIN, MARGIN + COLUMN + GUTTER].entries()) {
      let y = top;
      page.drawText(`${index + 1}.${column + 1} ${prose(random, 22)}`, { x, y: y - 10, size: 10.5, font: bold });
      y -= 24;
      if (column === 1 && index % 3 === 1) y = drawFigure(page, serif, x, y);
      const opening = column === 0 ? (sentences[index] ?? '') : '';
      const rows = Math.floor((y - MARGIN) / LEADING);
      for (const line of justified(`${opening} ${prose(random, rows * 62)}`.trim(), serif).slice(0, rows)) {
        page.drawText(line, { x, y, size: SIZE, font: serif });
        y -= LEADING;
      }
    }
    page.drawText(String(index + 1), { x: WIDTH / 2 - 4, y: 28, size: 9, font: serif });
  }
  addOutline(document, made);
  addLink(document, made);
  return document.save();
}

/** Lines that fit into a column. */
function justified(text: string, font: PDFFont): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (font.widthOfTextAtSize(longer, SIZE) <= COLUMN) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function drawFigure(page: PDFPage, font: PDFFont, x: number, top: number): number {
  const height = 120;
  page.drawRectangle({ x, y: top - height, width: COLUMN, height, borderColor: rgb(0.6, 0.6, 0.6), borderWidth: 0.7 });
  for (let bar = 0; bar < 8; bar += 1) page.drawRectangle({ x: x + 14 + bar * 26, y: top - height + 10, width: 16, height: 15 + ((bar * 37) % 80), color: rgb(0.15 + bar * 0.09, 0.45, 0.62) });
  page.drawText('Figure: measured values by setting', { x, y: top - height - 12, size: 8, font });
  return top - height - 28;
}

function addOutline(document: PDFDocument, pages: readonly PDFPage[]): void {
  const { context, catalog } = document;
  const refs = pages.map(() => context.nextRef());
  const outline = context.nextRef();
  for (const [index, page] of pages.entries()) {
    const ref = refs[index];
    if (ref === undefined) continue;
    const entry = context.obj({ Title: PDFString.of(`Section ${index + 1}`), Parent: outline, Dest: [page.ref, PDFName.of('XYZ'), 0, HEIGHT - MARGIN, null] });
    const [before, after] = [refs[index - 1], refs[index + 1]];
    if (before) entry.set(PDFName.of('Prev'), before);
    if (after) entry.set(PDFName.of('Next'), after);
    context.assign(ref, entry);
  }
  const [first, last] = [refs[0], refs.at(-1)];
  if (first && last) context.assign(outline, context.obj({ Type: 'Outlines', First: first, Last: last, Count: refs.length }));
  catalog.set(PDFName.of('Outlines'), outline);
}

function addLink({ context }: PDFDocument, [first, second]: readonly PDFPage[]): void {
  if (first === undefined || second === undefined) return;
  const link = context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [WIDTH - 120, 20, WIDTH - 60, 36], Border: [0, 0, 0], Dest: [second.ref, PDFName.of('XYZ'), 0, HEIGHT - MARGIN, null] });
  first.node.addAnnot(context.register(link));
  first.drawText('See page 2', { x: WIDTH - 118, y: 25, size: 9, color: rgb(0, 0.3, 0.6) });
}
