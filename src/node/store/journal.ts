import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Loss } from '../../core/condition';
import { DomainError } from '../../core/errors';
import { KEPT_STEPS, type History } from '../../core/history';
import { Transaction, type Change } from '../../core/transaction';
import { checksum, checksumOf } from './checksum';
import { readLines } from './lines';

/**
 * The journal: segments named after the first transaction they may hold. Each line is the CRC-32 of its
 * JSON as eight hexadecimal digits, a space, and the JSON: first the segment's head, then one
 * transaction a line. Lines are only ever appended.
 */
export interface Head {
  /** When the segment was begun, which is when the one before it ended. */
  at: string;
  /** What could be undone and redone when the segment was begun, so that nothing older need be read for it. */
  history: History;
}

export interface Segment {
  name: string;
  /** Null where the segment has none, as those of version 1. */
  head: Head | null;
  transactions: Transaction[];
  /** Bytes of whole lines; what follows them was never acknowledged. */
  wholeLines: number;
  losses: Loss[];
}

export function segmentName(firstSeq: number): string {
  return `${String(firstSeq).padStart(12, '0')}.jsonl`;
}

export function firstSeqOf(name: string): number {
  return Number(name.slice(0, 12));
}

/** The names of the segments, oldest first; none where there is no journal. */
export async function segmentsIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^\d{12}\.jsonl$/.test(name)).toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

export function encodeHead({ undo, redo }: Readonly<History>, at: string): string {
  const head: Head = { at, history: { undo: undo.slice(-KEPT_STEPS), redo } };
  return line(JSON.stringify({ head }));
}

function line(json: string): string {
  return `${checksum(json)} ${json}\n`;
}

/**
 * Reads a segment. A last line that was not finished is left out where `isLast`: it was never
 * acknowledged. Anything else that does not read back as it was written is a loss, and the lines
 * after it are read on.
 */
export async function readSegment(folder: string, name: string, isLast: boolean): Promise<Segment> {
  const segment: Segment = { name, head: null, transactions: [], wholeLines: 0, losses: [] };
  const lose = (number: number, what: string): void => { segment.losses.push({ file: `journal/${name}`, line: number, what }); };
  let expected = firstSeqOf(name);
  let broken = false; // damage that goes over several lines is told of once; what else it cost shows as a gap
  const { wholeLines, total } = await readLines(join(folder, name), (bytes, number) => {
    const content = decode(bytes);
    if (content === null && !broken) {
      lose(number, number === 1 ? 'the head of the segment' : lostTransaction(bytes, expected));
      if (number > 1) expected += 1;
    }
    broken = content === null;
    if (content === null) return;
    if ('head' in content) segment.head = content.head;
    else {
      if (content.seq > expected) lose(number, expected + 1 === content.seq ? `transaction ${expected}` : `transactions ${expected} to ${content.seq - 1}`);
      if (content.seq < expected) lose(number, secondOf(content));
      expected = content.seq + 1;
      segment.transactions.push(content);
    }
  });
  segment.wholeLines = wholeLines;
  if (wholeLines < total && !isLast) lose(0, `the end of the segment, after transaction ${expected - 1}`);
  return segment;
}

/** Two have written the journal at once. What both did is kept, but not what came before what. */
function secondOf({ seq, label }: Transaction): string {
  return `the order of the changes from the second transaction ${seq} (${label}) on`;
}

/** What can be told of a transaction whose line is damaged: what it did, where that is still readable. */
function lostTransaction(line: Buffer, seq: number): string {
  const label = /"label":"((?:[^"\\]|\\.){1,120})"/.exec(line.toString('utf8', 0, 2000))?.[1];
  return `transaction ${seq}${label === undefined ? '' : ` (${label})`}`;
}

/** The head of a segment alone; null where there is none. */
export async function readSegmentHead(folder: string, name: string): Promise<Head | null> {
  let head: Head | null = null;
  await readLines(join(folder, name), (bytes) => {
    const content = decode(bytes);
    if (content !== null && 'head' in content) ({ head } = content);
    return false;
  });
  return head;
}

/**
 * Reads the segments that hold transactions behind `after`, and from the first of them on whatever else
 * is needed to know what can be undone.
 */
export async function readJournal(folder: string, after: number): Promise<{ segments: Segment[]; losses: Loss[] }> {
  const names = await segmentsIn(folder);
  const segments: Segment[] = [];
  let from = Math.max(0, names.findLastIndex((name) => firstSeqOf(name) <= after + 1));
  for (const name of names.slice(from)) segments.push(await readSegment(folder, name, name === names.at(-1)));
  // Segments of version 1 have no head: the history is that of all of them.
  while (segments[0]?.head === null && from > 0) {
    from -= 1;
    segments.unshift(await readSegment(folder, names[from] ?? '', false));
  }
  return { segments, losses: [...segments.flatMap(({ losses }) => losses), ...gaps(segments, after)] };
}

/** Reads every segment, for a check: how many transactions there are, and what is lost of them. */
export async function readWholeJournal(folder: string): Promise<{ transactions: number; losses: Loss[] }> {
  const names = await segmentsIn(folder);
  const losses: Loss[] = [];
  const ends: Pick<Segment, 'name' | 'transactions'>[] = [];
  let transactions = 0;
  for (const name of names) {
    const segment = await readSegment(folder, name, name === names.at(-1));
    transactions += segment.transactions.length;
    ends.push({ name, transactions: segment.transactions.filter((_, index, { length }) => index === 0 || index === length - 1) });
    losses.push(...segment.losses);
    for (const transaction of segment.transactions) {
      const parsed = Transaction.safeParse(transaction);
      if (!parsed.success) losses.push({ file: `journal/${name}`, line: 0, what: `transaction ${transaction.seq}, which is not of the right shape` });
    }
  }
  const begins = firstSeqOf(names[0] ?? segmentName(1)); // what was before has been thinned out
  return { transactions, losses: [...losses, ...gaps(ends, begins - 1)] };
}

function gaps(segments: readonly Pick<Segment, 'name' | 'transactions'>[], after: number): Loss[] {
  let expected = after + 1;
  let before = 0;
  return segments.flatMap(({ name, transactions }) => {
    const first = firstSeqOf(name);
    const missing = first > expected ? [{ file: `journal/${name}`, line: 0, what: `the transactions ${expected} to ${first - 1}` }] : [];
    const again = transactions[0] !== undefined && transactions[0].seq <= before ? [{ file: `journal/${name}`, line: 0, what: secondOf(transactions[0]) }] : [];
    before = Math.max(before, transactions.at(-1)?.seq ?? 0);
    expected = Math.max(expected, first, before + 1);
    return [...missing, ...again];
  });
}

/** What a line holds, null if it is not as it was written. The checksum vouches for the shape. */
export function decode(bytes: Buffer): Transaction | { head: Head } | null {
  if (bytes.length < 11 || bytes[8] !== 0x20 || checksum(bytes.subarray(9)) !== bytes.toString('latin1', 0, 8)) return null;
  return JSON.parse(bytes.toString('utf8', 9)) as Transaction | { head: Head };
}

/** A transaction of the past. Throws `not-found` when it has been thinned out, and `library-damaged` when it should be there. */
export async function readTransaction(folder: string, seq: number): Promise<Transaction> {
  const name = (await segmentsIn(folder)).findLast((segment) => firstSeqOf(segment) <= seq);
  if (name === undefined) throw new DomainError('not-found', 'This step is too old to be taken back: its history has been removed.');
  const begins = Buffer.from(`{"seq":${seq},`);
  let line: Buffer | undefined;
  await readLines(join(folder, name), (bytes) => {
    if (!bytes.subarray(9, 9 + begins.length).equals(begins)) return true;
    line = Buffer.from(bytes);
    return false;
  });
  const found = line === undefined ? null : await decodeSlowly(line);
  if (found === null) throw damagedHistory(seq);
  return found;
}

/** History is removed in whole segments, so what is missing within one is damage. */
export function damagedHistory(seq: number): DomainError {
  return new DomainError('library-damaged', `The history is damaged at transaction ${seq}, so nothing can be taken back to before it. What the library holds now is whole; what is older can be had from a backup.`);
}

/** A transaction as `decode` reads it, its changes one by one, so that the thread is free between them. */
async function decodeSlowly(line: Buffer): Promise<Transaction | null> {
  const begins = line.indexOf(',"changes":['); // inside a string the quotes would be escaped
  if (line.length < PORTION || begins === -1) {
    const content = decode(line);
    return content === null || 'head' in content ? null : content;
  }
  if (checksum(line.subarray(9)) !== line.toString('latin1', 0, 8)) return null;
  const transaction = JSON.parse(`${line.toString('utf8', 9, begins)},"changes":[]}`) as Transaction;
  let worked = 0;
  for (const { start, end } of objectsIn(line, begins + ',"changes":['.length)) {
    transaction.changes.push(JSON.parse(line.toString('utf8', start, end)) as Change);
    worked += end - start;
    if (worked < PORTION) continue;
    worked = 0;
    await setImmediate();
  }
  return transaction;
}

/** Where the objects of a JSON list begin and end, from the place behind its bracket on. */
function* objectsIn(json: Buffer, from: number): Generator<{ start: number; end: number }> {
  let depth = 0;
  let start = from;
  for (let at = from; at < json.length; at += 1) {
    const byte = json[at];
    if (byte === QUOTE) at = endOfString(json, at);
    else if (byte === OPEN && depth++ === 0) start = at;
    else if (byte === CLOSE && --depth === 0) yield { start, end: at + 1 };
  }
}

const [QUOTE, OPEN, CLOSE, BACKSLASH] = [0x22, 0x7b, 0x7d, 0x5c];

/** The closing quote of the string that opens at `at`. */
function endOfString(json: Buffer, at: number): number {
  let end = json.indexOf(QUOTE, at + 1);
  while (isEscaped(json, end)) end = json.indexOf(QUOTE, end + 1);
  return end;
}

function isEscaped(json: Buffer, at: number): boolean {
  let slashes = 0;
  while (json[at - 1 - slashes] === BACKSLASH) slashes += 1;
  return slashes % 2 === 1;
}

/** How much text of a transaction is made before the thread is free again, in UTF-16 code units. */
const PORTION = 1 << 18;

/** A transaction as the bytes of its line, made in portions. */
export async function encode({ changes, ...rest }: Transaction, breathe: () => Promise<void>): Promise<Buffer[]> {
  const portions: Buffer[] = [];
  let text = `${JSON.stringify(rest).slice(0, -1)},"changes":[`;
  for (const [index, change] of changes.entries()) {
    text += index === 0 ? JSON.stringify(change) : `,${JSON.stringify(change)}`;
    if (text.length < PORTION) continue;
    portions.push(Buffer.from(text));
    text = '';
    await breathe();
  }
  portions.push(Buffer.from(`${text}]}`));
  return [Buffer.from(`${checksumOf(portions)} `), ...portions, Buffer.from('\n')];
}
