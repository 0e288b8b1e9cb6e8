import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

export interface MadePaper {
  title: string;
  authors?: string;
  abstract?: string;
  /** Lines at the foot of page one, such as a DOI. */
  foot?: string;
  /** The text of further pages. */
  pages?: string[];
  info?: { title?: string; author?: string };
}

/** A small PDF set like a paper: its title in large letters, authors under it, an abstract. */
export async function madePdf({ title, authors = 'Grace Hopper and Emmy Noether', abstract = 'We wind tapes with little energy and compare them with reels that take more of it on three tasks of the usual kind.', foot = '', pages = [], info = {} }: MadePaper): Promise<Buffer> {
  const document = await PDFDocument.create();
  const [plain, bold] = [await document.embedFont(StandardFonts.TimesRoman), await document.embedFont(StandardFonts.TimesRomanBold)];
  if (info.title !== undefined) document.setTitle(info.title);
  if (info.author !== undefined) document.setAuthor(info.author);
  const page = document.addPage([612, 792]);
  const lines = wrapped(title, 40);
  for (const [at, line] of lines.entries()) page.drawText(line, { x: 90, y: 680 - 22 * at, size: 17, font: bold });
  page.drawText(authors, { x: 160, y: 640 - 22 * lines.length, size: 12, font: plain });
  page.drawText('Abstract', { x: 280, y: 560, size: 11, font: bold });
  for (const [at, line] of wrapped(abstract, 80).entries()) page.drawText(line, { x: 110, y: 540 - 12 * at, size: 10, font: plain });
  for (let at = 0; at < 12; at += 1) page.drawText('The body of a paper goes on for some lines of text, set in letters of a usual size.', { x: 90, y: 430 - 12 * at, size: 10, font: plain });
  if (foot !== '') page.drawText(foot, { x: 90, y: 40, size: 9, font: plain });
  for (const text of pages) {
    const next = document.addPage([612, 792]);
    for (const [at, line] of wrapped(text, 80).entries()) next.drawText(line, { x: 90, y: 700 - 12 * at, size: 10, font: plain });
  }
  return Buffer.from(await document.save());
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
