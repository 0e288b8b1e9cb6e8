import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { Low } from 'lowdb';
import { DomainError } from '../../core/errors';
import type { Store } from '../../core/ports';
import { emptyTables } from '../../core/tables';
import { encode, openJournal, segmentName, type JournalWriter } from './journal';
import { LibraryFolder } from './libraryFolder';
import { takeLock, type Lock } from './lock';

/** Makes a new snapshot of a library folder out of its files, up to transaction `seq`, away from this thread. */
export type Compact = (folder: string, seq: number) => Promise<void>;

/** A segment this long is followed by a new one, and the snapshot is brought up to it. */
const SEGMENT_BYTES = 4 << 20;

interface Options { compact: Compact; segmentBytes?: number }

/** The store of a library folder: snapshot, journal and lock. */
export function lowdbStore(folder: string, { compact, segmentBytes = SEGMENT_BYTES }: Options): Store {
  const files = new LibraryFolder(folder);
  let lock: Lock | undefined;
  let journal: JournalWriter | undefined;
  let compaction: Promise<void> = Promise.resolve();

  async function load() {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    lock = await takeLock(folder);
    const db = new Low(files, { device: randomUUID(), seq: 0, tables: emptyTables() });
    await db.read();
    if (db.data.seq === 0 && files.segments.length === 0) await db.write();
    const last = files.segments.at(-1);
    journal = await openJournal(files.journalFolder, last?.name ?? segmentName(db.data.seq + 1), last?.soundBytes ?? 0);
    return { ...db.data, transactions: files.transactions };
  }

  async function rotate(open: JournalWriter, seq: number): Promise<JournalWriter> {
    const next = await openJournal(files.journalFolder, segmentName(seq + 1), 0);
    await open.close();
    // A compaction that fails costs nothing but the time to read a longer journal: the next one makes up for it.
    compaction = compaction.then(() => compact(folder, seq)).catch((error: unknown) => {
      process.emitWarning(`The snapshot could not be renewed: ${String(error)}`);
    });
    return next;
  }

  return {
    load: () => withWords(folder, async () => {
      try {
        return await load();
      } catch (error) {
        await lock?.release();
        throw error;
      }
    }),
    append: (transaction) => withWords(folder, async () => {
      if (journal === undefined) throw new DomainError('internal', 'The library is closed.');
      await journal.append(encode(transaction));
      if (journal.bytes > segmentBytes) journal = await rotate(journal, transaction.seq);
    }),
    async close() {
      await compaction;
      await journal?.close();
      journal = undefined;
      await lock?.release();
    },
  };
}

const advice: Record<string, string> = {
  ENOSPC: 'The disk is full. Free some space and try again; nothing has been lost.',
  EDQUOT: 'Your disk quota is used up. Free some space and try again; nothing has been lost.',
  EROFS: 'The disk cannot be written to. Choose a library folder that can.',
  EACCES: 'Lectern may not write to the library folder. Check its permissions.',
  EPERM: 'Lectern may not write to the library folder. Check its permissions.',
  ENOENT: 'The library folder is gone. Put it back, or open another library.',
  ENOTDIR: 'The path of the library is not a folder. Choose another one.',
};

/** Turns a failure of the disk into words a person can act on. */
async function withWords<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (cause instanceof DomainError || !(cause instanceof Error)) throw cause;
    throw new DomainError('disk', `${advice[code] ?? `The library could not be read or written (${code || cause.message}).`} (${folder})`, { cause });
  }
}
