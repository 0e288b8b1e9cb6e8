import type { BackupInfo, BackupReason } from '../../../core/ports';
import type { Loss } from '../../../core/condition';
import type { Differences, Some } from '../../../core/restoring';
import { tableNames, type TableName } from '../../../core/tables';
import { counted } from '../../../core/text';

/** Why a backup was made. */
export const reasonNames: Record<BackupReason, string> = {
  daily: 'Daily', migration: 'Before a new format', import: 'Before an import', manual: 'By hand',
};

/** A size for people, in decimal units as file managers show it: `417 bytes`, `9.4 kB`, `3.2 MB`, `120 MB`. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return counted(bytes, 'byte');
  const [unit, value] = bytes < 1e6 ? ['kB', bytes / 1e3] : bytes < 1e9 ? ['MB', bytes / 1e6] : ['GB', bytes / 1e9];
  return `${value.toLocaleString('en', value < 10 ? { minimumFractionDigits: 1, maximumFractionDigits: 1 } : { maximumFractionDigits: 0 })} ${unit}`;
}

export const contentsOf = ({ papers, notes }: BackupInfo): string => `${counted(papers, 'paper')}, ${counted(notes, 'note')}`;

/** Where in a file a loss lies. */
export const placeOf = ({ line }: Loss): string => (line === 0 ? 'the whole file' : `line ${line.toLocaleString('en')}`);

/** What is lost as a text to be copied, one loss a line. */
export function lossesAsText(losses: readonly Loss[]): string {
  return losses.map((loss) => `${loss.file}, ${placeOf(loss)}: ${loss.what}\n`).join('');
}

/** One line of a preview: what a restore does to some records of a table. */
export interface Effect extends Some {
  table: TableName;
  kind: 'added' | 'changed' | 'removed';
  /** Such as `12 papers come back`. */
  words: string;
}

const nouns: Record<TableName, string> = { papers: 'paper', attachments: 'file', notes: 'note', annotations: 'highlight', collections: 'collection', techniques: 'technique', settings: 'setting' };

/** What a person cares for most comes first. */
const order: readonly TableName[] = tableNames.toSorted((a, b) => rank(a) - rank(b));

function rank(table: TableName): number {
  return ['papers', 'attachments', 'notes', 'annotations', 'collections', 'techniques', 'settings'].indexOf(table);
}

/** The effects of a restore; none where the library is as the backup already. */
export function effectsOf(differences: Differences): Effect[] {
  return order.flatMap((table) => (['added', 'changed', 'removed'] as const).flatMap((kind) => {
    const some = differences[table][kind];
    return some.count === 0 ? [] : [{ table, kind, ...some, words: effectWords(table, kind, some.count) }];
  }));
}

function effectWords(table: TableName, kind: Effect['kind'], count: number): string {
  if (table === 'settings') return 'The settings of the library become as they were';
  const subject = counted(count, nouns[table]);
  const verb = { added: ['comes back', 'come back'], changed: ['becomes as it was', 'become as they were'], removed: ['is taken out', 'are taken out'] }[kind];
  return `${subject} ${verb[count === 1 ? 0 : 1]}`;
}

/** The newest backup that reads back; `backups` are newest first. */
export function newestSound(backups: readonly BackupInfo[]): BackupInfo | undefined {
  return backups.find(({ verified }) => verified);
}
