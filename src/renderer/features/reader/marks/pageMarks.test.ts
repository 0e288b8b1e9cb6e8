import { describe, expect, it } from 'vitest';
import { Annotation, AttachmentId } from '../../../../core/model';
import { byPage, marksIn } from './pageMarks';

const fileId = AttachmentId.parse('file-1');
const at = '2026-01-01T00:00:00.000Z';
const file = { attachmentId: 'file-1', sha256: 'a'.repeat(64) };
const mark = (id: string, target: object): Annotation => Annotation.parse({ id, paperId: 'paper-1', target, color: 'pink', comment: '', createdAt: at, modifiedAt: at });
const words = (id: string, page: number, start: number): Annotation => mark(id, { kind: 'pdf-text', ...file, page, start, end: start + 1, exact: 'x', prefix: '', suffix: '', quads: [[0, 0, 0, 0, 0, 0, 0, 0]] });
const area = (id: string, page: number, top: number): Annotation => mark(id, { kind: 'pdf-area', ...file, page, rectangle: [0, 0, 10, top] });
const all = [
  area('low-1', 0, 100), words('second', 0, 50), words('next-page', 1, 0), area('high-1', 0, 700), words('first', 0, 7),
  mark('abstract', { kind: 'abstract', start: 0, end: 1, exact: 'x', prefix: '', suffix: '' }),
  mark('elsewhere', { kind: 'pdf-area', ...file, attachmentId: 'file-2', page: 0, rectangle: [0, 0, 1, 1] }),
];

describe('the marks of a file', () => {
  it('come page by page, words first, as they are read', () => {
    expect(marksIn(all, fileId).map(({ id }) => id)).toEqual(['first', 'second', 'high-1', 'low-1', 'next-page']);
  });

  it('keep the lists of pages on which nothing changed', () => {
    const before = byPage(marksIn(all, fileId), new Map());
    const after = byPage(marksIn([...all, words('new', 1, 9)], fileId), before);
    expect(after.get(0)).toBe(before.get(0));
    expect(after.get(1)?.map(({ id }) => id)).toEqual(['next-page', 'new']);
  });
});
