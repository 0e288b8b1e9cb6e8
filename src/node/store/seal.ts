import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Loss } from '../../core/condition';
import { checksum } from './checksum';
import { replaceFile } from './durable';
import type { Segment } from './journal';

/**
 * How far the journal reached when the library was last closed. A journal that is shorter has lost
 * acknowledged transactions, which the journal alone could not show if it was cut between two lines.
 */
export interface Seal {
  segment: string;
  bytes: number;
}

const nameOf = (folder: string): string => join(folder, 'sealed');

export async function writeSeal(folder: string, seal: Seal): Promise<void> {
  const json = JSON.stringify(seal);
  async function* content(): AsyncGenerator<Buffer> {
    yield await Promise.resolve(Buffer.from(`${checksum(json)} ${json}\n`));
  }
  await replaceFile(nameOf(folder), content());
}

/** What the journal lacks of what was sealed. */
export async function readSeal(folder: string, segments: readonly Segment[]): Promise<Loss[]> {
  let text: string;
  try {
    text = await readFile(nameOf(folder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const json = text.slice(9, -1);
  if (!text.endsWith('\n') || checksum(json) !== text.slice(0, 8) || text[8] !== ' ') return [{ file: 'journal/sealed', line: 1, what: 'the mark of how far the journal reached' }];
  const { segment, bytes } = JSON.parse(json) as Seal;
  const last = segments.at(-1);
  const found = segments.find(({ name }) => name === segment);
  if (last === undefined || last.name < segment) return [{ file: `journal/${segment}`, line: 0, what: 'the last segment of the journal' }];
  if (found !== undefined && found.wholeLines < bytes) return [{ file: `journal/${segment}`, line: 0, what: `the end of the journal (${bytes - found.wholeLines} bytes)` }];
  return [];
}
