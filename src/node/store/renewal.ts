import { DomainError } from '../../core/errors';
import type { Settings } from '../../core/model';
import { tableNames, type Tables } from '../../core/tables';
import { LibraryFolder, type Contents } from './libraryFolder';
import { keepSnapshot } from './mend';
import { thinHistory } from './thin';

/** Makes a new snapshot of a library folder out of its files, up to transaction `seq`, away from this thread. */
export type Compact = (folder: string, seq: number) => Promise<void>;

interface Needs {
  compact: Compact;
  now: () => string;
  settings: () => Settings;
  /** Hears in words of damage that was found while the library is in use. */
  onNotice: (text: string) => void;
}

export interface Renewals {
  /** Has the snapshot brought up to what memory holds now, and the journal as well. */
  later(contents: Contents): void;
  /** Removes history that is beyond its bounds, after the renewals under way. */
  thin(): void;
  /** Resolves when none is under way. Never rejects. */
  idle(): Promise<void>;
}

/** Renews the snapshot of a library in use, in the background, one time after the other. */
export function renewals(folder: string, { compact, now, settings, onNotice }: Needs): Renewals {
  let running: Promise<void> = Promise.resolve();
  let newest: Contents | undefined;

  /** One that fails costs nothing but the time to read a longer journal: the next one makes up for it. */
  async function renew(contents: Contents): Promise<void> {
    try {
      await compact(folder, contents.seq).catch((error: unknown) => fromMemory(error, contents));
    } catch (error) {
      process.emitWarning(`The snapshot could not be renewed: ${String(error)}`);
      return;
    }
    await thin();
  }

  async function thin(): Promise<void> {
    try {
      await thinHistory(folder, settings(), now());
    } catch (error) {
      process.emitWarning(`Old history could not be removed: ${String(error)}`);
    }
  }

  /** What the files have lost since they were read, memory still has. */
  async function fromMemory(cause: unknown, contents: Contents): Promise<void> {
    if (!(cause instanceof DomainError) || cause.code !== 'library-damaged') throw cause;
    try {
      const aside = await keepSnapshot(folder, now());
      await new LibraryFolder(folder).write(contents);
      onNotice(`The library was found damaged on the disk and has been written anew from memory; no paper or note is lost, and what was there is kept in ${aside}. Check the disk, and make a backup on another one. (${cause.message})`);
    } catch (error) {
      onNotice(`The library is damaged on the disk, but Lectern still has all of it. Do not close it before you have exported your papers to another disk. (${cause.message})`);
      throw error;
    }
  }

  return {
    later(contents) {
      const mine = { ...contents, tables: copyOf(contents.tables) };
      newest = mine;
      running = running.then(async () => {
        if (newest === mine) await renew(mine); // else a later one waits, which makes this one needless
      });
    },
    thin() { running = running.then(thin); },
    idle: () => running,
  };
}

/** The records themselves are never changed, so that it is enough to keep which they are. */
function copyOf(tables: Tables): Tables {
  return Object.fromEntries(tableNames.map((name) => [name, new Map<string, unknown>(tables[name])])) as unknown as Tables;
}
