import { constants, copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/** Makes the names in a folder durable. Windows keeps them durable by itself and does not open folders. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder, with those above it that are missing, so that a crash does not take its name away again. */
export async function makeDurably(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = resolve(folder); made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** Copies a file; when it resolves, the copy is on the disk. Its folder is not forced there. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  const handle = await open(to, process.platform === 'win32' ? 'r+' : 'r'); // a copy may be write-protected, and Windows forces only what it may write
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces a file as a whole: after a crash at any moment there is the old content or the new one. */
export async function replaceFile(path: string, portions: AsyncIterable<Buffer>): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  const handle = await open(beside, 'w', 0o600);
  try {
    for await (const portion of portions) await handle.appendFile(portion);
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(beside, { force: true });
    throw error;
  }
  await handle.close();
  await rename(beside, path);
  await syncFolder(dirname(path));
}
