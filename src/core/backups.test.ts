import { describe, expect, it } from 'vitest';
import { automaticBackups } from './backups';
import { DomainError } from './errors';
import { openLibrary, type Library } from './library';
import type { BackupInfo, Backups, Store, Timer } from './ports';
import { emptyTables } from './tables';
import { create } from './transaction';

const HOUR = 60 * 60 * 1000;

/** A store that keeps nothing beyond the test. */
const memory: Store = {
  open: () => ({ tables: emptyTables(), begun: Promise.resolve(), ready: Promise.resolve({ seq: 0, device: 'device', history: { undo: [], redo: [] }, condition: { kind: 'sound' } }) }),
  append: () => Promise.resolve(),
  transaction: () => Promise.reject(new DomainError('not-found', 'Nothing is kept.')),
  mend: () => Promise.reject(new DomainError('conflict', 'Nothing is damaged.')),
  close: () => Promise.resolve(),
};

/** A library with its backups, whose clock the test moves. */
async function shelf() {
  let now = Date.parse('2026-11-24T09:00:00.000Z');
  let tick = (): void => undefined;
  const clock = { now: () => new Date(now).toISOString(), elapsed: () => now, breathe: () => Promise.resolve() };
  const timer: Timer = { every: (_milliseconds, work) => { tick = work; return () => { tick = () => undefined; }; } };
  const made: BackupInfo[] = [];
  const notices: string[] = [];
  const disk = { full: false };
  const backups: Backups = {
    list: () => Promise.resolve(made.toReversed()),
    dates: (reason) => Promise.resolve(made.filter((info) => info.reason === reason).map(({ at }) => at)),
    make(reason, { at }) {
      if (disk.full) return Promise.reject(new DomainError('disk', 'The disk is full.'));
      const info = { name: `${at}-${reason}`, at, reason, bytes: 1, papers: 1, notes: 0, verified: true };
      made.push(info);
      return Promise.resolve(info);
    },
    read: () => Promise.reject(new DomainError('unreadable', 'Nothing is kept.')),
    remove(name) {
      made.splice(made.findIndex((info) => info.name === name), 1);
      return Promise.resolve();
    },
  };
  const library: Library = openLibrary(memory, clock, memory.open());
  await library.ready;
  const automatic = automaticBackups({ library, backups, clock, timer, onNotice: (text) => notices.push(text) });
  return {
    automatic, made, notices, disk,
    fill: () => library.commit(() => ({ label: 'Create', changes: [create('collections', { id: 'collection-1' as never, name: 'One', parentId: null, order: 1 })] })),
    /** Lets so many hours go by, and all work that they bring. */
    pass: async (hours: number): Promise<void> => {
      for (let hour = 0; hour < hours; hour += 1) {
        now += HOUR;
        tick();
        await new Promise((done) => { setImmediate(done); });
      }
    },
  };
}

describe('the daily backup', () => {
  it('is made once a day while Lectern runs, from when there is something to keep', async () => {
    const { automatic, made, fill, pass } = await shelf();
    automatic.start();
    await pass(30);
    expect(made).toEqual([]);
    await fill();
    await pass(1);
    expect(made).toHaveLength(1);
    await pass(23);
    expect(made).toHaveLength(1);
    await pass(1);
    expect(made).toHaveLength(2);
    await pass(24 * 10);
    expect(made.length).toBeLessThanOrEqual(7 + 4 + 1);
    expect(new Set(made.map(({ at }) => at.slice(0, 10))).size).toBe(made.length);
  });

  it('is told of when it cannot be made, and made as soon as it can be', async () => {
    const { automatic, made, notices, disk, fill, pass } = await shelf();
    await fill();
    disk.full = true;
    automatic.start();
    await pass(1);
    expect(notices).toContain('The daily backup could not be made: The disk is full.');
    disk.full = false;
    await pass(1);
    expect(made).toHaveLength(1);
  });

  it('ends with the use of the library', async () => {
    const { automatic, made, fill, pass } = await shelf();
    automatic.start();
    await fill();
    await automatic.stop();
    await pass(48);
    automatic.start();
    await pass(48);
    expect(made).toEqual([]);
  });
});

describe('a backup before an import', () => {
  it('is made at once, whatever has been made before, and fails in words', async () => {
    const { automatic, made, notices, disk, fill } = await shelf();
    await automatic.beforeImport();
    expect(made).toEqual([]);
    await fill();
    await automatic.beforeImport();
    expect(made).toMatchObject([{ reason: 'import' }]);
    disk.full = true;
    await automatic.beforeImport();
    expect(notices).toEqual(['The backup before the import could not be made: The disk is full.']);
  });
});
