import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { App } from '../../src/core/app';
import type { AnnotationId, Attachment, AttachmentId, PaperId } from '../../src/core/model';
import { marksIn } from '../../src/node/pdf/markFile';
import { temporaryApp, temporaryFolder } from '../support/library';
import { madePdf, quadAt } from '../support/markedPdfs';

const TEXT = ['We train a sparse encoder on the archive of tapes.', 'It reaches the accuracy of dense ones with less memory.', 'The second experiment repeats this with drums instead.', 'No encoder was harmed in the making of this table.'];
const REVISED = ['An introduction was added by the editors of the journal.', 'It says what everybody knows about magnetic storage.', 'We train a very sparse encoder on the archive', 'of tapes. It reaches the accuracy of dense ones', 'with less memory. No encoder was harmed in the making.'];

async function paperWith(app: App, folder: string, bytes: Uint8Array): Promise<{ paperId: PaperId; id: AttachmentId; path: string }> {
  const paperId = await app.papers.create({ title: 'Tapes', doi: '10.1000/tapes', abstract: 'All about tapes.' });
  const source = join(folder, 'source.pdf');
  await writeFile(source, bytes);
  const { id: arrival } = await app.attachments.arrive({ path: source, link: false });
  const { id } = await app.attachments.add({ arrival, paperId });
  return { paperId, id, path: (await app.attachments.file(id)).path };
}

const attachmentOf = (app: App, paperId: PaperId, id: AttachmentId): Attachment => {
  const found = app.papers.get(paperId).attachments.find((each) => each.id === id);
  if (found === undefined) throw new Error('no such file');
  return found;
};

/** Highlights words of the first page that stand on a line by themselves. */
async function highlighted(app: App, paperId: PaperId, id: AttachmentId, line: number, words: string): Promise<AnnotationId> {
  const { sha256 } = attachmentOf(app, paperId, id);
  const text = TEXT.join('\n');
  const start = text.indexOf(words);
  return app.annotations.annotate({
    paperId, style: 'highlight', color: 'green', comment: `On ${words}`, tags: ['tape'],
    target: { kind: 'pdf-text', attachmentId: id, sha256, page: 0, start, end: start + words.length, exact: words, prefix: text.slice(Math.max(0, start - 32), start), suffix: text.slice(start + words.length, start + words.length + 32), quads: [quadAt(72, 698 - 16 * line, 200)] },
  });
}

/** What another program does to the annotations of the first page. */
async function elsewhere(path: string, work: (document: PDFDocument, first: PDFDict | undefined) => void): Promise<void> {
  const document = await PDFDocument.load(await readFile(path));
  const first = document.getPage(0).node.Annots()?.lookup(0);
  work(document, first instanceof PDFDict ? first : undefined);
  await writeFile(path, await document.save());
}

describe('the marks of a PDF', () => {
  it('go out into a copy and come back with what others did to it, once', async () => {
    await using library = await temporaryApp();
    await using outside = await temporaryFolder();
    const { app } = library;
    const { paperId, id } = await paperWith(app, outside.path, await madePdf({ text: TEXT, pages: 1 }));
    const mark = await highlighted(app, paperId, id, 0, 'sparse encoder');
    const copy = join(outside.path, 'copy.pdf');
    expect(await app.marks.writeCopy({ id, to: copy, author: 'Ada' })).toEqual({ added: 1, changed: 0, removed: 0, unchanged: 0, unplaced: 0 });
    expect(await app.marks.read({ id, path: copy })).toEqual({ added: 0, edited: 0, both: 0, known: 1, others: 0 });

    await elsewhere(copy, (document, first) => {
      first?.set(PDFName.of('Contents'), PDFString.of('Said elsewhere'));
      const theirs = { Type: 'Annot', Subtype: 'Highlight', Rect: [72, 680, 500, 694], QuadPoints: quadAt(70, 678, 300, 14), C: [1, 0.2, 0.2], T: PDFString.of('Grace'), Contents: PDFString.of('Memory!'), M: PDFString.of('D:20260301120000Z') };
      document.getPage(0).node.Annots()?.push(document.context.register(document.context.obj(theirs)));
    });
    expect(await app.marks.read({ id, path: copy })).toEqual({ added: 1, edited: 1, both: 0, known: 0, others: 0 });
    const after = app.papers.get(paperId).annotations;
    expect(after.find((each) => each.id === mark)).toMatchObject({ comment: 'Said elsewhere', color: 'green', tags: ['tape'] });
    expect(after.find(({ origin }) => origin !== undefined)).toMatchObject({
      color: 'pink', comment: 'Memory!', origin: { author: 'Grace', color: '#ff3333', modified: '2026-03-01T12:00:00.000Z' }, target: { kind: 'pdf-text', exact: expect.stringMatching(/^It reaches the accuracy of dense ones with less/) as unknown },
    });
    expect(await app.marks.read({ id, path: copy })).toMatchObject({ added: 0, edited: 0, both: 0 });
    expect(app.papers.get(paperId).annotations).toEqual(after);
  });

  it('that were edited on both sides keep both comments, once', async () => {
    await using library = await temporaryApp();
    await using outside = await temporaryFolder();
    const { app } = library;
    const { paperId, id } = await paperWith(app, outside.path, await madePdf({ text: TEXT, pages: 1 }));
    const mark = await highlighted(app, paperId, id, 0, 'sparse encoder');
    const copy = join(outside.path, 'copy.pdf');
    await app.marks.writeCopy({ id, to: copy, author: 'Ada' });
    await elsewhere(copy, (_, first) => first?.set(PDFName.of('Contents'), PDFString.of('Said elsewhere')));
    await app.annotations.edit({ id: mark, comment: 'Said here' });
    expect(await app.marks.read({ id, path: copy })).toMatchObject({ both: 1 });
    expect(await app.marks.read({ id, path: copy })).toMatchObject({ both: 0, known: 1 });
    expect(app.papers.get(paperId).annotations.map(({ comment }) => comment)).toEqual(['Said here\n\nSaid elsewhere']);
  });

  it('go into the file itself, whose bytes stay and whose record follows; deleted ones go, and do not come back', async () => {
    await using library = await temporaryApp();
    await using outside = await temporaryFolder();
    const { app } = library;
    const original = await madePdf({ text: TEXT, pages: 2 });
    const { paperId, id, path } = await paperWith(app, outside.path, original);
    const mark = await highlighted(app, paperId, id, 0, 'sparse encoder');
    await highlighted(app, paperId, id, 2, 'second experiment');
    expect(await app.marks.writeInto({ id, author: 'Ada' })).toMatchObject({ added: 2 });
    const written = await readFile(path);
    expect(written.subarray(0, original.length).equals(original)).toBe(true);
    const { sha256, bytes } = attachmentOf(app, paperId, id);
    expect([bytes, (await app.attachments.states(paperId))[id]]).toEqual([written.length, 'there']);
    expect(app.papers.get(paperId).annotations.map(({ target }) => 'sha256' in target && target.sha256)).toEqual([sha256, sha256]);
    expect(await app.marks.writeInto({ id, author: 'Ada' })).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect((await readFile(path)).equals(written)).toBe(true);

    await app.annotations.remove(mark);
    expect(await app.marks.read({ id })).toMatchObject({ added: 0 });
    expect(await app.marks.writeInto({ id, author: 'Ada' })).toMatchObject({ removed: 1, unchanged: 1 });
    expect(marksIn(await readFile(path)).marks.map(({ comment }) => comment)).toEqual(['On second experiment']);
  });

  it('do not go into a file that another program made another one, but do where it only added', async () => {
    await using library = await temporaryApp();
    await using outside = await temporaryFolder();
    const { app } = library;
    const { paperId, id, path } = await paperWith(app, outside.path, await madePdf({ text: TEXT, pages: 1 }));
    await highlighted(app, paperId, id, 0, 'sparse encoder');
    await appendFile(path, '\n% added\n');
    expect(await app.marks.writeInto({ id, author: 'Ada' })).toMatchObject({ added: 1 });
    const other = Buffer.from(await madePdf({ text: REVISED, pages: 1 }));
    await writeFile(path, other);
    await expect(app.marks.writeInto({ id, author: 'Ada' })).rejects.toMatchObject({ code: 'conflict' });
    expect((await readFile(path)).equals(other)).toBe(true);
  });
});

describe('a newer version of a PDF', () => {
  it('takes the annotations over to where their words are now, says what is not certain, loses none, and is undone as one', async () => {
    await using library = await temporaryApp();
    await using outside = await temporaryFolder();
    const { app } = library;
    const { paperId, id } = await paperWith(app, outside.path, await madePdf({ text: TEXT, pages: 1 }));
    const kept = await highlighted(app, paperId, id, 1, 'the accuracy of dense ones with less memory');
    const gone = await highlighted(app, paperId, id, 2, 'The second experiment repeats this with drums');
    const before = app.papers.get(paperId);
    const drawn = await app.annotations.annotate({ paperId, style: 'area', color: 'blue', comment: '', tags: [], target: { kind: 'pdf-area', attachmentId: id, sha256: attachmentOf(app, paperId, id).sha256, page: 0, rectangle: [10, 10, 90, 90] } });
    const newer = join(outside.path, 'v2.pdf');
    await writeFile(newer, await madePdf({ text: REVISED, pages: 1 }));
    const { id: arrival } = await app.attachments.arrive({ path: newer, link: false });
    const replaced = await app.marks.replace({ id, arrival, label: 'v2' });
    expect(replaced).toMatchObject({ placed: 1, uncertain: 1, lost: 1 });
    const { annotations, attachments } = app.papers.get(paperId);
    expect(attachments.map((each) => [each.id, each.role, each.label])).toEqual([[id, 'earlier', ''], [replaced.id, 'main', 'v2']]);
    const found = annotations.find((each) => each.id === kept);
    expect(found).toMatchObject({ target: { kind: 'pdf-text', attachmentId: replaced.id, page: 0, exact: expect.stringMatching(/^the accuracy of dense ones\s+with less memory$/) as unknown } });
    expect(found?.moved).toBeUndefined();
    expect(found?.target.kind === 'pdf-text' && found.target.quads.map((quad) => Math.round(quad[5] ?? 0))).toEqual([650, 634].map((y) => expect.closeTo(y, -1) as unknown));
    expect(annotations.find((each) => each.id === gone)).toMatchObject({ target: { attachmentId: id }, moved: { state: 'lost' } });
    expect(annotations.find((each) => each.id === drawn)).toMatchObject({ target: { attachmentId: replaced.id }, moved: { state: 'uncertain', from: { attachmentId: id } } });

    await app.marks.judge({ id: drawn, verdict: 'right' });
    expect(app.papers.get(paperId).annotations.find((each) => each.id === drawn)?.moved).toBeUndefined();
    await app.undo();
    await app.marks.judge({ id: drawn, verdict: 'lost' });
    expect(app.papers.get(paperId).annotations.find((each) => each.id === drawn)).toMatchObject({ target: { attachmentId: id }, moved: { state: 'lost' } });
    await app.undo();
    await app.undo();
    expect(app.papers.get(paperId).attachments).toEqual(before.attachments);
    expect(app.papers.get(paperId).annotations.filter((each) => each.id !== drawn)).toEqual(before.annotations);
  });
});

describe('Web Annotations', () => {
  it('go from one library to another with all that they say, once', async () => {
    await using from = await temporaryApp();
    await using to = await temporaryApp();
    await using outside = await temporaryFolder();
    const bytes = await madePdf({ text: TEXT, pages: 1 });
    const source = await paperWith(from.app, outside.path, bytes);
    await highlighted(from.app, source.paperId, source.id, 0, 'sparse encoder');
    await from.app.annotations.highlight({ paperId: source.paperId, start: 4, end: 9, color: 'violet', comment: 'All' });
    const text = from.app.webAnnotations.print([source.paperId]);
    expect(await from.app.webAnnotations.take({ text })).toEqual({ added: 0, known: 2, findings: [] });
    const target = await paperWith(to.app, outside.path, bytes);
    expect(await to.app.webAnnotations.take({ text })).toEqual({ added: 2, known: 0, findings: [] });
    expect(await to.app.webAnnotations.take({ text })).toEqual({ added: 0, known: 2, findings: [] });
    const without = ({ annotations }: ReturnType<App['papers']['get']>) => annotations.map(({ paperId: _, target: { ...place }, ...rest }) => ({ ...rest, place: { ...place, attachmentId: '' } }));
    expect(without(to.app.papers.get(target.paperId))).toEqual(without(from.app.papers.get(source.paperId)));
    const stranger = await to.app.webAnnotations.take({ text: text.replaceAll('10.1000/tapes', '10.1000/other').replaceAll(source.paperId, 'nobody').replace(/urn:sha256:\w+/, 'urn:sha256:0') });
    expect(stranger).toMatchObject({ added: 0, findings: [{ reason: expect.stringContaining('paper') as unknown }, {}] });
  });
});
