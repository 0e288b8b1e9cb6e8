import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DomainError } from '../../core/errors';
import type { FoundMark } from '../../core/marks/pdfMark';
import type { MarksRead, MovedPassage, PassageToMove, PlacedPassage, ToWrite, Wrote } from '../../core/marks/pdfMarks';
import { pagedText, reanchorBetween, type PagedText } from '../../core/reanchoring/between';
import { reanchor, type PagePlace, type Reanchored } from '../../core/reanchoring/reanchor';
import { replaceWhole } from '../boundFiles/wholeFile';
import { withFileWords } from '../boundFiles/words';
import { marksIn, withMarks } from './markFile';
import { letteredPdf, quadsOver, quoteAt, quoteUnder, type LetteredPdf } from './pageText';

/** What is done with PDFs and marks, as pieces of work for a thread. */
export const pdfTasks = {
  readMarks: (input: Parameters<typeof readMarks>[0]) => withFileWords(input.path, () => readMarks(input)),
  writeMarks: (input: ToWrite) => withFileWords(input.to, () => writeMarks(input)),
  movePassages: (input: Parameters<typeof movePassages>[0]) => withFileWords(input.after, () => movePassages(input)),
};

/** The marks in a file, with the words that they cover where the file's text can be read. Throws `unreadable`. */
async function readMarks({ path }: { path: string }): Promise<MarksRead> {
  const bytes = await readFile(path);
  const { marks, others, pages } = marksIn(bytes);
  const lettered = marks.some(({ shape }) => shape.kind === 'quads') ? await letteredOrNull(bytes) : null;
  const found = marks.map((mark): FoundMark => {
    const quote = lettered !== null && mark.shape.kind === 'quads' && mark.page < lettered.pages ? quoteUnder(mark.shape.quads, lettered.page(mark.page)) : null;
    return { ...mark, quote };
  });
  lettered?.close();
  return { marks: found, others, pages, sha256: sha256Of(bytes), bytes: bytes.length };
}

/** Without the text there are marks still. */
async function letteredOrNull(bytes: Uint8Array): Promise<LetteredPdf | null> {
  try {
    return await letteredPdf(bytes);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'unreadable') return null;
    throw error;
  }
}

/**
 * Writes marks into a file, or into a copy of it. Of the file itself it is asked first that it is the one that is known,
 * perhaps with something behind it, as other programs save; and in the last moment that it has not changed.
 */
async function writeMarks({ from, to, known, marks, library, author }: ToWrite): Promise<Wrote> {
  const before = await readFile(from);
  const isKnown = known.bytes <= before.length && sha256Of(before.subarray(0, known.bytes)) === known.sha256;
  if (!isKnown && to === from) throw new DomainError('conflict', 'This file is another one than Lectern knows: it was changed elsewhere. Nothing was written. Write the marks into a copy, or read the file again first.');
  const { bytes, ...counts } = withMarks(before, marks, { library, author });
  if (to !== from || bytes !== before) {
    const hash = sha256Of(before);
    const isUnchanged = async (): Promise<boolean> => to !== from || sha256Of(await readFile(from)) === hash;
    if (!(await replaceWhole(to, { portions: [Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)], hash: '' }, isUnchanged))) {
      throw new DomainError('conflict', 'The file was changed by another program at this moment. Nothing was written. Try again.');
    }
  }
  return { ...counts, sha256: sha256Of(bytes), bytes: bytes.length };
}

/** Finds passages of one PDF in another, by the text of both, or by the quotes alone where there is no earlier text. Throws `unreadable` for the later one. */
async function movePassages({ before, after, passages }: { before: string | null; after: string; passages: readonly PassageToMove[] }): Promise<MovedPassage[]> {
  const later = await letteredPdf(await readFile(after));
  const earlier = before === null ? null : await letteredOrNull(await readFile(before));
  try {
    const text = textOf(later);
    const earlierText = earlier && textOf(earlier);
    return passages.map((passage) => movedPassage(found(passage, earlierText, text), passage, later));
  } finally {
    later.close();
    earlier?.close();
  }
}

function textOf(pdf: LetteredPdf): PagedText {
  return pagedText(Array.from({ length: pdf.pages }, (_, page) => pdf.page(page).text));
}

function found({ quote, page, depth }: PassageToMove, before: PagedText | null, after: PagedText): Reanchored {
  const at = before && placeIn(before, page, quote);
  return before && at ? reanchorBetween(at, before, after) : reanchor({ ...quote, depth }, after.index);
}

/** Where a quote stands on its page: there, or by its words, which another reader of PDFs may have counted otherwise. */
function placeIn(before: PagedText, page: number, { exact, prefix, suffix }: PassageToMove['quote']): PagePlace | null {
  const text = before.pages[page];
  if (text === undefined) return null;
  const again = reanchor({ exact, prefix, suffix, depth: 0.5 }, pagedText([text]).index);
  return again.state === 'certain' ? { ...again.place, page } : null;
}

function movedPassage(outcome: Reanchored, { id }: PassageToMove, later: LetteredPdf): MovedPassage {
  if (outcome.state === 'lost') return { id, state: 'lost', confidence: outcome.confidence };
  const letters = later.page(outcome.place.page);
  const quads = quadsOver(outcome.place, letters);
  if (quads.length === 0) return { id, state: 'lost', confidence: outcome.confidence };
  const place: PlacedPassage = { page: outcome.place.page, ...quoteAt(outcome.place, letters), quads };
  return { id, state: outcome.state, confidence: outcome.confidence, place };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
