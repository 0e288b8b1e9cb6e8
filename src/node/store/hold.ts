import { DomainError } from '../../core/errors';
import type { Clock } from '../../core/ports';
import type { Door } from '../socket/door';
import { takeLock, type Lock } from './lock';

/** Lets other processes reach this one as long as it holds the lock; `left` is where an owner before, now gone, could be reached. */
export type OpenDoor = (left: string | undefined) => Promise<Door>;

/** A library folder that this process holds. */
export interface Hold extends Pick<Lock, 'isHeld' | 'release'> {
  /** Throws `library-in-use` where another process has taken the folder over. */
  assertHeld(): Promise<void>;
}

/** A lock is lost by a person's hand, or while the computer sleeps: it is looked at no more often than this, in milliseconds. */
const LOOK_AGAIN_MS = 500;

/** Takes the lock of a library folder, and says in it where this process can be reached. Throws `library-in-use`. */
export async function holdFolder(folder: string, openDoor: OpenDoor | undefined, clock: Pick<Clock, 'now'>): Promise<Hold> {
  const lock = await takeLock(folder);
  const now = (): number => Date.parse(clock.now());
  let looked = now();
  const door = await announced(lock, openDoor);
  return {
    isHeld: () => lock.isHeld(),
    async assertHeld() {
      if (Math.abs(now() - looked) < LOOK_AGAIN_MS) return; // clocks may jump back
      if (!(await lock.isHeld())) throw new DomainError('library-in-use', 'Another Lectern has taken this library over, so nothing can be saved here any more. Copy what you have just typed, close this window, and open the library anew.');
      looked = now();
    },
    async release() {
      await door?.close();
      await lock.release();
    },
  };
}

/** A library that cannot be reached from other processes can still be used in this one. */
async function announced(lock: Lock, openDoor: OpenDoor | undefined): Promise<Door | undefined> {
  try {
    const door = await openDoor?.(lock.left);
    if (door !== undefined) await lock.announce(door.name);
    return door;
  } catch (error) {
    process.emitWarning(`Other programs cannot reach this library while it is open here: ${String(error)}`);
    return undefined;
  }
}
