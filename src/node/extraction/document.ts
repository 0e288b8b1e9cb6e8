import { DomainError } from '../../core/errors';
import type { PdfInfo } from '../../core/files/pageModel';
import { memoryOf, pdfium, room, withRoom, type Pdfium } from './pdfium';

/** A PDF that is open in PDFium. */
export interface OpenPdf {
  library: Pdfium;
  document: number;
  pages: number;
  close(): void;
}

/** What PDFium's last error means (`FPDF_ERR_…` of fpdfview.h). */
const PASSWORD = 4;
const SECURITY = 5;

/** The largest PDF that is read: PDFium has 4 GB at the most and needs the file as a whole. */
const LARGEST = 1 << 30;

/** Opens a PDF. Throws `unreadable` with words for the person where it is broken or has a password. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  if (bytes.length > LARGEST) throw new DomainError('unreadable', 'This PDF is larger than 1 GB; its text is not read.');
  const library = await pdfium();
  const file = room(library, bytes.length);
  memoryOf(library).HEAPU8.set(bytes, file.at);
  const document = library.FPDF_LoadMemDocument(file.at, bytes.length, '');
  if (document === 0) {
    const reason = wordsFor(library);
    file.free();
    throw new DomainError('unreadable', reason);
  }
  const pages = library.FPDF_GetPageCount(document);
  const close = (): void => {
    library.FPDF_CloseDocument(document);
    file.free();
  };
  if (pages > 0) return { library, document, pages, close };
  close();
  throw new DomainError('unreadable', 'This PDF has no page that can be read.');
}

function wordsFor({ FPDF_GetLastError: lastOf }: Pdfium): string {
  const error = lastOf();
  if (error === PASSWORD) return 'This PDF has a password. It can be kept, but its text cannot be read without.';
  if (error === SECURITY) return 'This PDF is protected in a way that Lectern does not know. It can be kept, but its text cannot be read.';
  return 'This PDF is broken: it cannot be opened.';
}

/** What the information dictionary says. */
export function infoOf({ library, document }: OpenPdf): PdfInfo {
  const say = (name: string): string => {
    const length = library.FPDF_GetMetaText(document, name, 0, 0);
    if (length <= 2 || length > 1 << 20) return '';
    return withRoom(library, length, (at) => {
      library.FPDF_GetMetaText(document, name, at, length);
      return utf16(library, at, length / 2 - 1);
    });
  };
  return { title: say('Title'), author: say('Author'), subject: say('Subject'), keywords: say('Keywords'), creationDate: say('CreationDate'), producer: say('Producer'), creator: say('Creator') };
}

/** A text of so many UTF-16 code units in PDFium's memory. */
export function utf16(library: Pdfium, at: number, length: number): string {
  const { HEAPU8 } = memoryOf(library);
  return Buffer.from(HEAPU8.buffer, at, 2 * length).toString('utf16le');
}
