import { resolve } from 'node:path';
import type { Client } from '../api/messageLink';
import type { Restore } from '../core/backups';
import type { BackupInfo, BackupSource } from '../core/ports';
import { tableNames } from '../core/tables';
import { counted } from '../core/text';
import { exitCodes, type ExitCode } from './exitCodes';
import { print } from './output';

/** Makes a backup, which has been read back when this ends. */
export async function backup(client: Client, { out, json = false }: { out?: string; json?: boolean }): Promise<ExitCode> {
  const made = await client.backups.make.mutate(out === undefined ? {} : { to: resolve(out) });
  await print(json ? `${JSON.stringify(made)}\n` : `Made and verified ${made.name}: ${contentsOf(made)}, ${counted(made.bytes, 'byte')}.\n`);
  return exitCodes.done;
}

export async function backups(client: Client, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const listed = await client.backups.list.query();
  await print(json ? `${JSON.stringify(listed)}\n` : listed.map((info) => `${info.name}\t${info.bytes}\t${info.verified ? contentsOf(info) : 'damaged'}\n`).join(''));
  return listed.length > 0 ? exitCodes.done : exitCodes.nothingDone;
}

/** Restores the backup in the library's folder that has this name, or else the file. */
export async function restore(client: Client, named: string, { dryRun = false, json = false }: { dryRun?: boolean; json?: boolean }): Promise<ExitCode> {
  const known = (await client.backups.list.query()).some(({ name }) => name === named);
  const source: BackupSource = known ? { kind: 'name', name: named } : { kind: 'path', path: resolve(named) };
  const done = await (dryRun ? client.backups.previewRestore : client.backups.restore).mutate(source);
  const lines = linesOf(done);
  const verb = dryRun ? 'Would restore' : 'Restored';
  const told = lines.length === 0 ? `The library is as in ${done.backup.name} already.\n` : `${verb} ${done.backup.name}:\n${lines.join('')}`;
  await print(json ? `${JSON.stringify(done)}\n` : told);
  return lines.length > 0 ? exitCodes.done : exitCodes.nothingDone;
}

function contentsOf({ papers, notes }: BackupInfo): string {
  return `${counted(papers, 'paper')}, ${counted(notes, 'note')}`;
}

function linesOf({ differences }: Restore): string[] {
  return tableNames.flatMap((table) => {
    const { added, changed, removed } = differences[table];
    if (added.count + changed.count + removed.count === 0) return [];
    return `  ${table}: ${added.count} added, ${changed.count} changed, ${removed.count} removed\n`;
  });
}
