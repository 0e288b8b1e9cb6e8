import { describe, expect, it } from 'vitest';
import { bindingUseCases } from './bindings';
import type { BoundFile, BoundFiles, Found } from './boundFiles';
import { DomainError } from './errors';
import { keepingUp } from './keepingUp';
import { openLibrary } from './library';
import { defaultSettings, emptyDescription, type Binding, type Paper, type PaperId } from './model';
import type { Condition } from './condition';
import type { Store, Timer } from './ports';
import { emptyTables, type Tables } from './tables';
import { create, edit } from './transaction';
import type { Viewer } from './view';

const storeThat = (condition: Condition, tables: Tables): Store => ({
  open: () => ({ tables, begun: Promise.resolve(), ready: Promise.resolve({ seq: 0, device: 'device', history: { undo: [], redo: [] }, condition }) }),
  append: () => Promise.resolve(),
  transaction: () => Promise.reject(new DomainError('not-found', 'Nothing is kept.')),
  mend: () => Promise.reject(new DomainError('conflict', 'Nothing is damaged.')),
  close: () => Promise.resolve(),
});

/** Files in memory, which remember what was written as the ones on a disk do. */
function filesInMemory(now: () => string) {
  const there = new Map<string, string>();
  const agreed = new Map<string, { known: Set<string>; at: string }>();
  const trouble: { found: Found | null; full: boolean } = { found: null, full: false };
  const writes: string[] = [];
  const keyOf = ({ id, path }: BoundFile): string => `${id} ${path}`;
  const files: BoundFiles = {
    look(file) {
      const present = there.get(file.path);
      if (trouble.found !== null) return Promise.resolve(trouble.found);
      if (present === undefined) return Promise.resolve({ kind: 'absent' });
      const agreement = agreed.get(keyOf(file));
      return Promise.resolve(agreement?.known.has(present) ? { kind: 'ours', at: agreement.at } : { kind: 'foreign' });
    },
    agree(file, over) {
      const known = agreed.get(keyOf(file))?.known ?? new Set<string>();
      const present = there.get(file.path);
      if (over && present !== undefined) known.add(present);
      agreed.set(keyOf(file), { known, at: now() });
      return Promise.resolve();
    },
    async write(file, pieces) {
      if (trouble.full) throw new DomainError('disk', 'The disk is full.');
      if (trouble.found !== null) return trouble.found;
      const agreement = agreed.get(keyOf(file));
      if (agreement === undefined) return { kind: 'not-here' };
      const content = (await pieces()).join('');
      const present = there.get(file.path);
      if (present !== undefined && present !== content && !agreement.known.has(present)) return { kind: 'foreign' };
      if (present === content) return { kind: 'ours', at: agreement.at };
      there.set(file.path, content);
      writes.push(file.path);
      agreed.set(keyOf(file), { known: new Set([content]), at: now() });
      return { kind: 'ours', at: now() };
    },
    read: ({ path }) => Promise.resolve(there.get(path) ?? ''),
  };
  return { files, there, trouble, writes };
}

function paperOf(id: string, title: string): Paper {
  return {
    ...emptyDescription, id: id as PaperId, title, citationKey: id, status: 'to-read', rating: 0, tags: [], collections: [], decisions: {},
    addedAt: '2026-11-24T09:00:00.000Z', modifiedAt: '2026-11-24T09:00:00.000Z', trashedAt: null,
  };
}

/** A library with two papers and a file of all of them, whose clock the test moves. */
async function desk(condition: Condition = { kind: 'sound' }, tables = emptyTables()) {
  let now = Date.parse('2026-11-24T09:00:00.000Z');
  const ticks = new Map<() => void, number>();
  const clock = { now: () => new Date(now).toISOString(), elapsed: () => now, breathe: () => Promise.resolve() };
  const timer: Timer = { every(milliseconds, work) { ticks.set(work, milliseconds); return () => ticks.delete(work); } };
  const store = storeThat(condition, tables);
  const library = openLibrary(store, clock, store.open());
  await library.ready;
  const viewer: Pick<Viewer, 'papers' | 'check'> = { check: () => [], papers: ({ filter }) => Promise.resolve([...library.tables.papers.values()].filter(({ title }) => title.includes(filter))) };
  const { files, there, trouble, writes } = filesInMemory(clock.now);
  const notices: string[] = [];
  const states: number[] = [];
  const keeping = keepingUp({ library, viewer, files, clock, timer, onState: () => states.push(now), onNotice: (text) => notices.push(text) });
  let ids = 0;
  const bindings = bindingUseCases({ library, viewer, files, keeping, ids: { next: () => `binding-${(ids += 1)}` } });
  const settled = (): Promise<void> => new Promise((done) => { setImmediate(done); });
  return {
    library, keeping, bindings, there, trouble, writes, notices, states,
    bind: async (path = '/home/ada/all.bib') => {
      const bound = await bindings.bind({ scope: { kind: 'all' }, filter: '', format: 'bibtex', path }, false);
      if (bound.kind !== 'bound') throw new Error(`It is ${bound.kind}.`);
      return bound.id;
    },
    add: (id: string, title: string) => library.commit(() => ({ label: 'Add', changes: [create('papers', paperOf(id, title))] })),
    retitle: (id: string, title: string) => library.commit(({ papers }) => ({ label: 'Edit', changes: edit('papers', papers.get(id as PaperId) as Paper, { title }) })),
    timers: () => ticks.size,
    /** Lets so many milliseconds go by, a tenth of a second at a time, and all work that they bring. */
    pass: async (milliseconds: number): Promise<void> => {
      for (let gone = 0; gone < milliseconds; gone += 100) {
        now += 100;
        for (const [work, every] of ticks) if (now % every === 0) work();
        await settled();
      }
    },
  };
}

describe('a file that is kept up to date', () => {
  it('is written when it is bound, and within two seconds of a change', async () => {
    const { bind, add, pass, there, writes } = await desk();
    await add('one', 'First');
    await bind();
    expect(there.get('/home/ada/all.bib')).toMatch(/^@misc\{one,\n {2}title = \{First\}/);
    await add('two', 'Second');
    expect(writes).toHaveLength(1);
    await pass(2000);
    expect(there.get('/home/ada/all.bib')?.match(/^@/gm)).toHaveLength(2);
    expect(writes).toHaveLength(2);
  });

  it('is written once for changes that follow each other, but not later than two seconds after the first', async () => {
    const { bind, add, retitle, pass, there, writes } = await desk();
    await add('one', 'First');
    await bind();
    const meanwhile: (string | undefined)[] = [];
    for (let change = 0; change < 30; change += 1) {
      await retitle('one', `Title ${change}`);
      await pass(100);
      meanwhile.push(there.get('/home/ada/all.bib'));
    }
    expect(meanwhile[19]).toMatch(/\{Title 1?\d\}/); // two seconds after the first of them, while they go on
    await pass(2000);
    expect(there.get('/home/ada/all.bib')).toContain('{Title 29}');
    expect(writes.length).toBeLessThanOrEqual(5);
  });

  it('is not written when its content is the same, and nothing ticks while nothing waits', async () => {
    const { bind, add, library, pass, writes, timers } = await desk();
    await add('one', 'First');
    await bind();
    await pass(2000);
    await library.commit(({ papers }) => ({ label: 'Rate', changes: edit('papers', papers.get('one' as PaperId) as Paper, { rating: 4 }) }));
    await pass(2000);
    expect(writes).toHaveLength(1);
    expect(timers()).toBe(0);
  });

  it('is brought up to date at the start, and when the use of the library ends', async () => {
    const { bind, add, keeping, pass, there } = await desk();
    await bind();
    there.delete('/home/ada/all.bib');
    keeping.start();
    await pass(2000);
    expect(there.get('/home/ada/all.bib')).toBe('');
    await add('one', 'First');
    await keeping.stop();
    expect(there.get('/home/ada/all.bib')).toContain('{First}');
  });

  it('is left alone once it is unbound or off', async () => {
    const { bind, bindings, add, pass, there } = await desk();
    const id = await bind();
    await bindings.change(id, { on: false }, false);
    await add('one', 'First');
    await pass(2000);
    expect(there.get('/home/ada/all.bib')).toBe('');
    expect(bindings.list()).toMatchObject([{ on: false, state: { kind: 'off' } }]);
    await bindings.change(id, { on: true }, false);
    expect(there.get('/home/ada/all.bib')).toContain('{First}');
    await bindings.unbind(id);
    await add('two', 'Second');
    await pass(2000);
    expect(there.get('/home/ada/all.bib')).not.toContain('{Second}');
    expect(bindings.list()).toEqual([]);
  });
});

describe('a file that someone else has changed', () => {
  it('is not overwritten until the person says so, who is asked once', async () => {
    const { bind, bindings, add, pass, there, states } = await desk();
    const id = await bind();
    const before = states.length;
    there.set('/home/ada/all.bib', '% mine');
    await add('one', 'First');
    await pass(2000);
    await add('two', 'Second');
    await pass(2000);
    expect(there.get('/home/ada/all.bib')).toBe('% mine');
    expect(bindings.list()).toMatchObject([{ state: { kind: 'foreign' } }]);
    expect(states.length).toBe(before + 1);
    expect(await bindings.theirs(id)).toBe('% mine');
    expect(await bindings.takeOver(id, false)).toEqual({ kind: 'foreign' });
    expect(await bindings.takeOver(id, true)).toMatchObject({ kind: 'current', count: 2 });
    expect(there.get('/home/ada/all.bib')).toContain('{Second}');
  });

  it('cannot be bound without a word, nor twice', async () => {
    const { bindings, there, bind } = await desk();
    const fields = { scope: { kind: 'all' }, filter: '', format: 'bibtex', path: '/home/ada/thesis.bib' } as const;
    there.set(fields.path, '% mine');
    expect(await bindings.bind(fields, false)).toEqual({ kind: 'occupied' });
    expect(there.get(fields.path)).toBe('% mine');
    expect(bindings.list()).toEqual([]);
    expect(await bindings.bind(fields, true)).toMatchObject({ kind: 'bound', state: { kind: 'current', count: 0 } });
    expect(there.get(fields.path)).toBe('');
    await expect(bindings.bind(fields, true)).rejects.toThrow('another view already');
    const other = await bind();
    await expect(bindings.change(other, { path: fields.path }, true)).rejects.toThrow('another view already');
  });
});

describe('a file that cannot be written', () => {
  it('is tried again when its folder is back, without a change', async () => {
    const { bind, bindings, add, keeping, pass, there, trouble, notices } = await desk();
    await bind();
    keeping.start();
    trouble.found = { kind: 'folder-missing' };
    await add('one', 'First');
    await pass(2000);
    expect(bindings.list()).toMatchObject([{ state: { kind: 'folder-missing' } }]);
    expect(notices).toHaveLength(1);
    trouble.found = null;
    await pass(31_000);
    expect(there.get('/home/ada/all.bib')).toContain('{First}');
    expect(notices).toHaveLength(1);
  });

  it('says why', async () => {
    const { bind, bindings, trouble, notices } = await desk();
    await bind();
    trouble.full = true;
    expect(await bindings.check()).toMatchObject([{ state: { kind: 'failed', why: 'The disk is full.' } }]);
    expect(notices).toEqual(['/home/ada/all.bib could not be kept up to date: The disk is full.']);
  });

  it('stays as it was when the collection it follows is gone', async () => {
    const { bindings, there } = await desk();
    const gone = await bindings.bind({ scope: { kind: 'collection', id: 'gone-1' as never }, filter: '', format: 'bibtex', path: '/home/ada/gone.bib' }, false);
    expect(gone).toMatchObject({ state: { kind: 'view-missing' } });
    expect(there.size).toBe(0);
  });

  it('stays as it was while the library is damaged, and what is lost would be missing in it', async () => {
    const tables = emptyTables();
    const binding: Binding = { id: 'binding-0' as Binding['id'], scope: { kind: 'all' }, filter: '', format: 'bibtex', path: '/home/ada/all.bib', on: true };
    tables.settings.set(defaultSettings.id, { ...defaultSettings, bindings: [binding] });
    const { bindings, there } = await desk({ kind: 'damaged', losses: [] }, tables);
    expect(await bindings.check()).toMatchObject([{ state: { kind: 'failed' } }]);
    expect(there.size).toBe(0);
  });
});
