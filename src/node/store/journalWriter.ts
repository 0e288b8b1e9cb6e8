import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder } from './durable';

/** The open end of the journal. */
export interface JournalWriter {
  readonly bytes: number;
  /** Resolves when the bytes are on the disk. On failure nothing of them is left, and the error is thrown. */
  append(portions: Buffer[]): Promise<void>;
  /** Leaves nothing in the file that was not acknowledged. Can be tried again when it fails. */
  close(): Promise<void>;
}

/** Opens a segment for appending behind its first `soundBytes`; whatever was there beyond them is cut off. */
export async function openJournal(folder: string, name: string, soundBytes: number): Promise<JournalWriter> {
  const file = await open(join(folder, name), 'a+', 0o600);
  try {
    if ((await file.stat()).size > soundBytes) await cut(file, soundBytes);
    await syncFolder(folder);
  } catch (error) {
    await file.close();
    throw error;
  }
  let bytes = soundBytes;
  let torn = false;

  return {
    get bytes() { return bytes; },
    async append(portions) {
      if (torn) {
        await cut(file, bytes);
        torn = false;
      }
      try {
        for (const portion of joined(portions)) await file.appendFile(portion);
        await file.datasync();
        await refuseIfGone(file);
      } catch (error) {
        torn = true; // if it cannot be cut now, it is before the next line
        await cut(file, bytes).then(() => { torn = false; }, () => undefined);
        throw error;
      }
      bytes += portions.reduce((sum, { length }) => sum + length, 0);
    },
    async close() {
      if (torn) await cut(file, bytes);
      torn = false;
      await file.close();
    },
  };
}

/** A file that was removed while it is open takes everything and keeps nothing. */
async function refuseIfGone(file: FileHandle): Promise<void> {
  if ((await file.stat()).nlink === 0) throw Object.assign(new Error('The journal was removed.'), { code: 'ENOENT' });
}

/** Portions that are small together go to the disk in one write. */
function joined(portions: Buffer[]): Buffer[] {
  return portions.length > 4 ? portions : [Buffer.concat(portions)];
}

async function cut(file: FileHandle, bytes: number): Promise<void> {
  await file.truncate(bytes);
  await file.datasync();
}
