import type { Door } from '../socket/door';
import { takeLock, type Lock } from './lock';

/** Lets other processes reach this one as long as it holds the lock; `left` is where an owner before, now gone, could be reached. */
export type OpenDoor = (left: string | undefined) => Promise<Door>;

/** A library folder that this process holds. */
export type Hold = Pick<Lock, 'isHeld' | 'release'>;

/** Takes the lock of a library folder, and says in it where this process can be reached. Throws `library-in-use`. */
export async function holdFolder(folder: string, openDoor: OpenDoor | undefined): Promise<Hold> {
  const lock = await takeLock(folder);
  const door = await announced(lock, openDoor);
  return {
    isHeld: () => lock.isHeld(),
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
