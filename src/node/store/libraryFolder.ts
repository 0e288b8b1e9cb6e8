import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import { DomainError } from '../../core/errors';
import { emptyTables } from '../../core/tables';
import { apply, type Transaction } from '../../core/transaction';
import { readJournal, type Segment } from './journal';
import { readSnapshot, writeSnapshot, type Snapshot } from './snapshot';

/**
 * The lowdb adapter of a library folder. Reading joins the snapshot with the journal behind it;
 * writing makes a new snapshot. A change is never written this way, it goes to the journal.
 */
export class LibraryFolder implements Adapter<Snapshot> {
  readonly snapshotPath: string;
  readonly journalFolder: string;
  /** The segments as they were read. */
  segments: Segment[] = [];

  constructor(folder: string) {
    this.snapshotPath = join(folder, 'library.json');
    this.journalFolder = join(folder, 'journal');
  }

  get transactions(): Transaction[] {
    return this.segments.flatMap(({ transactions }) => transactions);
  }

  /** Without a snapshot the journal alone is the library, as long as it goes back to the first transaction. */
  async read(upTo = Infinity): Promise<Snapshot | null> {
    await mkdir(this.journalFolder, { recursive: true, mode: 0o700 });
    this.segments = await readJournal(this.journalFolder);
    const [first] = this.transactions;
    const snapshot = (await readSnapshot(this.snapshotPath)) ?? (first && { device: first.device, seq: 0, tables: emptyTables() });
    if (snapshot === undefined) return null;
    for (const transaction of this.transactions) {
      if (transaction.seq <= snapshot.seq || transaction.seq > upTo) continue;
      if (transaction.seq !== snapshot.seq + 1) {
        throw new DomainError('library-damaged', `The library is damaged: transaction ${snapshot.seq + 1} is in neither library.json nor the journal. Nothing has been changed. Keep a copy of the folder before you try to mend it.`);
      }
      apply(snapshot.tables, transaction.changes);
      snapshot.seq = transaction.seq;
    }
    return snapshot;
  }

  write(snapshot: Snapshot): Promise<void> {
    return writeSnapshot(this.snapshotPath, snapshot);
  }
}
