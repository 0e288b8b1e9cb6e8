import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Description, NoteId, PaperId } from '../../src/core/model';
import type { Clock } from '../../src/core/ports';
import { systemClock } from '../../src/node/clock';
import { compactFiles } from '../../src/node/store/compact';
import { contentOf, libraryOn, onDisk, steps } from '../faults/scenario';
import { numbers } from '../support/generated';
import { appOn, temporaryApp } from '../support/library';
import { folderInMemory } from './damage';
import { long, report } from './report';

const texts: [string, string][] = [
  ['a lone high surrogate', 'before \ud83d after'],
  ['a lone low surrogate', '\ude00 at the start'],
  ['surrogates the wrong way round', 'a\ude00\ud83db'],
  ['NUL and other control characters', 'a\0b\u0001\u001f\u007f\u0085'],
  ['line ends of every kind', 'a\nb\r\nc\rd\u2028e\u2029f'],
  ['right to left with overrides', 'שלום \u202eعربى\u202c abc\u200f'],
  ['characters of four bytes', '𝔸😀🏴󠁧󠁢󠁥󠁮󠁧󠁿𠜎'],
  ['what JSON must escape', '"quoted\\" {"crc":"00000000",} ],\n"papers":['],
  ['non-characters and a byte order mark', '\ufeff\ufffe\uffff\ufffd'],
];

describe('texts of every kind', () => {
  it.each(texts)('%s come back from the journal and from a snapshot as they were', async (_name, text) => {
    await using library = await temporaryApp();
    const described: Partial<Description> = { title: text, abstract: text, venue: text, doi: text, arxivId: text, url: text, authors: [{ family: text, given: text }, { literal: text }], extra: { [text]: text, ['__proto__']: text } };
    const id = await library.app.papers.create(described);
    await library.app.papers.update([id], { addTags: [text] });
    const noteId = await library.app.notes.create({ paperId: id, title: text, body: text });
    await library.app.notes.save({ id: noteId, body: `${text.repeat(100)}a${text}`, version: 0 });
    await library.app.notes.save({ id: noteId, body: `${text.repeat(100)}b${text}`, version: 1 });
    const collection = await library.app.collections.create({ name: text, parentId: null });
    await library.app.collections.addPapers({ id: collection, paperIds: [id] });
    await library.app.annotations.highlight({ paperId: id, start: 0, end: 1, color: 'blue', comment: text });
    const before = library.app.papers.get(id);
    expect(before.paper).toMatchObject({ title: text, abstract: text, tags: [text] });
    await library.app.close();
    const journal = await onDisk(library.folder);
    await compactFiles(library.folder, Infinity);
    expect(await onDisk(library.folder)).toEqual(journal);
    await using again = await appOn(library.folder);
    expect(again.app.papers.get(id)).toEqual(before);
    report({ what: `text: ${_name}`, count: 1, failures: 0 });
  });
});

describe('sizes beyond all measure', () => {
  it('are kept: a note of 10 MB', async () => {
    await using library = await temporaryApp();
    const paperId = await library.app.papers.create({ title: 'A paper' });
    const id = await library.app.notes.create({ paperId, body: '' });
    const body = 'Ten million characters of thought. 😀\n'.repeat(270_000);
    await library.app.notes.save({ id, body, version: 0 });
    await library.app.notes.save({ id, body: `${body.slice(0, 5_000_000)}!${body.slice(5_000_000)}`, version: 1 });
    await library.app.undo();
    expect((await reread(library.folder, library.app, id)) === body).toBe(true);
    report({ what: 'a note of 10 MB', count: 1, failures: 0 });
  });

  it('are kept: 100,000 tags on a paper', async () => {
    await using library = await temporaryApp();
    const id: PaperId = await library.app.papers.create({ title: 'A paper' });
    const tags = Array.from({ length: 100_000 }, (_, n) => `tag ${n}`);
    await library.app.papers.update([id], { addTags: tags });
    await library.app.papers.update([id], { addTags: ['one more'], removeTags: ['tag 5'] });
    await library.app.close();
    await using again = await appOn(library.folder);
    expect(again.app.papers.get(id).paper.tags).toHaveLength(100_000);
    await again.app.undo();
    expect(again.app.papers.get(id).paper.tags).toEqual(tags);
    report({ what: '100,000 tags on a paper', count: 1, failures: 0 });
  });
});

async function reread(folder: string, app: Awaited<ReturnType<typeof temporaryApp>>['app'], id: NoteId): Promise<string> {
  await app.close();
  await using again = await appOn(folder);
  return again.app.notes.get(id).body;
}

describe('a clock that jumps', () => {
  it('back and forth changes neither the order of transactions nor what is kept', async () => {
    await using folder = await folderInMemory();
    const path = join(folder.path, 'library');
    const random = numbers(7);
    const jumping: Clock = { ...systemClock, now: () => new Date(Math.floor(random() * 4e12) - 1e12).toISOString() };
    const library = await libraryOn(path, 700, jumping);
    const seqs: number[] = [];
    library.onCommit(({ seq }) => seqs.push(seq));
    for (const step of steps) await step(library);
    const content = contentOf(library.tables);
    const undo = [...library.history.undo];
    await library.close();
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    expect(await onDisk(path)).toEqual({ content, condition: 'sound' });
    const again = await libraryOn(path, 700, jumping);
    expect(contentOf(again.tables)).toEqual(content);
    // A clock far ahead makes all history old; what is left of it must be the newest.
    expect(undo.slice(-again.history.undo.length)).toEqual(again.history.undo);
    await again.close();
    report({ what: 'a clock that jumps back and forth', count: steps.length, failures: 0 });
  });
});

describe('a reader without the lock', () => {
  it('always sees one whole state, while segments end and snapshots are renewed', async () => {
    await using folder = await folderInMemory();
    const path = join(folder.path, 'library');
    const library = await libraryOn(path, 700);
    let writing = true;
    const writer = (async () => {
      for (let n = 0; n < (long ? 300 : 60); n += 1) await library.commit(() => ({ label: 'Add', changes: [{ op: 'create', table: 'collections', id: `made-${n}`, record: { id: `made-${n}`, name: `${n}`, parentId: null, order: n } }] }));
      writing = false;
    })();
    let last = 0;
    let reads = 0;
    for (; writing; reads += 1) {
      const { content, condition } = await onDisk(path);
      const names = Object.keys(content).length;
      expect({ condition, names }).toEqual({ condition: 'sound', names: Math.max(names, last) });
      last = names;
    }
    await writer;
    await library.close();
    report({ what: 'readings beside a writer', count: reads, failures: 0 });
    expect(reads).toBeGreaterThan(5);
  });
});

describe('a transaction that is read in slices', () => {
  it('is the same as one that is read at once, whatever its texts', async () => {
    await using folder = await folderInMemory();
    const path = join(folder.path, 'library');
    const library = await libraryOn(path, 8 << 20);
    const names = Array.from({ length: 4000 }, (_, n) => `${n} ${(texts[n % texts.length] ?? [])[1] ?? ''} \\\\" {"changes":[{`.repeat(2));
    await library.commit(() => ({ label: ',"changes":[{"', changes: names.map((name, n) => ({ op: 'create' as const, table: 'collections' as const, id: `made-${n}`, record: { id: `made-${n}`, name, parentId: null, order: n } })) }));
    const content = contentOf(library.tables);
    await library.undo();
    expect(library.tables.collections.size).toBe(0);
    await library.redo();
    expect(contentOf(library.tables)).toEqual(content);
    await library.close();
  });
});
