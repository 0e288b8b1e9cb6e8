import { decode } from '../../core/formats/decode';
import { whyTooLarge } from '../../core/formats/kinds';
import type { ImportSource } from './dialogs';

/** A file that could not be taken in, with the reason in words. */
export interface RefusedFile {
  name: string;
  reason: string;
}

/** Reads files one after the other. A folder, a file that has gone and one that is too large are refused; the others are read. */
export async function readFiles(files: readonly File[]): Promise<{ sources: ImportSource[]; refused: RefusedFile[] }> {
  const sources: ImportSource[] = [];
  const refused: RefusedFile[] = [];
  for (const file of files) {
    const tooLarge = whyTooLarge(file.size);
    if (tooLarge !== null) {
      refused.push({ name: file.name, reason: tooLarge });
      continue;
    }
    try {
      sources.push({ ...decode(new Uint8Array(await file.arrayBuffer())), fileName: file.name });
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      refused.push({ name: file.name, reason: 'It could not be read: it is a folder, it has been moved, or you may not read it.' });
    }
  }
  return { sources, refused };
}

/** Hands a text to the person as a file, in UTF-8. The window or the browser asks where to put it. */
export function saveFile(content: string, { name, mediaType }: { name: string; mediaType: string }): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the content once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
