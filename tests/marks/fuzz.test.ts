import { expect, it } from 'vitest';
import { DomainError } from '../../src/core/errors';
import { marksIn, withMarks } from '../../src/node/pdf/markFile';
import { random } from '../exchange/mutations';
import { allStyles, madePdf, markOf } from '../support/markedPdfs';

/** How many damaged PDFs are read and written; `npm run fuzz` asks for 2,000. */
const RUNS = Number(process.env['LECTERN_FUZZ_PDF'] ?? 150);
const SLOWEST_MS = 2000;
const writing = { library: 'this-library', author: 'Ada' };
const words = ['obj', 'endobj', 'stream', '/Length 99999999', '/Size 4294967295', '/Prev 0', '<<', '>>', '[', ']', '(', '/Kids [1 0 R 2 0 R 3 0 R]', '/Annots 1 0 R', 'trailer', 'startxref', '/W [8 8 8]', '/Index [0 99999999]', '[[[[[[[['];

it('damaged PDFs are read and marked, or refused in words, and soon', { timeout: 600_000 }, async () => {
  const marks = allStyles.map((style) => markOf(style));
  const seeds = await Promise.all([{}, { packed: true }, { pages: 1, rotation: 90 }].map(async (made) => withMarks(await madePdf(made), marks, writing).bytes));
  const next = random(7);
  const outcomes = { read: 0, refused: 0 };
  let slowest = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const input = damaged(seeds[run % seeds.length] ?? new Uint8Array(), next);
    const began = performance.now();
    try {
      marksIn(input);
      const written = withMarks(input, marks.map((mark) => ({ ...mark, comment: `Changed ${run}` })), writing);
      expect(marksIn(written.bytes).marks.length).toBeGreaterThanOrEqual(written.added);
      outcomes.read += 1;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'unreadable') throw new Error(`run ${run}: ${String(error)}`, { cause: error });
      outcomes.refused += 1;
    }
    slowest = Math.max(slowest, performance.now() - began);
  }
  expect(slowest).toBeLessThan(SLOWEST_MS);
  expect(outcomes.read).toBeGreaterThan(RUNS / 2);
});

/** A file with one to six pieces of damage: bytes flipped, cut out, doubled, words put in. */
function damaged(seed: Uint8Array, next: (below: number) => number): Uint8Array {
  let bytes = Buffer.from(seed);
  for (let left = 1 + next(6); left > 0; left -= 1) {
    const at = next(bytes.length);
    const piece = bytes.subarray(at, at + next(400));
    switch (next(5)) {
      case 0: bytes[at] = next(256); break;
      case 1: bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + piece.length)]); break;
      case 2: bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]); break;
      case 3: bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(` ${words[next(words.length)] ?? ''} `), bytes.subarray(at)]); break;
      default: if (next(4) === 0) bytes = Buffer.from(bytes.subarray(0, Math.max(100, at)));
    }
  }
  return bytes;
}
