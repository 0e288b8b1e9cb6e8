import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Condition, Loss } from '../../core/condition';
import { record, type History } from '../../core/history';
import { LIBRARY_VERSION } from '../../core/migrations';
import { emptyTables, tableNames, type TableName, type Tables } from '../../core/tables';
import type { Transaction } from '../../core/transaction';
import { replaceFile } from './durable';
import { readJournal, type Segment } from './journal';
import { readSeal } from './seal';
import { spanOf, type Span } from './thin';
import { encodeRecord, readHead, readSnapshot, SnapshotEncoder, withSnapshot, type Head, type SnapshotSource } from './snapshot';
import { tailOf } from './tail';

type Row = Record<string, unknown> & { id: string };

/** What a library folder holds, as it was found. */
export interface Contents {
  device: string;
  seq: number;
  tables: Tables;
  history: History;
  condition: Condition;
  /** The head of the snapshot as it was found; null where there is none. */
  head?: Head | null;
  /** The segment that is appended to, and how many bytes of it are whole lines; null where there is none. */
  end: { name: string; wholeLines: number; span?: Span | null } | null;
}

/** How many papers make the first screens of the list. */
const FIRST_PAPERS = 200;

/**
 * The lowdb adapter of a library folder. Reading joins the snapshot with the journal behind it, record
 * by record, into `tables`; writing makes a new snapshot. A change is never written this way, it goes
 * to the journal.
 */
export class LibraryFolder implements Adapter<Contents> {
  readonly snapshotPath: string;
  readonly journalFolder: string;

  /** `onBegun` hears when the first screens of the list are in `tables`. */
  constructor(folder: string, private readonly tables: Tables = emptyTables(), private readonly onBegun: () => void = () => undefined) {
    this.snapshotPath = join(folder, 'library.json');
    this.journalFolder = join(folder, 'journal');
  }

  /** Null when there is no library yet. Damage is a condition, not a failure. */
  read(): Promise<Contents | null> {
    return withSnapshot(this.snapshotPath, (source) => this.readFrom(source));
  }

  private async readFrom(source: SnapshotSource): Promise<Contents | null> {
    const head = await readHead(source);
    const { segments, losses } = await readJournal(this.journalFolder, head.kind === 'read' ? head.head.seq : 0);
    if (head.kind === 'absent' && segments.length === 0) return null;
    losses.push(...(await readSeal(this.journalFolder, segments)));
    const transactions = segments.flatMap((segment) => segment.transactions);
    const known = head.kind === 'read' ? head.head : null;
    if (known?.journal === true && segments.length === 0) losses.push({ file: 'journal', line: 0, what: `the journal, with every change behind transaction ${known.seq}` });
    const seq = await this.fill(source, transactions, known, losses);
    const last = segments.at(-1);
    return {
      seq,
      device: known?.device ?? transactions[0]?.device ?? '',
      tables: this.tables,
      history: historyFrom(segments),
      condition: conditionOf(known, losses),
      head: known,
      end: last === undefined ? null : { name: last.name, wholeLines: last.wholeLines, span: spanOf(last) },
    };
  }

  /** Makes a new snapshot. Where there is a segment to append to, it says that the library has a journal. */
  async write({ device, seq, tables, end }: Contents): Promise<void> {
    async function* portions(): AsyncGenerator<Buffer> {
      const made: Buffer[] = [];
      const encoder = new SnapshotEncoder({ device, seq, ...(end !== null && { journal: true }) }, (portion) => made.push(portion));
      for (const table of tableNames) {
        encoder.table(table);
        for (const row of tables[table].values() as Iterable<Row>) {
          encoder.record(encodeRecord(row));
          if (made.length > 0) yield* made.splice(0);
        }
      }
      encoder.end();
      yield* made;
    }
    await replaceFile(this.snapshotPath, portions());
  }

  /** Puts the records as they are now into `tables`; answers with the number of the last transaction in them. */
  private async fill(source: SnapshotSource, transactions: Transaction[], head: Head | null, losses: Loss[]): Promise<number> {
    const tail = tailOf(transactions, head?.seq ?? 0);
    for (const table of tableNames) {
      for (const row of tail.created(table)) this.put(table, row);
    }
    losses.push(...(await readSnapshot(source, ({ table, id, json }) => {
      const row = tail.brought(table, id, () => JSON.parse(json()) as Row);
      if (row !== undefined) this.put(table, row);
    })));
    this.onBegun();
    losses.push(...tail.losses());
    return tail.seq;
  }

  private put(table: TableName, row: Record<string, unknown>): void {
    (this.tables[table] as Map<string, unknown>).set(String(row['id']), row);
    if (table === 'papers' && this.tables.papers.size === FIRST_PAPERS) this.onBegun();
  }
}

function historyFrom(segments: Segment[]): History {
  const begun = segments[0]?.head?.history;
  const history: History = { undo: [...(begun?.undo ?? [])], redo: [...(begun?.redo ?? [])] };
  for (const { transactions } of segments) {
    for (const transaction of transactions) record(history, transaction);
  }
  return history;
}

function conditionOf(head: Head | null, losses: Loss[]): Condition {
  if (head !== null && head.version > LIBRARY_VERSION) return { kind: 'newer', version: head.version };
  return losses.length > 0 ? { kind: 'damaged', losses } : { kind: 'sound' };
}
