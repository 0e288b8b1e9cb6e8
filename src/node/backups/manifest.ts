import { join } from 'node:path';
import { z } from 'zod';
import { DomainError } from '../../core/errors';
import type { BackupInfo, BackupReason } from '../../core/ports';

const reasons = ['daily', 'migration', 'import', 'manual'] as const satisfies readonly BackupReason[];
const count = z.number().int().nonnegative();

/** What a backup says of itself, in its first entry. Entries are by name, with their bytes before they were packed. */
export const Manifest = z.object({
  format: z.literal('lectern-backup'),
  version: z.literal(1),
  at: z.iso.datetime(),
  reason: z.enum(reasons),
  device: z.string(),
  seq: count,
  /** Records by table. */
  counts: z.record(z.string(), count),
  entries: z.object({
    'library.json': z.object({ bytes: count, sha256: z.string() }),
    'attachments.json': z.object({ bytes: count, sha256: z.string() }),
  }),
});
export type Manifest = z.infer<typeof Manifest>;

export const MANIFEST = 'manifest.json';

export function infoOf({ at, reason, counts }: Manifest, name: string, bytes: number): BackupInfo {
  return { name, at, reason, bytes, papers: counts['papers'] ?? 0, notes: counts['notes'] ?? 0, verified: true };
}

/** Where a library keeps its backups. */
export function backupsOf(folder: string): string {
  return join(folder, 'backups');
}

/** The name of a backup made at this time, such as `2026-11-24T090000Z-daily.zip`; `copy` counts those of one second. */
export function nameOf(at: string, reason: BackupReason, copy: number): string {
  return `${at.slice(0, 19).replaceAll(':', '')}Z-${reason}${copy === 0 ? '' : `-${copy + 1}`}.zip`;
}

/** What a name says; null for a file that is no backup. */
export function parseName(name: string): { at: string; reason: BackupReason } | null {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z-([a-z]+)(?:-\d+)?\.zip$/.exec(name);
  const reason = reasons.find((known) => known === parts?.[5]);
  if (parts === null || reason === undefined) return null;
  const at = `${parts[1]}T${parts[2]}:${parts[3]}:${parts[4]}.000Z`;
  return Number.isNaN(Date.parse(at)) ? null : { at, reason };
}

/** The path of a backup in the library's folder. Throws `not-found` for a name that cannot be one's. */
export function pathOf(folder: string, name: string): string {
  if (parseName(name) === null) throw new DomainError('not-found', `There is no backup called ${name}.`);
  return join(backupsOf(folder), name);
}
