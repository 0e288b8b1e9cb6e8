import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDescription, type Annotation, type AnnotationId, type AttachmentId, type Paper, type PaperId, type Target } from '../model';
import { printWebAnnotations, webAnnotationOf } from './print';
import { readWebAnnotations, type ReadTarget } from './read';

const paper: Paper = { ...emptyDescription, id: 'paper-1' as PaperId, title: 'Tapes', doi: '10.1000/tapes', citationKey: 'tapes', status: 'to-read', rating: 0, tags: [], collections: [], decisions: {}, addedAt: '2026-01-01T00:00:00.000Z', modifiedAt: '2026-01-01T00:00:00.000Z', trashedAt: null };
const file = { attachmentId: 'file-1' as AttachmentId, sha256: 'a'.repeat(64) };
const number = fc.double({ min: -1000, max: 1000, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const quote = fc.record({ start: fc.nat(1000), end: fc.integer({ min: 1, max: 2000 }), exact: words, prefix: fc.string(), suffix: fc.string() });
const page = fc.nat(500);
const numbers = (length: number) => fc.array(number, { minLength: length, maxLength: length });
const target: fc.Arbitrary<Target> = fc.oneof(
  quote.map((rest): Target => ({ kind: 'abstract', ...rest })),
  quote.map((rest): Target => ({ kind: 'text', ...file, ...rest })),
  fc.tuple(quote, page, fc.array(numbers(8), { minLength: 1, maxLength: 3 })).map(([rest, on, quads]): Target => ({ kind: 'pdf-text', ...file, page: on, ...rest, quads })),
  fc.tuple(page, fc.tuple(number, number, number, number)).map(([on, rectangle]): Target => ({ kind: 'pdf-area', ...file, page: on, rectangle })),
  fc.tuple(page, fc.array(numbers(4), { minLength: 1, maxLength: 3 })).map(([on, strokes]): Target => ({ kind: 'pdf-ink', ...file, page: on, strokes, width: 2 })),
);
const at = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
const annotation: fc.Arbitrary<Annotation> = fc.record({
  id: fc.uuid().map((id) => id as AnnotationId), paperId: fc.constant(paper.id), target, color: fc.constantFrom('yellow', 'green', 'blue', 'pink', 'violet'),
  style: fc.constantFrom('underline', 'strike', 'note', 'text', 'ink', 'area'), comment: fc.string({ unit: 'binary' }), tags: fc.array(words, { minLength: 1, maxLength: 3 }),
  origin: fc.record({ name: words, author: fc.string(), modified: fc.string() }), moved: fc.record({ state: fc.constantFrom('uncertain', 'lost'), confidence: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0), from: target }),
  createdAt: at, modifiedAt: at,
}, { requiredKeys: ['id', 'paperId', 'target', 'color', 'comment', 'createdAt', 'modifiedAt'] });

/** The target as the model has it. */
const whole = ({ place, sha256, attachmentId }: ReadTarget): unknown => ({ ...place, ...(sha256 !== null && { sha256, attachmentId }) });

describe('Web Annotations', () => {
  it('come back as they were printed', () => {
    fc.assert(fc.property(fc.array(annotation, { minLength: 1, maxLength: 4 }), (annotations) => {
      const read = readWebAnnotations(printWebAnnotations(annotations.map((each) => ({ annotation: each, paper, attachment: undefined }))));
      expect(read.findings).toEqual([]);
      expect(read.annotations.map(({ id, target: place, moved, fields, createdAt, modifiedAt }) => ({
        id, paperId: paper.id, target: whole(place), ...fields, ...(moved !== null && { moved: { ...moved, from: whole(moved.from) } }), createdAt, modifiedAt,
      }))).toEqual(JSON.parse(JSON.stringify(annotations)));
    }));
  });

  it('have the words of the standard', () => {
    const made: Annotation = { id: 'a-1' as AnnotationId, paperId: paper.id, color: 'green', comment: 'So it *is*', tags: ['tape'], createdAt: '2026-01-02T03:04:05.000Z', modifiedAt: '2026-01-02T03:04:05.000Z', target: { kind: 'pdf-text', ...file, page: 2, start: 5, end: 10, exact: 'words', prefix: 'some ', suffix: ' more', quads: [[72, 710, 100, 710, 72, 698, 100, 698]] } };
    expect(webAnnotationOf({ annotation: made, paper, attachment: undefined })).toMatchObject({
      id: 'urn:lectern:annotation:a-1', type: 'Annotation', motivation: 'highlighting',
      body: [{ type: 'TextualBody', value: 'So it *is*', format: 'text/markdown', purpose: 'commenting' }, { type: 'TextualBody', value: 'tape', purpose: 'tagging' }],
      target: { source: `urn:sha256:${file.sha256}`, selector: [{ type: 'TextQuoteSelector', exact: 'words' }, { type: 'TextPositionSelector', start: 5, end: 10 }, { type: 'FragmentSelector', value: 'page=3&viewrect=72,710,28,12' }] },
    });
  });

  it('of other programs are read as far as they say what is needed', () => {
    const read = readWebAnnotations(JSON.stringify([
      { type: 'Annotation', body: { value: 'a thought' }, target: { source: 'https://example.org/paper', selector: { type: 'TextQuoteSelector', exact: 'about tapes' } } },
      { type: 'Annotation', body: 'https://example.org/reply', target: 'https://example.org/paper' },
      { type: 'Annotation', target: { source: 'https://example.org', selector: [{ type: 'SvgSelector', value: '<svg/>' }] } },
    ]));
    expect(read.annotations).toMatchObject([{ id: null, target: { place: { kind: 'abstract', exact: 'about tapes' } }, fields: { comment: 'a thought' } }]);
    expect(read.findings.map(({ at }) => at)).toEqual([1, 2]);
  });

  it('are read from any text without a failure', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.array(fc.record({ target: fc.anything(), body: fc.anything() })).map((items) => JSON.stringify({ items }) ?? '')), (text) => {
      const read = readWebAnnotations(text);
      expect(read.annotations.length + read.findings.length).toBeGreaterThan(0);
    }));
  });
});
