import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { App } from '../src/core/app';
import { NewMark } from '../src/core/marks/newMark';
import type { AnnotationId, AttachmentId, PaperId } from '../src/core/model';
import { temporaryApp, temporaryFolder } from './support/library';

const sha256 = 'a'.repeat(64);
const quads = [[10, 20, 30, 20, 10, 10, 30, 10]];

async function paperWithFile(app: App, title = 'Tapes'): Promise<{ paperId: PaperId; attachmentId: AttachmentId }> {
  await using outside = await temporaryFolder();
  const paperId = await app.papers.create({ title });
  await writeFile(join(outside.path, 'a.pdf'), `%PDF-1.4\n% ${title}\n%%EOF\n`);
  const arrival = await app.attachments.arrive({ path: join(outside.path, 'a.pdf'), link: false });
  return { paperId, attachmentId: (await app.attachments.add({ arrival: arrival.id, paperId })).id };
}

const passage = (paperId: PaperId, attachmentId: AttachmentId, fields: Partial<NewMark> = {}): NewMark =>
  NewMark.parse({ paperId, target: { kind: 'pdf-text', attachmentId, sha256, page: 2, start: 5, end: 10, exact: 'words', prefix: 'some ', suffix: '', quads }, style: 'underline', color: 'blue', comment: '', tags: [], ...fields });

describe('a mark in a file', () => {
  it('is made, edited and taken back step by step', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const { paperId, attachmentId } = await paperWithFile(app);
    const id = await app.annotations.annotate(passage(paperId, attachmentId, { tags: ['proof', 'proof'] }));
    const mark = () => app.papers.get(paperId).annotations.find((each) => each.id === id);
    expect(mark()).toMatchObject({ style: 'underline', color: 'blue', tags: ['proof'], target: { kind: 'pdf-text', page: 2, quads } });
    await app.annotations.edit({ id, tags: [] });
    expect(mark()).not.toHaveProperty('tags');
    await app.annotations.edit({ id, color: 'pink', comment: 'Why?' });
    expect(mark()).toMatchObject({ color: 'pink', comment: 'Why?' });
    expect(await app.undo()).toMatchObject({ label: 'Comment on an underline' });
    await app.undo();
    expect(mark()?.tags).toEqual(['proof']);
    expect(await app.undo()).toMatchObject({ label: 'Underline in “Tapes”' });
    expect(mark()).toBeUndefined();
  });

  it('is on a file of its paper', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const { attachmentId } = await paperWithFile(app);
    const other = await app.papers.create({ title: 'Punched cards' });
    await expect(app.annotations.annotate(passage(other, attachmentId))).rejects.toMatchObject({ code: 'not-found' });
    await expect(app.annotations.annotate(passage(other, 'nothing' as AttachmentId))).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is changed and deleted with others in one step, and what is gone meanwhile is left out', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const { paperId, attachmentId } = await paperWithFile(app);
    const ids: AnnotationId[] = [];
    for (let n = 0; n < 3; n += 1) ids.push(await app.annotations.annotate(passage(paperId, attachmentId, { style: 'highlight' })));
    const marks = () => app.papers.get(paperId).annotations.map(({ color, tags }) => [color, tags]);
    await app.annotations.update([...ids, 'gone' as AnnotationId], { color: 'green' });
    await app.annotations.update(ids.slice(0, 2), { addTags: ['a', 'b'], removeTags: ['b'] });
    expect(marks()).toEqual([['green', ['a']], ['green', ['a']], ['green', undefined]]);
    await app.annotations.removeAll([...ids.slice(1), 'gone' as AnnotationId]);
    expect(marks()).toEqual([['green', ['a']]]);
    expect(await app.undo()).toMatchObject({ label: 'Delete 2 annotations' });
    await app.undo();
    await app.undo();
    expect(marks()).toEqual([['blue', undefined], ['blue', undefined], ['blue', undefined]]);
  });

  it('stays within bounds', () => {
    const file = { attachmentId: 'file-1', sha256, page: 0 };
    const accepts = (style: string, target: object): boolean => NewMark.safeParse({ paperId: 'paper-1', style, target, color: 'pink', comment: '', tags: [] }).success;
    const words = { kind: 'pdf-text', ...file, start: 0, end: 3, exact: 'abc', prefix: '', suffix: '', quads };
    const area = { kind: 'pdf-area', ...file, rectangle: [0, 0, 10, 10] };
    const ink = { kind: 'pdf-ink', ...file, strokes: [[0, 0, 1, 1]], width: 1 };
    expect([accepts('highlight', words), accepts('note', area), accepts('text', area), accepts('area', area), accepts('ink', ink)]).toEqual([true, true, true, true, true]);
    expect([accepts('ink', words), accepts('highlight', area), accepts('area', ink), accepts('text', words)]).toEqual([false, false, false, false]);
    expect(accepts('highlight', { ...words, end: 0 })).toBe(false);
    expect(accepts('highlight', { ...words, exact: 'x'.repeat(200_001) })).toBe(false);
    expect(accepts('highlight', { ...words, quads: Array.from({ length: 5001 }, () => quads[0]) })).toBe(false);
    expect(accepts('highlight', { ...words, quads: [[0, 0, Infinity, 0, 0, 0, 0, 0]] })).toBe(false);
    expect(accepts('area', { ...area, rectangle: [10, 0, 0, 10] })).toBe(false);
    expect(accepts('ink', { ...ink, strokes: [[0, 0, 1]] })).toBe(false);
    expect(accepts('ink', { ...ink, strokes: Array.from({ length: 1001 }, () => [0, 0]) })).toBe(false);
    expect(accepts('highlight', { kind: 'abstract', start: 0, end: 3, exact: 'abc', prefix: '', suffix: '' })).toBe(false);
  });
});
