import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import rawTaxonomy from '../../resources/taxonomy.json';
import { annotationUseCases, type AnnotationUseCases } from '../../src/core/annotations';
import { indexChildren } from '../../src/core/children';
import { unfolded } from '../../src/core/taxonomy/tree';
import { collectionUseCases, type CollectionUseCases } from '../../src/core/collections';
import { historyUseCases, type HistoryUseCases, type Subject } from '../../src/core/historyUseCases';
import { indexKeys } from '../../src/core/keysInUse';
import { openLibrary, type Library } from '../../src/core/library';
import { Taxonomy, type NoteId, type PaperId } from '../../src/core/model';
import { noteUseCases, type NoteUseCases } from '../../src/core/notes';
import { paperUseCases, type PaperUseCases } from '../../src/core/papers';
import { createTechniqueIndex } from '../../src/core/techniques';
import { sameContent } from '../../src/core/fieldChanges';
import { createSearch } from '../../src/core/search/search';
import { createRoster } from '../../src/core/roster';
import { createViewer } from '../../src/core/view';
import { systemClock as clock } from '../../src/node/clock';
import { randomIds as ids } from '../../src/node/ids';
import { compactFiles } from '../../src/node/store/compact';
import { lowdbStore } from '../../src/node/store/lowdbStore';
import { recent, stateAfter, timeline } from '../../src/node/store/past';
import { pastOf } from '../../src/node/store/pastOf';
import { numbers, prose } from '../support/generated';
import { noIndex } from '../support/noIndex';
import { temporaryFolder } from '../support/library';

interface Desk {
  library: Library;
  papers: PaperUseCases;
  notes: NoteUseCases;
  annotations: AnnotationUseCases;
  collections: CollectionUseCases;
  history: HistoryUseCases;
}

const taxonomy = Taxonomy.parse(rawTaxonomy);

/** The use cases on a store whose segments are full after a few changes. */
async function deskOn(folder: string, segmentBytes = 12_000): Promise<Desk> {
  const store = lowdbStore(folder, { compact: compactFiles, clock, segmentBytes });
  const library = openLibrary(store, clock, store.open());
  const children = indexChildren(library, clock);
  const keys = indexKeys(library, clock);
  await children.ready;
  const techniques = await createTechniqueIndex({ library, clock, builtIn: unfolded(taxonomy) });
  const search = createSearch({ library, children, techniques, texts: { pages: () => Promise.resolve(null) }, index: noIndex, clock, onState: () => undefined, onNotice: () => undefined });
  const roster = createRoster(library, clock, 'roster');
  const viewer = createViewer({ library, roster, techniques, children, search, clock });
  const past = {
    timeline: (question: Parameters<typeof timeline>[1]) => timeline(folder, question),
    stateAfter: (question: Parameters<typeof stateAfter>[1]) => stateAfter(folder, question),
    recent: (span: Parameters<typeof recent>[1]) => recent(folder, span),
  };
  return {
    library,
    papers: paperUseCases({ library, roster, clock, ids, techniques, viewer, children, keys }),
    notes: noteUseCases({ library, clock, ids }),
    annotations: annotationUseCases({ library, clock, ids }),
    collections: collectionUseCases({ library, ids }),
    history: historyUseCases({ library, past, clock, children, techniques, keys }),
  };
}

type Fields = Record<string, unknown>;
type Recorded = Map<number, Fields | undefined>;

const stateOf = ({ library: { tables } }: Desk, { table, id }: Subject): Fields | undefined => (tables[table] as ReadonlyMap<string, Fields>).get(id);
const journalOf = async (folder: string): Promise<string[]> => (await readdir(join(folder, 'journal'))).filter((name) => name.endsWith('.jsonl')).toSorted();

/** A text with a piece of it replaced by another. */
function retyped(random: () => number, text: string): string {
  const at = Math.floor(random() * text.length);
  return text.slice(0, at) + prose(random, Math.floor(random() * 60)) + text.slice(at + Math.floor(random() * 40));
}

interface Written { desk: Desk; folder: string; paper: Subject & { table: 'papers' }; note: Subject & { table: 'notes' }; recorded: Record<'papers' | 'notes', Recorded> }

/** A paper and a note after random changes, undos, redos and restarts, with the state that each transaction left. */
async function written(folder: string, random: () => number, count: number): Promise<Written> {
  let desk = await deskOn(folder);
  const recorded: Written['recorded'] = { papers: new Map(), notes: new Map() };
  const listen = (): void => { desk.library.onCommit(({ seq }) => { for (const subject of [paper, note]) recorded[subject.table].set(seq, stateOf(desk, subject)); }); };
  const paper = { table: 'papers' as const, id: '' as PaperId };
  const note = { table: 'notes' as const, id: '' as NoteId };
  listen();
  paper.id = await desk.papers.create({ title: 'On pruning', abstract: prose(random, 400) });
  recorded.papers.set(desk.library.seq, stateOf(desk, paper));
  note.id = await desk.notes.create({ paperId: paper.id, title: 'First thoughts', body: prose(random, 600) });
  recorded.notes.set(desk.library.seq, stateOf(desk, note));
  const other = await desk.papers.create({ title: 'Another paper' });
  const folderId = await desk.collections.create({ name: 'To cite', parentId: null });

  const acts: (() => Promise<unknown>)[] = [
    async () => { const now = desk.library.tables.notes.get(note.id); if (now) await desk.notes.save({ id: note.id, body: retyped(random, now.body), version: now.version }); },
    async () => { const now = desk.library.tables.notes.get(note.id); if (now) await desk.notes.save({ id: note.id, title: prose(random, 20), version: now.version }); },
    async () => { const now = desk.library.tables.papers.get(paper.id); if (now) await desk.papers.edit(paper.id, { abstract: retyped(random, now.abstract), venue: prose(random, 12) }); },
    async () => { if (desk.library.tables.papers.has(paper.id)) await desk.papers.edit(paper.id, { extra: { volume: String(Math.floor(random() * 9)) }, authors: [{ family: prose(random, 8), given: 'Ada' }] }); },
    () => desk.papers.update([paper.id, other], { addTags: [prose(random, 5)] }),
    async () => { if (desk.library.tables.papers.has(other)) await desk.papers.edit(other, { title: prose(random, 30) }); },
    async () => { if (desk.library.tables.collections.has(folderId)) await desk.collections.addPapers({ id: folderId, paperIds: [paper.id] }); },
    async () => { if (desk.library.tables.collections.has(folderId)) await desk.collections.removePapers({ id: folderId, paperIds: [paper.id] }); },
    async () => { if (desk.library.tables.papers.has(paper.id)) await desk.annotations.highlight({ paperId: paper.id, start: 0, end: 3, color: 'green' }); },
    async () => { if (desk.library.tables.notes.has(note.id)) await desk.notes.remove(note.id); await desk.library.undo(); },
    async () => { await desk.papers.trash([paper.id]); await desk.papers.erase([paper.id]); await desk.library.undo(); },
    () => desk.library.undo(),
    () => desk.library.redo(),
    async () => { await desk.library.close(); desk = await deskOn(folder); listen(); },
  ];
  for (let step = 0; step < count; step += 1) await acts[Math.floor(random() * acts.length)]?.();
  return { get desk() { return desk; }, folder, paper, note, recorded };
}

describe.each([11, 29])('the timeline of random changes (seed %i)', (seed) => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let made: Written;
  beforeAll(async () => {
    folder = await temporaryFolder();
    made = await written(folder.path, numbers(seed), 90);
  });
  afterAll(async () => {
    await made.desk.library.close();
    await folder[Symbol.asyncDispose]();
  });

  it('spans segments, and the snapshot has been renewed meanwhile', async () => {
    expect((await journalOf(folder.path)).length).toBeGreaterThan(3);
  });

  it.each(['papers', 'notes'] as const)('has every version of the %s, each as it was', async (table) => {
    const { desk, recorded: { [table]: recorded } } = made;
    const subject = table === 'papers' ? made.paper : made.note;
    const { versions, more, thinned } = await desk.history.of({ subject, limit: 1000 });
    expect({ more, thinned }).toEqual({ more: false, thinned: false });
    const own = versions.filter(({ done }) => done !== null);
    let before: Fields | undefined;
    const changedAt = [...recorded].flatMap(([seq, state]) => {
      const changed = !isDeepStrictEqual(state, before); // a restart makes equal records anew
      before = state;
      return changed ? [seq] : [];
    });
    expect(own.map(({ seq }) => seq)).toEqual(changedAt.toReversed());
    for (const { seq } of own) {
      const then = await stateAfter(folder.path, { about: subject, present: presentOf(desk, subject), upTo: desk.library.seq, seq });
      expect(then?.record).toEqual(recorded.get(seq));
    }
  });

  it.each(['papers', 'notes'] as const)('brings back each version of the %s, and undo takes that back', async (table) => {
    const { desk, recorded: { [table]: recorded } } = made;
    const subject = table === 'papers' ? made.paper : made.note;
    if (table === 'notes' && !desk.library.tables.papers.has(made.paper.id)) await desk.library.undo();
    const { versions } = await desk.history.of({ subject, limit: 1000 });
    for (const { seq } of versions.filter(({ restorable }) => restorable)) {
      const before = stateOf(desk, subject);
      const restored = await desk.history.restore({ subject, seq });
      expect(restored).toMatchObject({ kind: 'restored' });
      expect(sameContent(stateOf(desk, subject) ?? {}, recorded.get(seq) ?? {})).toBe(true);
      await desk.library.undo();
      expect(stateOf(desk, subject)).toEqual(before);
    }
  });
});

function presentOf({ library: { tables } }: Desk, { table, id }: Subject): [string, Fields][] {
  const children = table === 'notes' ? [] : (['notes', 'annotations'] as const).flatMap((each) => [...tables[each].values()].filter(({ paperId }) => paperId === id).map((record): [string, Fields] => [`${each}/${record.id}`, record]));
  const own = (tables[table] as ReadonlyMap<string, Fields>).get(id);
  return own === undefined ? children : [[`${table}/${id}`, own], ...children];
}

async function withDesk(work: (desk: Desk, folder: string) => Promise<void>, segmentBytes?: number): Promise<void> {
  await using folder = await temporaryFolder();
  const desk = await deskOn(folder.path, segmentBytes);
  try {
    await work(desk, folder.path);
  } finally {
    await desk.library.close();
  }
}

describe('a timeline', () => {
  it('tells a paper’s notes and highlights as part of it, also those that are gone', () => withDesk(async ({ papers, notes, annotations, history }) => {
    const id = await papers.create({ title: 'On pruning', abstract: 'We prune the model.' });
    const note = await notes.create({ paperId: id, title: 'Doubts', body: 'Too good' });
    await notes.save({ id: note, body: 'Too good to be true', version: 0 });
    await annotations.highlight({ paperId: id, start: 3, end: 8, color: 'blue' });
    await notes.remove(note);
    const { versions, notes: met } = await history.of({ subject: { table: 'papers', id }, limit: 50 });
    expect(versions.map(({ action, done, parts }) => [action, done, parts.map((part) => `${part.done} ${part.name}`)])).toEqual([
      ['edited', null, ['deleted Doubts']],
      ['edited', null, ['made prune']],
      ['edited', null, ['edited Doubts']],
      ['edited', null, ['made Doubts']],
      ['made', 'made', []],
    ]);
    expect(met).toEqual([{ id: note, name: 'Doubts', exists: false }]);
    expect(versions[2]?.parts[0]?.changes).toEqual([{ field: 'body', segments: [{ kind: 'same', text: 'Too good' }, { kind: 'added', text: ' to be true' }] }]);
  }));

  it('makes a deleted paper again with what was deleted with it, and gives way where its key is taken', () => withDesk(async ({ library, papers, notes, collections, history }) => {
    const id = await papers.create({ title: 'On pruning', authors: [{ family: 'Lovelace', given: 'Ada' }], issued: '2024' });
    const note = await notes.create({ paperId: id, body: 'Kept' });
    const gone = await collections.create({ name: 'Gone', parentId: null });
    await collections.addPapers({ id: gone, paperIds: [id] });
    const { seq } = library;
    const key = papers.get(id).paper.citationKey;
    await papers.trash([id]);
    await papers.erase([id]);
    await collections.remove(gone);
    const other = await papers.create({ title: 'On pruning', authors: [{ family: 'Lovelace', given: 'Ada' }], issued: '2024' });
    expect(papers.get(other).paper.citationKey).toBe(key);
    const timelineOfGone = await history.of({ subject: { table: 'papers', id }, limit: 50 });
    expect(timelineOfGone).toMatchObject({ exists: false, name: 'On pruning', versions: [{ action: 'deleted', restorable: false }, { restorable: true }, { restorable: true }, { parts: [{ name: 'Kept' }] }, { action: 'made' }] });
    await history.restore({ subject: { table: 'papers', id }, seq });
    const restored = papers.get(id);
    expect(restored.paper).toMatchObject({ title: 'On pruning', collections: [], trashedAt: null });
    expect(restored.paper.citationKey).not.toBe(key);
    expect(restored.notes.map(({ id }) => id)).toEqual([note]);
    await library.undo();
    expect(() => papers.get(id)).toThrow('not in the library');
  }));

  it('gives a restored note a new version, so that an older text cannot overwrite it unseen', () => withDesk(async ({ library, papers, notes, history }) => {
    const paperId = await papers.create({ title: 'On pruning' });
    const id = await notes.create({ paperId, title: 'Doubts', body: 'First' });
    const { seq } = library;
    await notes.save({ id, body: 'Second', version: 0 });
    const restored = await history.restore({ subject: { table: 'notes', id }, seq });
    expect(restored).toMatchObject({ label: expect.stringMatching(/^Restore “Doubts” as of \d{1,2} \w+ \d{4}, \d\d:\d\d$/) as string });
    expect(notes.get(id)).toMatchObject({ body: 'First', version: 2 });
    expect(await notes.save({ id, body: 'Third', version: 1 })).toMatchObject({ kind: 'stale' });
    expect(await history.restore({ subject: { table: 'notes', id }, seq })).toEqual({ kind: 'unchanged' });
  }));

  it('says where it begins when older history has been removed', () => withDesk(async ({ library, papers, history }, folder) => {
    const id = await papers.create({ title: 'On pruning', abstract: prose(numbers(1), 500) });
    for (let rating = 0; rating < 60; rating += 1) await papers.update([id], { rating: rating % 5 });
    const [oldest = ''] = await journalOf(folder);
    await rm(join(folder, 'journal', oldest));
    const kept = await history.of({ subject: { table: 'papers', id }, limit: 1000 });
    expect(kept).toMatchObject({ thinned: true, more: false, exists: true });
    expect(kept.since).toBe(kept.versions.at(-1)?.at);
    await expect(history.restore({ subject: { table: 'papers', id }, seq: 1 })).rejects.toMatchObject({ code: 'not-found' });
    expect(await history.recent({ limit: 5 })).toMatchObject({ thinned: true, more: true });
    expect(library.tables.papers.size).toBe(1);
  }, 1500));

  it('is read no further than asked', () => withDesk(async ({ papers, history }, folder) => {
    const id = await papers.create({ title: 'On pruning' });
    for (let rating = 1; rating <= 5; rating += 1) await papers.update([id], { rating });
    expect(await history.of({ subject: { table: 'papers', id }, limit: 2 })).toMatchObject({ more: true, thinned: false, versions: [{}, {}] });
    expect((await pastOf(join(folder, 'journal'), [{ table: 'papers', id }], { upTo: 3, from: 2, limit: 10 })).transactions.map(({ seq }) => seq)).toEqual([3, 2]);
    await expect(history.of({ subject: { table: 'papers', id: 'nobody' as PaperId }, limit: 2 })).rejects.toMatchObject({ code: 'not-found' });
  }));

  it('lists what was done to the library, with what it was done to', () => withDesk(async ({ library, papers, collections, history }) => {
    const id = await papers.create({ title: 'On pruning' });
    await papers.update([id], { rating: 4 });
    await collections.create({ name: 'To cite', parentId: null });
    await library.undo();
    const { deeds, more, since } = await history.recent({ limit: 3 });
    expect(deeds.map(({ label, action, counts, records }) => [label, action, counts, records.map(({ name, done }) => `${done} ${name}`)])).toEqual([
      ['Create the collection “To cite”', 'undone', { collections: { made: 0, edited: 0, deleted: 1 } }, ['deleted To cite']],
      ['Create the collection “To cite”', 'done', { collections: { made: 1, edited: 0, deleted: 0 } }, ['made To cite']],
      ['Rate 4 stars: “On pruning”', 'done', { papers: { made: 0, edited: 1, deleted: 0 } }, ['edited On pruning']],
    ]);
    expect(more).toBe(true);
    expect((await history.recent({ limit: 3, before: deeds[2]?.seq })).deeds.map(({ at }) => at)).toEqual([since]);
  }));
});
