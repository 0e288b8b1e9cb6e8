import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PdfMark, PdfShape } from '../../src/core/marks/pdfMark';
import { marksIn, withMarks } from '../../src/node/pdf/markFile';
import { allStyles, madePdf, markOf, quadAt } from '../support/markedPdfs';

const writing = { library: 'this-library', author: 'Ada' };
const coordinate = fc.integer({ min: 20, max: 560 }).map((number) => number + 0.25);
const quad = fc.tuple(coordinate, coordinate, coordinate).map(([left, bottom, width]) => quadAt(left, bottom, width));
const rectangle = fc.tuple(coordinate, coordinate, coordinate, coordinate).map(([left, bottom, width, height]): PdfShape => ({ kind: 'rectangle', rectangle: [left, bottom, left + width, bottom + height] }));
const stroke = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 5 }).map((points) => points.flat());
const text = fc.string({ unit: 'binary', maxLength: 40 }).map((words) => words.replaceAll('\r', ' '));
const anyMark: fc.Arbitrary<PdfMark> = fc.constantFrom(...allStyles).chain((style) => fc.record({
  name: fc.uuid(), page: fc.integer({ min: 0, max: 2 }), style: fc.constant(style), comment: text,
  shape: style === 'ink' ? fc.array(stroke, { minLength: 1, maxLength: 3 }).map((strokes): PdfShape => ({ kind: 'ink', strokes, width: 1.5 }))
    : style === 'note' || style === 'text' || style === 'area' ? rectangle
    : fc.oneof(fc.array(quad, { minLength: 1, maxLength: 3 }).map((quads): PdfShape => ({ kind: 'quads', quads }))),
  color: fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`),
  tags: fc.array(text.filter((tag) => tag !== ''), { maxLength: 2 }), author: fc.constant('Ada'),
  createdAt: fc.constant('2026-01-02T03:04:05.000Z'), modifiedAt: fc.constant('2026-02-03T04:05:06.000Z'),
}));
const someMarks = fc.uniqueArray(anyMark, { selector: ({ name }) => name, maxLength: 8 });

const kinds = await Promise.all([{}, { packed: true }, { rotation: 90 }].map(async (made) => madePdf(made)));

const read = (bytes: Uint8Array): PdfMark[] => marksIn(bytes).marks.map(({ written: _, ...mark }) => mark).toSorted(byName);
const byName = (a: PdfMark, b: PdfMark): number => (a.name < b.name ? -1 : 1);
const startsWith = (bytes: Uint8Array, prefix: Uint8Array): boolean => Buffer.from(bytes.subarray(0, prefix.length)).equals(prefix);

describe('marks in a PDF', () => {
  it('come back as they were written, and every byte of the file stays', () => {
    fc.assert(fc.property(someMarks, fc.constantFrom(...kinds), (marks, bytes) => {
      const written = withMarks(bytes, marks, writing);
      expect(written.unplaced).toEqual([]);
      expect(startsWith(written.bytes, bytes)).toBe(true);
      expect(read(written.bytes)).toEqual(marks.toSorted(byName));
    }), { numRuns: 150 });
  });

  it('are written again without a trace where nothing changed, and follow what did: edited, moved to another page, deleted, new', () => {
    fc.assert(fc.property(someMarks, someMarks, fc.constantFrom(...kinds), (before, after, bytes) => {
      const first = withMarks(bytes, before, writing).bytes;
      expect(withMarks(first, before, writing)).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: before.length });
      expect(withMarks(first, before, writing).bytes).toBe(first);
      const names = before.map(({ name }) => name);
      const next = after.map((mark, index) => ({ ...mark, name: index % 2 === 0 ? (names[index] ?? mark.name) : mark.name, modifiedAt: '2026-03-04T05:06:07.000Z' }));
      const second = withMarks(first, next, writing);
      expect(startsWith(second.bytes, first)).toBe(true);
      expect(read(second.bytes)).toEqual(next.toSorted(byName));
    }), { numRuns: 150 });
  });

  it('leave alone what others made: annotations of other libraries, other programs, links', async () => {
    const document = await PDFDocument.load(await madePdf());
    const page = document.getPage(1);
    const annotations = [{ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 10, 10] }, { Type: 'Annot', Subtype: 'Highlight', Rect: [72, 698, 192, 710], QuadPoints: quadAt(72, 698, 120), C: [1, 0, 0], Contents: PDFString.of('theirs'), T: PDFString.of('Grace') }];
    page.node.set(PDFName.of('Annots'), document.context.obj(annotations));
    const theirs = await document.save();
    const colleague = withMarks(theirs, [markOf('note', { name: 'colleague', page: 1 })], { library: 'another', author: 'Emmy' }).bytes;
    const ours = withMarks(colleague, [markOf('area', { name: 'ours', page: 1 })], writing).bytes;
    const none = withMarks(ours, [], writing);
    expect(none.removed).toBe(1);
    expect(marksIn(ours).marks.map(({ name, author }) => [name.replace(/-.*/, ''), author])).toEqual([['unnamed', 'Grace'], ['colleague', 'Emmy'], ['ours', 'Ada']]);
    expect(marksIn(none.bytes).marks.map(({ name, comment, color }) => [name.replace(/-.*/, ''), comment, color])).toEqual([['unnamed', 'theirs', '#ff0000'], ['colleague', 'About this note', '#ffe14d']]);
    const again = await PDFDocument.load(none.bytes);
    expect(again.getPage(1).node.Annots()?.size()).toBe(3);
  });

  it('of others are changed where they are, and keep what Lectern knows nothing of', async () => {
    const document = await PDFDocument.load(await madePdf());
    const their = document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'Circle', Rect: [72, 100, 192, 210], C: [1, 0, 0], NM: PDFString.of('circle'), Custom: 'Kept', AP: { N: document.context.register(document.context.obj({})) } }));
    document.getPage(0).node.set(PDFName.of('Annots'), document.context.obj([their]));
    const bytes = await document.save({ useObjectStreams: false });
    const [found] = marksIn(bytes).marks;
    if (found === undefined) throw new Error('not found');
    expect(withMarks(bytes, [found], writing).bytes).toBe(bytes);
    const said = withMarks(bytes, [{ ...found, comment: 'now with words' }], writing);
    const after = (await PDFDocument.load(said.bytes)).context.lookup(their)?.toString() ?? '';
    expect(said.changed).toBe(1);
    expect(after).toMatch(/\/Subtype \/Circle[^]*\/Custom \/Kept[^]*\/AP/);
    expect(marksIn(said.bytes).marks[0]).toMatchObject({ name: 'circle', comment: 'now with words', style: 'area', written: { library: 'this-library', changed: [] } });
  });

  it('say what another program changed of them', async () => {
    const bytes = withMarks(await madePdf(), [markOf('highlight')], writing).bytes;
    const document = await PDFDocument.load(bytes);
    const object = document.getPage(0).node.Annots()?.lookup(0);
    if (!(object instanceof PDFDict)) throw new Error('not found');
    object.set(PDFName.of('Contents'), PDFString.of('Edited elsewhere'));
    expect(marksIn(await document.save()).marks[0]).toMatchObject({ comment: 'Edited elsewhere', written: { changed: ['comment'], modifiedAt: '2026-02-03T04:05:06.000Z' } });
  });

  it('on pages that a file does not have are told', async () => {
    expect(withMarks(await madePdf({ pages: 1 }), [markOf('note', { page: 4 })], writing)).toMatchObject({ unplaced: ['mark-note'], added: 0 });
  });

  it('find their way into a file whose table is broken, which is mended by that', async () => {
    for (const packed of [false, true]) {
      const sound = Buffer.from(await madePdf({ packed })).toString('latin1');
      const broken = Buffer.from(sound.replace(/startxref\n\d+/, 'startxref\n7'), 'latin1');
      const written = withMarks(broken, [markOf('ink')], writing);
      expect(read(written.bytes)).toEqual([{ ...markOf('ink'), author: 'Ada' }]);
      expect((await PDFDocument.load(written.bytes)).getPageCount()).toBe(3);
    }
  });

  it('are refused to what is encrypted, and to what is no PDF, with words', async () => {
    const document = await PDFDocument.load(await madePdf());
    document.encrypt({ userPassword: '', ownerPassword: 'owner', permissions: {} });
    const encrypted = await document.save({ useObjectStreams: false });
    expect(() => withMarks(encrypted, [], writing)).toThrow(/encrypted/);
    expect(() => marksIn(Buffer.from('no PDF'))).toThrow(/not a PDF/);
    expect(() => marksIn(Buffer.from('%PDF-1.4\n%%EOF'))).toThrow(/No pages/);
  });
});
