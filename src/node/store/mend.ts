import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { copyDurably, syncFolder } from './durable';

/**
 * Puts a sound snapshot in the place of what a damaged library holds, which is kept in a folder of its
 * own within the library. Answers with the folder's name. Broken off at any point, the library is still
 * what it was, or damaged as before, or mended: never one that looks sound and lacks something.
 */
export async function setAside(folder: string, at: string, writeSnapshot: () => Promise<void>): Promise<string> {
  const name = await keepSnapshot(folder, at);
  await writeSnapshot(); // holds all that the journal does
  await rename(join(folder, 'journal'), join(folder, name, 'journal')).catch(unlessMissing);
  await mkdir(join(folder, 'journal'), { recursive: true, mode: 0o700 });
  await syncFolder(folder);
  return name;
}

/** Copies a damaged snapshot into a folder of its own within the library; answers with the folder's name. */
export async function keepSnapshot(folder: string, at: string): Promise<string> {
  const name = `damaged-${at.replaceAll(/[:.]/g, '')}`;
  await mkdir(join(folder, name), { recursive: true, mode: 0o700 });
  await copyDurably(join(folder, 'library.json'), join(folder, name, 'library.json')).catch(unlessMissing);
  await syncFolder(join(folder, name));
  await syncFolder(folder);
  return name;
}

function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
