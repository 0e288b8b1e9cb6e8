import { readFile } from 'node:fs/promises';
import type { PdfGlance } from '../../core/files/pageModel';
import { infoOf, openPdf } from './document';
import { layoutOfPage } from './pageText';
import { xmpPacketOf } from './xmpPacket';

/** How many pages are looked at: some begin with a cover of their repository. */
const FIRST = 2;

/** Reads of a PDF what tells which paper it is. Throws `unreadable` with words for the person. */
export async function glanceAt({ path }: { path: string }): Promise<PdfGlance> {
  const bytes = await readFile(path);
  const pdf = await openPdf(bytes);
  try {
    const first = Array.from({ length: Math.min(FIRST, pdf.pages) }, (_, page) => layoutOfPage(pdf, page)).filter((page) => page !== null);
    return { pages: pdf.pages, info: infoOf(pdf), xmp: await xmpPacketOf(bytes), first };
  } finally {
    pdf.close();
  }
}
