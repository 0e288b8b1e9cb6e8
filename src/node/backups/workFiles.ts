import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

let made = 0;

/** A path in the folder of backups for what is being written or read; it never counts as a backup. */
export function workFile(backups: string): string {
  made += 1;
  return join(backups, `work-${process.pid}-${made}.tmp`);
}

/** Removes what an earlier process left when it was stopped. There is none beside this one: the library is locked. */
export async function clearUnfinished(backups: string): Promise<void> {
  const left = (await readdir(backups)).filter((name) => /^work-\d+-\d+\.tmp$/.test(name) && !name.startsWith(`work-${process.pid}-`));
  await Promise.all(left.map((name) => rm(join(backups, name), { force: true })));
}
