import { readFile } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { DomainError } from '../../core/errors';
import { decode } from '../../core/formats/decode';
import type { TextFile, TextOutcome } from '../../core/files/texts';
import { textOfHtml } from '../../core/files/htmlText';
import type { Watch } from '../worker/watch';
import { openPdf } from './document';
import { glanceAt } from './glance';
import { textOfPage } from './pageText';
import { keepText, knownText } from './textCache';

/** A page of HTML or a text that is larger is no paper. */
const LARGEST_TEXT = 64 << 20;

/** Reads a file into the cache of texts; what cannot be read is kept as such. */
async function readText({ library, ...file }: TextFile & { library: string }, watch: Watch): Promise<TextOutcome> {
  const known = await knownText(library, file.sha256);
  if (known !== null) return known;
  try {
    const pages = await pagesOfFile(file, watch);
    await keepText(library, file.sha256, { pages });
    return { kind: 'read', pages: pages.length };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'unreadable') throw error;
    await keepText(library, file.sha256, { reason: error.message });
    return { kind: 'unreadable', reason: error.message };
  }
}

async function pagesOfFile({ path, type }: TextFile, watch: Watch): Promise<string[]> {
  const bytes = await readFile(path);
  if (type === 'application/pdf') return pagesOfPdf(bytes, watch);
  if (bytes.length > LARGEST_TEXT) throw new DomainError('unreadable', 'This file is larger than 64 MB; its text is not read.');
  const { text } = decode(bytes);
  return [type === 'text/html' ? textOfHtml(text) : text];
}

async function pagesOfPdf(bytes: Buffer, watch: Watch): Promise<string[]> {
  const pdf = await openPdf(bytes);
  const pages: string[] = [];
  try {
    for (let page = 0; page < pdf.pages; page += 1) {
      watch.report(page / pdf.pages);
      pages.push(textOfPage(pdf, page));
      if (page % 16 === 15) await setImmediate();
    }
  } finally {
    pdf.close();
  }
  return pages;
}

/** What is read of files, as pieces of work for a thread. */
export const extractionTasks = {
  glance: async (input: { path: string }, watch: Watch) => {
    watch.report(0);
    return glanceAt(input);
  },
  readText,
};
