import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withMarks } from '../../src/node/pdf/markFile';
import { temporaryFolder } from '../support/library';
import { allStyles, madePdf, manyHighlights, markOf } from '../support/markedPdfs';

const writing = { library: 'this-library', author: 'Ada' };
const kinds = [{}, { packed: true }, { rotation: 90 }, { rotation: 270, packed: true }] as const;

/** Whether a program is there and answers. */
function has(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const python = '/usr/bin/python3';
const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, QT_QPA_PLATFORM: 'offscreen' } });

/** Writes a mark of each style twice over into a PDF of each kind, and gives each file to `look`. */
async function eachWritten(look: (path: string) => Promise<void> | void): Promise<void> {
  await using folder = await temporaryFolder();
  for (const [index, kind] of kinds.entries()) {
    const first = withMarks(await madePdf(kind), allStyles.map((style) => markOf(style)), writing).bytes;
    const second = withMarks(first, allStyles.map((style) => markOf(style, { comment: `Again, ${style} – with ümlauts`, modifiedAt: '2026-03-04T05:06:07.000Z' })), writing).bytes;
    const broken = Buffer.from(Buffer.from(await madePdf(kind)).toString('latin1').replace(/startxref\n\d+/, 'startxref\n9'), 'latin1');
    for (const [name, bytes] of [['first', first], ['second', second], ['mended', withMarks(broken, allStyles.map((style) => markOf(style)), writing).bytes]] as const) {
      const path = join(folder.path, `${index}-${name}.pdf`);
      await writeFile(path, bytes);
      await look(path);
    }
  }
}

describe('500 highlights', () => {
  it('are written in no time to speak of', { timeout: 60_000 }, async () => {
    const bytes = await madePdf({ pages: 30 });
    const began = performance.now();
    const written = withMarks(bytes, manyHighlights(30), writing);
    expect(written.added).toBe(500);
    expect(performance.now() - began).toBeLessThan(2000);
  });
});

describe.skipIf(!has('qpdf', '--version'))('qpdf (skipped where it is not installed)', () => {
  it('finds nothing wrong with what is written', async () => {
    await eachWritten((path) => { expect(run('qpdf', '--check', path)).toMatch(/No syntax or stream encoding errors/); });
  });

  it('finds nothing wrong with 500 highlights', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'many.pdf');
    await writeFile(path, withMarks(await madePdf({ pages: 30, packed: true }), manyHighlights(30), writing).bytes);
    expect(run('qpdf', '--check', path)).toMatch(/No syntax or stream encoding errors/);
  });
});

describe.skipIf(!has(python, '-c', 'import popplerqt5'))('poppler, which Okular and Evince show PDFs with (skipped where its Python module is not installed)', () => {
  it('reads every mark once, with its name, author and words', async () => {
    await eachWritten((path) => {
      const found = run(python, join(import.meta.dirname, 'annotations.py'), path).trim().split('\n').map((line) => JSON.parse(line) as [number, number, string, string, string]);
      const comment = (style: string): string => (path.includes('second') ? `Again, ${style} – with ümlauts` : `About this ${style}`);
      expect(found.map(([page, , name, author, contents]) => [page, name, author, contents])).toEqual(allStyles.map((style) => [0, `mark-${style}`, 'Ada', comment(style)]));
    });
  });
});

describe.skipIf(!has('pdftocairo', '-v'))('pdftocairo (skipped where it is not installed)', () => {
  it('paints the marks: highlights let the words through', async () => {
    await using folder = await temporaryFolder();
    await mkdir(folder.path, { recursive: true });
    const paint = async (name: string, bytes: Uint8Array): Promise<Buffer> => {
      await writeFile(join(folder.path, `${name}.pdf`), bytes);
      run('pdftocairo', '-png', '-r', '50', '-singlefile', join(folder.path, `${name}.pdf`), join(folder.path, name));
      return readFile(join(folder.path, `${name}.png`));
    };
    const bare = await madePdf();
    const pictures = new Set<string>();
    for (const style of allStyles) pictures.add((await paint(style, withMarks(bare, [markOf(style)], writing).bytes)).toString('base64'));
    pictures.add((await paint('bare', bare)).toString('base64'));
    expect(pictures.size).toBe(allStyles.length + 1);
  });
});

describe.skipIf(!has('mutool', '-v'))('mutool (skipped where it is not installed)', () => {
  it('paints what is written without a word of complaint', async () => {
    await eachWritten((path) => {
      execFileSync('mutool', ['draw', '-q', '-r', '20', '-o', `${path}.png`, path, '1'], { stdio: ['ignore', 'pipe', 'pipe'] });
      expect(run('mutool', 'show', path, 'pages/1/Annots').match(/R/g) ?? []).toHaveLength(allStyles.length);
    });
  });
});
