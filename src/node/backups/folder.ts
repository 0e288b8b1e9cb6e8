import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../../core/errors';
import type { BackupInfo, BackupReason } from '../../core/ports';
import { syncFolder } from '../store/durable';
import { backupsOf, infoOf, parseName, pathOf } from './manifest';
import { openBackup } from './openBackup';

/** Backups that have been read, by path, size and time of change: none is read twice while it stays as it is. */
const known = new Map<string, BackupInfo>();

/** The backups of a library, newest first. One that does not read back is listed as such. */
export async function listBackups({ folder }: { folder: string }): Promise<BackupInfo[]> {
  const listed: BackupInfo[] = [];
  for (const name of await namesIn(folder)) listed.push(await describe(folder, name));
  return listed.toSorted((a, b) => (a.at > b.at ? -1 : a.at < b.at ? 1 : 0));
}

/** When the backups of a kind were made, as their names say. */
export async function datesOf(folder: string, reason: BackupReason): Promise<string[]> {
  return (await namesIn(folder)).flatMap((name) => {
    const parsed = parseName(name);
    return parsed?.reason === reason ? parsed.at : [];
  });
}

export async function removeBackup(folder: string, name: string): Promise<void> {
  await rm(pathOf(folder, name), { force: true });
  await syncFolder(backupsOf(folder));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(backupsOf(folder))).filter((name) => parseName(name) !== null).toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function describe(folder: string, name: string): Promise<BackupInfo> {
  const path = join(backupsOf(folder), name);
  const { size, mtimeMs } = await stat(path);
  const key = `${path} ${size} ${mtimeMs}`;
  try {
    const info = known.get(key) ?? (await read(path, name));
    known.set(key, info);
    return info;
  } catch (error) {
    const parsed = parseName(name);
    if (!(error instanceof DomainError) || parsed === null) throw error;
    return { name, ...parsed, bytes: size, papers: 0, notes: 0, verified: false };
  }
}

async function read(path: string, name: string): Promise<BackupInfo> {
  const backup = await openBackup(path);
  backup.close();
  return infoOf(backup.manifest, name, backup.bytes);
}
