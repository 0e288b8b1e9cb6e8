import { refusalOf } from './condition';
import { DomainError } from './errors';
import type { Library } from './library';
import type { BackupContents, BackupInfo, BackupReason, Backups, BackupSource, Clock, Timer } from './ports';
import { compare, type Differences } from './restoring';
import { isDue, kept } from './retention';
import { tableNames } from './tables';
import type { Change } from './transaction';

/** What restoring a backup does, or has done. */
export interface Restore { backup: BackupInfo; differences: Differences }

export interface BackupUseCases {
  /** The backups in the library's folder, newest first. */
  list(): Promise<BackupInfo[]>;
  /** Makes a backup: in the library's folder, or as the file `to`. Fails with `library-damaged` where there is damage. */
  make(options?: { to?: string | undefined }): Promise<BackupInfo>;
  /** Says what restoring would change. Fails with `unreadable` when the backup is damaged or none of ours. */
  previewRestore(source: BackupSource): Promise<Restore>;
  /** Makes the library what the backup holds, as one step that can be undone. */
  restore(source: BackupSource): Promise<Restore>;
}

/** The backups that Lectern makes by itself. None of them ever stops other work: a failure is told as a notice. */
export interface AutomaticBackups {
  /** Makes the daily one when it is due, now and while Lectern runs. */
  start(): void;
  /** Resolves when a backup from before a large import has been made, or could not be. */
  beforeImport(): Promise<void>;
  /** Ends them, after one that is under way. */
  stop(): Promise<void>;
}

/** How often it is looked whether the daily backup is due: a machine that slept makes up for it soon. */
const CHECK_EVERY_MS = 60 * 60 * 1000;

interface Needs { library: Library; backups: Backups; clock: Clock }

export function backupUseCases({ library, backups, clock }: Needs): BackupUseCases {
  async function opened<T>(source: BackupSource, work: (backup: BackupContents) => Promise<T>): Promise<T> {
    const backup = await backups.read(source);
    try {
      return await work(backup);
    } finally {
      await backup.close();
    }
  }

  return {
    list: () => backups.list(),
    async make({ to } = {}) {
      await library.ready;
      refuseUnlessSound(library);
      return backups.make('manual', { seq: library.seq, at: clock.now(), to });
    },
    previewRestore: (source) => opened(source, async (backup) => {
      await library.ready;
      return { backup: backup.info, differences: await compare(backup, library.tables, clock) };
    }),
    restore: (source) => opened(source, async (backup) => {
      let differences: Differences | undefined;
      await library.commitSlowly(async (tables) => {
        const changes: Change[] = [];
        differences = await compare(backup, tables, clock, (more) => { changes.push(...more); });
        return { label: `Restore the backup of ${dayOf(backup.info.at)}`, changes };
      });
      if (differences === undefined) throw new DomainError('internal', 'The backup was not compared with the library.');
      return { backup: backup.info, differences };
    }),
  };
}

function refuseUnlessSound({ condition }: Library): void {
  const refusal = refusalOf(condition);
  if (refusal !== null) throw new DomainError(refusal.code, `A library can be backed up only when all of it can be read. ${refusal.message}`);
}

export function automaticBackups({ library, backups, clock, timer, onNotice }: Needs & { timer: Timer; onNotice: (text: string) => void }): AutomaticBackups {
  let stopped = false;
  let stopTimer = (): void => undefined;
  let underWay: Promise<void> = Promise.resolve();

  async function daily(): Promise<void> {
    try {
      if (stopped || !wanted() || !isDue(await backups.dates('daily'), clock.now())) return;
    } catch (error) {
      onNotice(`The daily backup could not be made: ${wordsOf(error)}`);
      return;
    }
    await make('daily', 'The daily backup');
  }

  async function make(reason: BackupReason, called: string): Promise<void> {
    try {
      await backups.make(reason, { seq: library.seq, at: clock.now() });
    } catch (error) {
      onNotice(`${called} could not be made: ${wordsOf(error)}`);
      return;
    }
    try {
      await prune();
    } catch (error) {
      onNotice(`${called} has been made, but older ones could not be removed: ${wordsOf(error)}`);
    }
  }

  /** Only what reads back counts, and only what counts is removed: a damaged backup is the person's to look at. */
  async function prune(): Promise<void> {
    const sound = (await backups.list()).filter(({ verified }) => verified);
    const keep = kept(sound, clock.now());
    for (const { name } of sound) if (!keep.has(name)) await backups.remove(name);
  }

  const wanted = (): boolean => refusalOf(library.condition) === null && tableNames.some((table) => table !== 'settings' && library.tables[table].size > 0);

  /** One after the other. */
  function queue(work: () => Promise<void>): Promise<void> {
    underWay = underWay.then(work);
    return underWay;
  }

  return {
    start() {
      if (stopped) return;
      void queue(daily);
      stopTimer = timer.every(CHECK_EVERY_MS, () => void queue(daily));
    },
    beforeImport: () => queue(async () => {
      if (wanted()) await make('import', 'The backup before the import');
    }),
    async stop() {
      stopped = true;
      stopTimer();
      await underWay;
    },
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date for people: `24 Nov 2026`. */
function dayOf(at: string): string {
  const date = new Date(at);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
