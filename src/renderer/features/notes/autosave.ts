/** How long after the last key a save begins, and how long typing without a pause may put it off, in milliseconds. */
const PAUSE = 300;
const LONGEST_WAIT = 2000;

/** The wait before a failed save is tried again doubles from the first to the last of these, in milliseconds. */
const FIRST_RETRY = 1000;
const LAST_RETRY = 30_000;

export type SaveState =
  | { kind: 'saved' }
  /** Typed, and waiting for a pause. */
  | { kind: 'waiting' }
  | { kind: 'saving' }
  /** The text is still here and the save is tried again, by itself and at the next key. */
  | { kind: 'failed'; reason: string };

export interface Autosave {
  state: () => SaveState;
  /** Tells of a change that is to be saved. */
  touch: () => void;
  /** Saves now what is not saved. Fulfilled when all is saved or a save has failed; never rejected. */
  flush: () => Promise<void>;
}

interface Needs {
  /** Saves what there is at the moment of the call. Never called while an earlier call is under way. */
  save: () => Promise<void>;
  /** The words for a failed save. */
  wordsOf: (error: unknown) => string;
  onState: (state: SaveState) => void;
}

/** Decides when to save: in a pause of typing, at the latest after `LONGEST_WAIT`, again after a failure, one at a time. */
export function createAutosave({ save, wordsOf, onState }: Needs): Autosave {
  let state: SaveState = { kind: 'saved' };
  let unsaved = false;
  let underWay: Promise<void> | undefined;
  let failures = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;
  let longest: ReturnType<typeof setTimeout> | undefined;

  function enter(next: SaveState): void {
    state = next;
    onState(next);
  }

  function stopTimers(): void {
    clearTimeout(pause);
    clearTimeout(longest);
    pause = longest = undefined;
  }

  function saveSoon(wait: number): void {
    clearTimeout(pause);
    pause = setTimeout(() => { void saveNow(); }, wait);
  }

  function saveNow(): Promise<void> {
    stopTimers();
    underWay ??= saveOnce().finally(() => {
      underWay = undefined;
      // A timer that came due while the save was under way found it so; what was typed since still waits.
      if (unsaved && pause === undefined) saveSoon(failures === 0 ? 0 : retryWait(failures));
    });
    return underWay;
  }

  async function saveOnce(): Promise<void> {
    unsaved = false;
    enter({ kind: 'saving' });
    try {
      await save();
      failures = 0;
      enter(unsaved ? { kind: 'waiting' } : { kind: 'saved' });
    } catch (error) {
      failures += 1;
      unsaved = true;
      enter({ kind: 'failed', reason: wordsOf(error) });
    }
  }

  return {
    state: () => state,
    touch() {
      unsaved = true;
      saveSoon(PAUSE);
      longest ??= setTimeout(() => { void saveNow(); }, LONGEST_WAIT);
      if (state.kind === 'saved') enter({ kind: 'waiting' });
    },
    async flush() {
      await underWay;
      while (unsaved) {
        await saveNow();
        if (state.kind === 'failed') return;
      }
    },
  };
}

function retryWait(failures: number): number {
  return Math.min(LAST_RETRY, FIRST_RETRY * 2 ** (failures - 1));
}
