import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { App } from '../../src/core/app';
import type { PaperId } from '../../src/core/model';
import { fileTexts } from '../../src/node/extraction';
import { workerThread } from '../../src/node/worker/client';
import { numbers } from '../support/generated';
import { hostOn } from '../support/host';
import { appOn, temporaryApp, temporaryFolder } from '../support/library';
import { madePdf, type MadePaper } from '../support/pdfs';

let outside: string;
beforeAll(async () => { outside = await mkdtemp(join(tmpdir(), 'lectern-pdfs-')); });
afterAll(() => rm(outside, { recursive: true, force: true }));

async function arrived(app: App, paper: MadePaper | Buffer, name = 'paper.pdf') {
  const path = join(outside, name);
  await writeFile(path, Buffer.isBuffer(paper) ? paper : await madePdf(paper));
  return (await app.attachments.arrive({ path, link: false })).id;
}

/** For an index that is being built, on a machine that has other things to do. */
const patience = { timeout: 20_000 };

const found = async (app: App, filter: string): Promise<PaperId[]> => app.papers.view({ scope: { kind: 'all' }, filter, sort: { column: 'added', direction: 'ascending' } });

describe('a PDF', () => {
  it('tells which paper it is, and where each field comes from', async () => {
    await using library = await temporaryApp();
    const { description, from, problem } = await library.app.attachments.inspect(await arrived(library.app, {
      title: 'On the Efficient Use of Tapes: A Study of Reels', foot: 'https://doi.org/10.5123/tapes.2025.7', info: { title: 'Microsoft Word - tapes final.docx', author: 'gh' },
    }));
    expect(problem).toBeNull();
    expect(description).toMatchObject({ title: 'On the Efficient Use of Tapes: A Study of Reels', doi: '10.5123/tapes.2025.7', type: 'article', authors: [{ family: 'Hopper', given: 'Grace' }, { family: 'Noether', given: 'Emmy' }] });
    expect(description.abstract).toMatch(/^We wind tapes .*\.$/);
    expect(from).toMatchObject({ title: 'layout', authors: 'layout', doi: 'page', abstract: 'layout' });
  });

  it('takes the title that the file gives itself where the page has it too', async () => {
    await using library = await temporaryApp();
    const { description, from } = await library.app.attachments.inspect(await arrived(library.app, { title: 'Winding Tapes', info: { title: 'Winding tapes', author: 'Ada Lovelace; Charles Babbage; Mary Somerville' } }));
    expect([description.title, from.title, description.authors.length, from.authors]).toEqual(['Winding tapes', 'info', 3, 'info']);
  });

  it.each<[string, Buffer | Promise<Buffer>, RegExp]>([
    ['broken', Buffer.from('%PDF-1.7\nnothing of use\n%%EOF'), /broken/],
    ['cut short', madePdf({ title: 'Tapes' }).then((bytes) => bytes.subarray(0, 200)), /broken/],
  ])('that is %s is kept, and the finding says so', async (_, bytes, words) => {
    await using library = await temporaryApp();
    const arrival = await arrived(library.app, await bytes);
    const { problem, description } = await library.app.attachments.inspect(arrival);
    expect(problem).toMatch(words);
    expect(description.title).toBe('paper');
    const { paperId } = await library.app.attachments.addPaper({ arrival, description });
    expect(library.app.papers.get(paperId).attachments).toHaveLength(1);
  });

  it('is offered to the paper that it is of, by title, DOI or the same bytes', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const paper = await app.papers.create({ title: 'On the efficient use of magnetic tapes' });
    const other = await app.papers.create({ title: 'Something else altogether', doi: '10.5123/TAPES.7' });
    const arrival = await arrived(app, { title: 'On the Efficient Use of Magnetic Tapes' });
    expect((await app.attachments.inspect(arrival)).matches).toMatchObject([{ id: paper, because: 'title' }]);
    await app.attachments.add({ arrival, paperId: paper });
    expect(app.papers.get(paper).attachments[0]).toMatchObject({ pages: 1 });
    expect((await app.attachments.inspect(await arrived(app, { title: 'Tapes and Other Things', foot: 'doi:10.5123/tapes.7' }))).matches).toMatchObject([{ id: other, because: 'doi' }]);
    const again = await app.attachments.arrive({ path: (await app.attachments.file(app.papers.get(paper).attachments[0]?.id ?? ('' as never))).path, link: false });
    expect((await app.attachments.inspect(again.id)).matches[0]).toMatchObject({ id: paper, because: 'file' });
  });

  it('becomes a paper in one step that undo takes back', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const arrival = await arrived(app, { title: 'Winding Tapes' });
    const { description } = await app.attachments.inspect(arrival);
    const { paperId } = await app.attachments.addPaper({ arrival, description });
    expect(app.papers.get(paperId).attachments[0]?.place).toMatchObject({ file: expect.stringMatching(/Hopper - Winding Tapes\.pdf$/) as string });
    await app.undo();
    expect(await found(app, '')).toEqual([]);
    await expect(app.attachments.inspect(arrival)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the words of a file', () => {
  const words = { title: 'Winding Tapes', pages: ['First of all the wobbulator is calibrated.', 'Then a gyrocompass confirms what came out.'] };

  it('find its paper, with the page, also in a process that does not stay', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    let paperId = '' as PaperId;
    {
      await using opened = await appOn(library);
      const arrival = await arrived(opened.app, words);
      ({ paperId } = await opened.app.attachments.addPaper({ arrival, description: (await opened.app.attachments.inspect(arrival)).description }));
      await opened.app.papers.create({ title: 'Another paper' });
    }
    {
      await using opened = await appOn(library);
      expect(await found(opened.app, 'wobbulator')).toEqual([paperId]);
      expect(await found(opened.app, 'attachment:gyrocompass has:pdf')).toEqual([paperId]);
      expect(await found(opened.app, 'title:wobbulator')).toEqual([]);
      expect(await opened.app.queries.ranked({ query: 'gyrocompass', limit: 5 })).toMatchObject([{ id: paperId, snippets: [{ field: 'attachment', page: 3, passage: expect.stringContaining('gyrocompass') as string }] }]);
    }
    await using host = await hostOn(library);
    await expect.poll(() => found(host.app, 'wobbulator'), patience).toEqual([paperId]);
  });

  it('are found in a host once they are read, and still when it begins again', async () => {
    await using folder = await temporaryFolder();
    const library = join(folder.path, 'library');
    let paperId = '' as PaperId;
    {
      await using host = await hostOn(library);
      const arrival = await arrived(host.app, words);
      ({ paperId } = await host.app.attachments.addPaper({ arrival, description: (await host.app.attachments.inspect(arrival)).description }));
      await expect.poll(() => found(host.app, 'wobbulator'), patience).toEqual([paperId]);
      const page = await arrived(host.app, Buffer.from('<html><head><title>x</title></head><body><p>An epicycle turns</p><script>var hodometer = 1</script></body></html>'), 'page.html');
      await host.app.attachments.add({ arrival: page, paperId });
      await expect.poll(() => found(host.app, 'epicycle'), patience).toEqual([paperId]);
      expect(await found(host.app, 'hodometer')).toEqual([]);
    }
    await rm(join(library, 'cache', 'search'), { recursive: true });
    await using host = await hostOn(library);
    await expect.poll(() => found(host.app, 'epicycle gyrocompass'), patience).toEqual([paperId]);
  });
});

const trials = Number(process.env['LECTERN_FUZZ_PDF'] ?? 60);

describe('damaged PDFs', () => {
  it(`neither crash nor hang the thread that reads them (${trials} of them)`, async () => {
    const script = new URL('worker.js', pathToFileURL(`${inject('built')}/`));
    const threads = { glancing: workerThread(script), reading: workerThread(script) };
    const texts = fileTexts(outside, threads, 5000);
    const random = numbers(7);
    const sound = await madePdf({ title: 'Winding Tapes', pages: ['One more page.', 'And another one.'], info: { title: 'Tapes' } });
    const outcomes = { read: 0, unreadable: 0 };
    for (let trial = 0; trial < trials; trial += 1) {
      const path = join(outside, `fuzz-${trial}.pdf`);
      await writeFile(path, damaged(sound, random));
      const glance = await texts.glance(path).then(() => 'read' as const, (error: { code: string }) => error.code);
      const sha256 = trial.toString(16).padStart(64, '0');
      const outcome = await texts.read({ sha256, path, type: 'application/pdf' }, { onPart: () => undefined, cancellation: { isCancelled: false, requested: new Promise(() => undefined) } });
      expect(['read', 'unreadable']).toContain(glance);
      outcomes[outcome.kind] += 1;
      await rm(path);
    }
    expect(outcomes.read + outcomes.unreadable).toBe(trials);
    expect(outcomes.read).toBeGreaterThan(0);
    await Promise.all([threads.glancing.close(), threads.reading.close()]);
  }, 600_000);
});

/** Bytes changed, cut out, repeated, or numbers made large. */
function damaged(sound: Buffer, random: () => number): Buffer {
  const bytes = Buffer.from(sound);
  const at = (length: number): number => Math.floor(random() * length);
  for (let hits = 1 + at(12); hits > 0; hits -= 1) {
    const place = at(bytes.length);
    const kind = at(3);
    if (kind === 0) bytes[place] = at(256);
    else if (kind === 1) bytes.copy(bytes, place, at(bytes.length), bytes.length);
    else bytes.write('99999999', place, 'latin1');
  }
  return random() < 0.2 ? bytes.subarray(0, at(bytes.length)) : bytes;
}
