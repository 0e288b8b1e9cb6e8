import { open, readFile, readdir, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { DomainError } from '../../core/errors';
import { Transaction } from '../../core/transaction';
import { syncFolder } from './durable';

/**
 * The journal: one transaction a line, `CRC32 of the JSON as 8 hex digits, a space, the JSON`, in
 * segments named after the first transaction they may hold. Lines are only ever appended.
 */
export interface Segment {
  name: string;
  transactions: Transaction[];
  /** Bytes of whole lines; what follows them was never acknowledged. */
  soundBytes: number;
  totalBytes: number;
}

export function encode(transaction: Transaction): string {
  const json = JSON.stringify(transaction);
  return `${checksum(json)} ${json}\n`;
}

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(8, '0');
}

export function segmentName(firstSeq: number): string {
  return `${String(firstSeq).padStart(12, '0')}.jsonl`;
}

/**
 * Reads every segment in order. A last line that was not finished is left out: it was never
 * acknowledged. Anything else that does not read back as it was written throws `library-damaged`
 * and names the file and the line.
 */
export async function readJournal(folder: string): Promise<Segment[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{12}\.jsonl$/.test(name)).toSorted();
  const segments: Segment[] = [];
  let expected: number | null = null;
  for (const [index, name] of names.entries()) {
    const segment = decodeSegment(name, await readFile(join(folder, name)), index === names.length - 1);
    for (const { seq } of segment.transactions) {
      if (expected !== null && seq !== expected) throw damaged(name, `transaction ${expected} is missing before ${seq}`);
      expected = seq + 1;
    }
    segments.push(segment);
  }
  return segments;
}

function decodeSegment(name: string, bytes: Buffer, isLast: boolean): Segment {
  const transactions: Transaction[] = [];
  let start = 0;
  for (let end = bytes.indexOf(0x0a); end !== -1; end = bytes.indexOf(0x0a, start)) {
    transactions.push(decodeLine(name, transactions.length + 1, bytes.toString('utf8', start, end)));
    start = end + 1;
  }
  if (start < bytes.length && !isLast) throw damaged(name, `line ${transactions.length + 1} ends too early`);
  return { name, transactions, soundBytes: start, totalBytes: bytes.length };
}

function decodeLine(name: string, number: number, line: string): Transaction {
  const json = line.slice(9);
  if (line[8] !== ' ' || checksum(json) !== line.slice(0, 8)) throw damaged(name, `line ${number} does not match its checksum`);
  try {
    return Transaction.parse(JSON.parse(json));
  } catch (cause) {
    throw damaged(name, `line ${number} is not a transaction`, cause);
  }
}

function damaged(name: string, what: string, cause?: unknown): DomainError {
  return new DomainError('library-damaged', `The library is damaged: in journal/${name}, ${what}. Nothing has been changed. Keep a copy of the folder before you try to mend it.`, { cause });
}

/** The open end of the journal. */
export interface JournalWriter {
  readonly bytes: number;
  /** Resolves when the line is on the disk. On failure nothing of the line is left, and the error is thrown. */
  append(line: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a segment for appending behind its first `soundBytes`; whatever was there beyond them is cut off. */
export async function openJournal(folder: string, name: string, soundBytes: number): Promise<JournalWriter> {
  const file = await open(join(folder, name), 'a+', 0o600);
  if ((await file.stat()).size > soundBytes) await cut(file, soundBytes);
  await syncFolder(folder);
  let bytes = soundBytes;
  let torn = false;

  return {
    get bytes() { return bytes; },
    async append(line) {
      if (torn) {
        await cut(file, bytes);
        torn = false;
      }
      const data = Buffer.from(line, 'utf8');
      try {
        await file.appendFile(data);
        await file.datasync();
      } catch (error) {
        torn = true; // if it cannot be cut now, it is before the next line
        await cut(file, bytes).then(() => { torn = false; }, () => undefined);
        throw error;
      }
      bytes += data.length;
    },
    close: () => file.close(),
  };
}

async function cut(file: FileHandle, bytes: number): Promise<void> {
  await file.truncate(bytes);
  await file.datasync();
}
