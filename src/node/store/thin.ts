import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../../core/model';
import { syncFolder } from './durable';
import { firstSeqOf, readSegmentHead, segmentsIn, type Segment } from './journal';
import { readHead } from './snapshot';

const DAY_MS = 24 * 60 * 60 * 1000;
const MEGABYTE = 1_000_000;

/** From when to when the transactions of a segment were made. */
export interface Span { from: string; to: string }

/** Null where there are none. */
export function spanOf({ transactions }: Segment): Span | null {
  const [first, last] = [transactions[0], transactions.at(-1)];
  return first === undefined || last === undefined ? null : { from: first.at, to: last.at };
}

/** What share of the days that history is kept one segment may take, so that it goes bit by bit and soon enough. */
const SHARE = 0.1;

/** Whether a segment, however small, is to be followed by a new one because of its age. */
export function isLong({ from }: Span, { historyDays }: Settings, now: string): boolean {
  return Date.parse(now) - Date.parse(from) > SHARE * historyDays * DAY_MS;
}

/**
 * Removes the oldest history beyond the limits: whole segments, oldest first, and only what the snapshot
 * has in it already. What is left begins with a segment, so that where history begins is plain to see.
 */
export async function thinHistory(folder: string, { historyDays, historyMegabytes }: Settings, now: string): Promise<void> {
  const journal = join(folder, 'journal');
  const snapshot = await readHead(join(folder, 'library.json'));
  if (snapshot.kind !== 'read') return;
  const names = await segmentsIn(journal);
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(journal, name))).size));
  let total = sizes.reduce((sum, size) => sum + size, 0);
  let removed = 0;
  for (const [index, name] of names.entries()) {
    const next = names[index + 1];
    if (next === undefined || firstSeqOf(next) > snapshot.head.seq + 1) break; // the snapshot needs this segment
    const endedAt = (await readSegmentHead(journal, next))?.at;
    const isOld = endedAt !== undefined && Date.parse(now) - Date.parse(endedAt) > historyDays * DAY_MS;
    if (!isOld && total <= historyMegabytes * MEGABYTE) break;
    await rm(join(journal, name));
    total -= sizes[index] ?? 0;
    removed += 1;
  }
  if (removed > 0) await syncFolder(journal);
}
