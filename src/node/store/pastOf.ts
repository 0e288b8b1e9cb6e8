import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Address, Past } from '../../core/timeline';
import { keyOf } from '../../core/timeline';
import type { Change, Transaction } from '../../core/transaction';
import { damagedHistory, decode, firstSeqOf, segmentsIn } from './journal';
import { readLines } from './lines';

/** Which part of the past is wanted: `from` and `upTo` are the numbers of its first and last transaction, `limit` how many it may be. */
export interface Span { from?: number; upTo?: number; limit: number }

/**
 * What the journal in a folder still tells of some records and of those that belong to them: notes and
 * annotations whose `paperId` names one of the records. A child is met first, going back, where it was
 * deleted; those that are there now are to be among `records`. Lines that cannot be about them are
 * passed over without being decoded. Reads from the end, and no further than `span` asks; what is before
 * a damaged line cannot be known. Throws `library-damaged` when that keeps it from reaching `from`.
 */
export async function pastOf(folder: string, records: readonly Address[], { from, upTo = Infinity, limit }: Span): Promise<Past> {
  const wanted = new Set(records.map(keyOf));
  const ids = new Set(records.map(({ id }) => id));
  const transactions: Transaction[] = [];
  let more = false;
  for await (const { line, seq } of backwards(folder, upTo)) {
    if (seq < (from ?? 1)) break;
    if (!mentions(line, ids)) continue;
    const transaction = decode(line);
    if (transaction === null) return endingAt(seq, transactions, from);
    if ('head' in transaction) continue;
    adopt(transaction.changes, wanted, ids);
    const changes = transaction.changes.filter((change) => wanted.has(keyOf(change)));
    if (changes.length === 0) continue;
    more = transactions.length === limit;
    if (more) break;
    transactions.push({ ...transaction, changes });
  }
  return { transactions, more, ...(await beginning(folder)) };
}

/** The past up to a damaged line. */
function endingAt(seq: number, transactions: Transaction[], from: number | undefined): Past {
  if (from !== undefined) throw damagedHistory(seq);
  return { transactions, more: false, since: transactions.at(-1)?.at ?? null, thinned: true, broken: true };
}

/** The last transactions before number `before`, newest first. */
export async function recentTransactions(folder: string, { before = Infinity, limit }: { before?: number | undefined; limit: number }): Promise<Past> {
  const transactions: Transaction[] = [];
  let more = false;
  for await (const { line } of backwards(folder, before - 1)) {
    more = transactions.length === limit;
    if (more) break;
    const transaction = decode(line);
    if (transaction !== null && !('head' in transaction)) transactions.push(transaction);
  }
  return { transactions, more, ...(await beginning(folder)) };
}

/** The lines of the journal that hold a transaction, the newest first. */
async function* backwards(folder: string, upTo: number): AsyncGenerator<{ line: Buffer; seq: number }> {
  for (const name of (await segmentsIn(folder)).toReversed()) {
    if (firstSeqOf(name) > upTo) continue;
    const bytes = await contentOf(join(folder, name));
    let end = bytes.lastIndexOf(LINE_FEED); // what follows the last line feed was never acknowledged
    while (end > 0) {
      const start = bytes.lastIndexOf(LINE_FEED, end - 1) + 1;
      const line = bytes.subarray(start, end);
      const seq = seqOf(line);
      if (seq !== null && seq <= upTo) yield { line, seq };
      end = start - 1;
    }
  }
}

const LINE_FEED = 0x0a;

/** Old segments may be removed while the past is being read. */
async function contentOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** The number of the transaction on a line; null on a line with something else. */
function seqOf(line: Buffer): number | null {
  const seq = /^.{8} \{"seq":(\d+),/.exec(line.toString('latin1', 0, 40))?.[1];
  return seq === undefined ? null : Number(seq);
}

/** Whether `"id":"…"` or `"paperId":"…"` names one of these, anywhere on the line. */
function mentions(line: Buffer, ids: ReadonlySet<string>): boolean {
  for (let at = line.indexOf('d":"'); at !== -1; at = line.indexOf('d":"', at + 4)) {
    const before = line[at - 1];
    if (before !== 0x69 && before !== 0x49) continue; // the i of `id` or the I of `paperId`
    if (ids.has(line.toString('latin1', at + 4, line.indexOf(0x22, at + 4)))) return true;
  }
  return false;
}

/** Takes in the children of wanted papers that these changes make or delete. */
function adopt(changes: readonly Change[], wanted: Set<string>, ids: Set<string>): void {
  for (const change of changes) {
    if (!('record' in change) || !wanted.has(keyOf({ table: 'papers', id: String(change.record['paperId']) }))) continue;
    wanted.add(keyOf(change));
    ids.add(change.id);
  }
}

/** When the oldest transaction that is there was made, and whether there were older ones. */
async function beginning(folder: string): Promise<Pick<Past, 'since' | 'thinned' | 'broken'>> {
  for (const name of await segmentsIn(folder)) {
    let first: { since: string; thinned: boolean; broken: boolean } | undefined;
    await readLines(join(folder, name), (line) => {
      if (seqOf(line) === null) return true;
      const transaction = decode(line);
      if (transaction === null || 'head' in transaction) return true;
      first = { since: transaction.at, thinned: transaction.seq > 1, broken: false };
      return false;
    });
    if (first !== undefined) return first;
  }
  return { since: null, thinned: false, broken: false };
}
