import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { refusalOf } from '../../core/condition';
import { DomainError } from '../../core/errors';
import type { History } from '../../core/history';
import { defaultSettings, type Settings } from '../../core/model';
import type { Clock, Found, Opened, Store } from '../../core/ports';
import { emptyTables, type Tables } from '../../core/tables';
import type { Transaction } from '../../core/transaction';
import { makeDurably } from './durable';
import { withWords } from './diskWords';
import { holdFolder, type Hold, type OpenDoor } from './hold';
import { encode, encodeHead, readTransaction, segmentName } from './journal';
import { openJournal, type JournalWriter } from './journalWriter';
import { LibraryFolder, type Contents } from './libraryFolder';
import { setAside } from './mend';
import { migrateLater, migrateVersion1 } from './migrate';
import { renewals, type Compact } from './renewal';
import { writeSeal } from './seal';
import { isLong } from './thin';

/** A segment this long is followed by a new one, and the snapshot is brought up to it. */
const SEGMENT_BYTES = 4 << 20;

interface Options {
  compact: Compact;
  clock: Pick<Clock, 'breathe' | 'now'>;
  openDoor?: OpenDoor | undefined;
  segmentBytes?: number | undefined;
  /** Hears in words of damage that was found while the library is in use. */
  onNotice?: ((text: string) => void) | undefined;
}

/** The segment that is appended to. */
interface End { name: string; writer: JournalWriter }

/** The store of a library folder: snapshot, journal and lock. */
export function lowdbStore(folder: string, { compact, clock, openDoor, segmentBytes = SEGMENT_BYTES, onNotice = () => undefined }: Options): Store {
  const journalFolder = join(folder, 'journal');
  const at = { folder, journalFolder, clock, compact };
  let lock: Hold | undefined;
  let end: End | undefined;
  let opened: Tables = emptyTables();
  const settings = (): Settings => opened.settings.get(defaultSettings.id) ?? defaultSettings;
  const snapshots = renewals(folder, { compact, settings, now: () => clock.now(), onNotice });

  async function load(tables: Tables, onBegun: () => void): Promise<Found> {
    await makeDurably(folder);
    const held = await holdFolder(folder, openDoor, clock);
    const found = await orLetGo(held, () => read(tables, onBegun));
    onBegun();
    lock = held;
    return found;
  }

  async function read(tables: Tables, onBegun: () => void): Promise<Found> {
    const damaged = await migrateVersion1(folder, tables);
    if (damaged !== null) return damaged;
    const fresh: Contents = { device: randomUUID(), seq: 0, tables, history: { undo: [], redo: [] }, condition: { kind: 'sound' }, end: null };
    const db = new Low<Contents>(new LibraryFolder(folder, tables, onBegun), fresh);
    await db.read();
    const found = db.data;
    if (found.device === '') found.device = fresh.device;
    if (refusalOf(found.condition) !== null) return found;
    end = await begin(at, db, settings());
    if (found.seq > 0 && (found.head?.journal !== true || end.name !== found.end?.name)) snapshots.later({ ...found, end: placeOf(end) });
    else snapshots.thin();
    return found;
  }

  async function rotate(full: End, first: Transaction, history: Readonly<History>): Promise<End> {
    const { device, seq } = { ...first, seq: first.seq - 1 };
    const next = await openEnd(at, { end: null, seq, history });
    await full.writer.close();
    snapshots.later({ device, seq, tables: opened, history, condition: { kind: 'sound' }, end: placeOf(next) });
    return next;
  }

  return {
    open(): Opened {
      const tables = emptyTables();
      opened = tables;
      let onBegun = (): void => undefined;
      const begun = new Promise<void>((resolve) => { onBegun = resolve; });
      const ready = withWords(folder, () => load(tables, onBegun));
      return { tables, begun, ready };
    },
    append: (transactions, history) => withWords(folder, async () => {
      if (end === undefined) throw new DomainError('internal', 'The library is closed.');
      await lock?.assertHeld();
      const [first] = transactions;
      if (first !== undefined && end.writer.bytes > segmentBytes) end = await rotate(end, first, history);
      const lines: Buffer[] = [];
      for (const transaction of transactions) lines.push(...(await encode(transaction, clock.breathe)));
      await end.writer.append(lines);
    }),
    transaction: (seq) => withWords(folder, () => readTransaction(journalFolder, seq)),
    mend: (tables, seq, device) => withWords(folder, async () => {
      await lock?.assertHeld();
      const history: History = { undo: [], redo: [] };
      const mended: Contents = { device: device === '' ? randomUUID() : device, seq, tables, history, condition: { kind: 'sound' }, end: null };
      const aside = await setAside(folder, clock.now(), () => new LibraryFolder(folder).write(mended));
      end = await openEnd(at, { end: null, seq, history });
      return aside;
    }),
    close: () => withWords(folder, async () => {
      await snapshots.idle();
      const [last, holding] = [end, lock];
      [end, lock] = [undefined, undefined];
      try {
        if (last !== undefined) await endWell(journalFolder, last, holding);
      } finally {
        await holding?.release(); // whatever the disk does: nobody else could open the library as long as this process lives
      }
    }),
  };
}

/** What another process has taken over is for that one to seal. */
async function endWell(journalFolder: string, { name, writer }: End, lock: Hold | undefined): Promise<void> {
  await writer.close();
  if ((await lock?.isHeld()) === true) await writeSeal(journalFolder, { segment: name, bytes: writer.bytes });
}

function placeOf({ name, writer }: End): NonNullable<Contents['end']> {
  return { name, wholeLines: writer.bytes };
}

/**
 * Goes on where a sound library ends. One without a snapshot, whose journal holds everything from the first
 * transaction on, gets one of nothing: after the first segment, since it vouches for it. A segment that
 * goes back too far is followed by a new one, so that it can be removed in its time.
 */
async function begin(at: Begun, db: Low<Contents>, settings: Settings): Promise<End> {
  await migrateLater(at.folder, db.data, at.compact);
  await makeDurably(at.journalFolder);
  const end = await openEnd(at, db.data);
  if (db.data.head) return renewed(at, end, db.data, settings);
  try {
    db.data = { ...db.data, seq: 0, tables: emptyTables(), end: placeOf(end) };
    await db.write();
  } catch (error) {
    await end.writer.close();
    throw error;
  }
  return end;
}

async function orLetGo<T>(lock: Hold, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await lock.release().catch(() => undefined); // what kept the library from being read is what counts
    throw error;
  }
}

async function renewed(at: Place, last: End, { end, seq, history }: Contents, settings: Settings): Promise<End> {
  const span = end?.span;
  if (!span || !isLong(span, settings, at.clock.now())) return last;
  await last.writer.close();
  return openEnd({ ...at, clock: { now: () => span.to } }, { end: null, seq, history }); // where the one before it ended
}

interface Place { journalFolder: string; clock: Pick<Clock, 'now'> }
interface Begun extends Place { folder: string; compact: Compact }

/** Opens the end of the journal; one that is new begins with what could be undone before it. */
async function openEnd({ journalFolder, clock }: Place, { end: last, seq, history }: Pick<Contents, 'end' | 'seq'> & { history: Readonly<History> }): Promise<End> {
  const name = last?.name ?? segmentName(seq + 1);
  const writer = await openJournal(journalFolder, name, last?.wholeLines ?? 0);
  try {
    if (writer.bytes === 0) await writer.append([Buffer.from(encodeHead(history, clock.now()))]);
  } catch (error) {
    await writer.close();
    throw error;
  }
  return { name, writer };
}
