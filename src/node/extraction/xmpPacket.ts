import { PDFDict, PDFDocument, PDFName, PDFRawStream, decodePDFRawStream } from '@cantoo/pdf-lib';

/** Larger files are not taken apart for it: their packets add little to what is printed. */
const LARGEST = 32 << 20;
const LARGEST_PACKET = 2 << 20;

/** The XMP packet of the document itself, not one of a figure in it; '' where there is none that can be read. */
export async function xmpPacketOf(bytes: Buffer): Promise<string> {
  if (bytes.length > LARGEST || !bytes.includes('/Metadata')) return '';
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true, throwOnInvalidObject: false });
    const stream = document.catalog instanceof PDFDict ? document.catalog.lookup(PDFName.of('Metadata')) : undefined;
    if (!(stream instanceof PDFRawStream) || document.isEncrypted) return '';
    const packet = decodePDFRawStream(stream).decode();
    return packet.length > LARGEST_PACKET ? '' : new TextDecoder().decode(packet);
  } catch (error) {
    if (error instanceof Error) return ''; // what PDFium could open this one may not; there is the page then
    throw error;
  }
}
