import { createHash } from 'node:crypto';
import { closeSync, createWriteStream, openSync, writeFileSync } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { DomainError } from '../../core/errors';
import type { Attachment } from '../../core/model';
import type { BackupInfo, BackupReason } from '../../core/ports';
import { tableNames } from '../../core/tables';
import { encodeFiles, type Encoded } from '../store/compact';
import { withWords } from '../store/diskWords';
import { syncFolder } from '../store/durable';
import { readHead, readSnapshot } from '../store/snapshot';
import { backupsOf, infoOf, MANIFEST, Manifest, nameOf } from './manifest';
import { MAX_UNPACKED, openBackup } from './openBackup';
import { blankComment, sealed } from './seal';
import { clearUnfinished, workFile } from './workFiles';

/** zlib's fastest level: files a sixth longer than at the usual one, for a fifth of the work. */
const LEVEL = 1;

export interface MakeOptions {
  folder: string;
  /** The newest transaction that is known to be durable. */
  seq: number;
  at: string;
  reason: BackupReason;
  /** The file to write; in the library's folder of backups if there is none. */
  to?: string | undefined;
}

/**
 * Makes a backup of a library from its files. It has another name until it is on the disk and has been
 * read back completely, so what bears the name of a backup is one. The library may change meanwhile.
 */
export function makeBackup(options: MakeOptions): Promise<BackupInfo> {
  const { folder, to } = options;
  return withWords(folder, () => (to === undefined ? make(options) : make(options).catch((cause: unknown) => { throw aboutFile(to, cause); })));
}

/** A failure of the disk that the file is on, which need not be the library's. */
function aboutFile(path: string, cause: unknown): unknown {
  const { path: at, message } = cause as NodeJS.ErrnoException;
  return at?.startsWith(path) || at === dirname(path) ? new DomainError('disk', `${path} could not be written: ${message}.`, { cause }) : cause;
}

async function make({ folder, seq, at, reason, to }: MakeOptions): Promise<BackupInfo> {
  const backups = backupsOf(folder);
  if (to !== undefined) await refuseIfThere(to);
  await mkdir(backups, { recursive: true, mode: 0o700 });
  await clearUnfinished(backups);
  const snapshot = workFile(backups);
  const beside = to === undefined ? workFile(backups) : `${to}.${process.pid}.tmp`;
  try {
    const { library, ...made } = await copySnapshot(folder, seq, snapshot);
    const attachments = await attachmentsIn(snapshot);
    const manifest = Manifest.parse({
      format: 'lectern-backup', version: 1, at, reason, device: made.device, seq: made.seq, 
      counts: Object.fromEntries(tableNames.map((table) => [table, made.counts.get(table) ?? 0])),
      entries: { 'library.json': library, 'attachments.json': { bytes: attachments.length, sha256: createHash('sha256').update(attachments).digest('hex') } },
    });
    await pack(beside, { manifest, snapshot, attachments });
    await rm(snapshot);
    const bytes = await readBack(beside, workFile(backups));
    const path = to ?? (await freePath(backups, at, reason));
    await rename(beside, path);
    await syncFolder(dirname(path));
    return infoOf(manifest, to ?? path.slice(backups.length + 1), bytes);
  } catch (error) {
    await Promise.all([rm(snapshot, { force: true }), rm(beside, { force: true })]);
    throw error;
  }
}

/** A backup never takes the place of a file of the person's, not even of an older backup. */
async function refuseIfThere(path: string): Promise<void> {
  const there = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (there !== null) throw new DomainError('conflict', `${path} is there already. Name a file that is not, or move that one away first.`);
}

interface Copied extends Encoded { library: { bytes: number; sha256: string } }

/** How often a copy is begun again because the history that it needed was thinned out under it. */
const TRIES = 10;

/**
 * Writes a snapshot up to `seq`, or as far as the library's own has come, into a file. It is read through one handle,
 * so that renewing the library's own does no harm; where history is removed in the middle of it, it begins again.
 */
async function copySnapshot(folder: string, seq: number, target: string): Promise<Copied> {
  for (let tries = 1; ; tries += 1) {
    const before = await seqOf(folder);
    const hash = createHash('sha256');
    let bytes = 0;
    const file = openSync(target, 'w', 0o600);
    try {
      const encoded = await encodeFiles(folder, seq, (portion) => {
        writeFileSync(file, portion);
        hash.update(portion);
        bytes += portion.length;
      });
      if (bytes > MAX_UNPACKED) throw new DomainError('invalid-input', 'The library is larger than the 2 GB that a backup can hold. Copy its folder instead, while Lectern is closed.');
      if (encoded.seq < seq) throw new DomainError('library-damaged', `The library's files end at transaction ${encoded.seq}, but ${seq} have been made.`);
      return { ...encoded, library: { bytes, sha256: hash.digest('hex') } };
    } catch (error) {
      if (tries === TRIES || (await seqOf(folder)) === before) throw error;
    } finally {
      closeSync(file);
    }
  }
}

/** The files of papers that a snapshot knows, so that they can be told missing, and found again, where only the backup is left. */
async function attachmentsIn(snapshot: string): Promise<Buffer> {
  const known: unknown[] = [];
  await readSnapshot(snapshot, ({ table, json }) => {
    if (table !== 'attachments') return;
    const { id, paperId, place, originalName, sha256, bytes } = JSON.parse(json()) as Attachment;
    known.push({ id, paperId, place, originalName, sha256, bytes });
  });
  return Buffer.from(`${JSON.stringify(known, null, 2)}\n`);
}

async function seqOf(folder: string): Promise<number> {
  const found = await readHead(join(folder, 'library.json'));
  return found.kind === 'read' ? found.head.seq : -1;
}

async function pack(target: string, { manifest, snapshot, attachments }: { manifest: Manifest; snapshot: string; attachments: Buffer }): Promise<void> {
  const options = { mtime: new Date(manifest.at), mode: 0o100600, compressionLevel: LEVEL };
  const zip = new ZipFile();
  const output = zip.outputStream as PassThrough;
  zip.on('error', (error: Error) => output.destroy(error));
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), MANIFEST, options);
  zip.addFile(snapshot, 'library.json', options);
  zip.addBuffer(attachments, 'attachments.json', options);
  zip.end({ comment: blankComment, forceZip64Format: false });
  await pipeline(output, sealed, createWriteStream(target, { mode: 0o600 }));
  const file = await open(target, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Reads a backup completely, each entry and each record of the library; answers with its size. */
async function readBack(path: string, unpacked: string): Promise<number> {
  try {
    const backup = await openBackup(path);
    try {
      await backup.unpack('attachments.json', null);
      await backup.unpack('library.json', unpacked);
      const counts = new Map<string, number>();
      const losses = await readSnapshot(unpacked, ({ table }) => { counts.set(table, (counts.get(table) ?? 0) + 1); });
      const { counts: promised } = backup.manifest;
      if (losses.length > 0 || Object.entries(promised).some(([table, count]) => count !== (counts.get(table) ?? 0))) throw new Error('The records are not those that were written.');
      return backup.bytes;
    } finally {
      backup.close();
    }
  } catch (cause) {
    if (cause instanceof DomainError && cause.code === 'disk') throw cause;
    throw new DomainError('disk', 'The backup did not read back as it was written and has been removed. Check the disk, or make one on another disk.', { cause });
  } finally {
    await rm(unpacked, { force: true });
  }
}

/** A path that no backup has yet. */
async function freePath(backups: string, at: string, reason: BackupReason): Promise<string> {
  const taken = new Set(await readdir(backups));
  let copy = 0;
  while (taken.has(nameOf(at, reason, copy))) copy += 1;
  return join(backups, nameOf(at, reason, copy));
}
