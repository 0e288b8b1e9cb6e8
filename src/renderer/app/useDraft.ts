import { useEffect, useEffectEvent, useState } from 'react';
import { beforeClosing } from './pending';
import { bridge, sendOnLeaving, wordsOf } from '../client';

interface DraftOptions<T> {
  /** The value as the library has it. */
  stored: T;
  save: (value: T) => Promise<unknown>;
  /** The call that saves the value when the browser leaves the page: its path and its input. */
  leaving: (value: T) => [path: string, input: unknown];
  /** What is wrong with a value, in words; null when nothing is. */
  check?: (value: T) => string | null;
  /** How a value is written before it is checked and saved. */
  settle?: (value: T) => T;
  same?: (a: T, b: T) => boolean;
}

export interface Draft<T> {
  value: T;
  /** Why the value has not been saved. */
  failure: string | null;
  change: (value: T) => void;
  /** Saves what has been typed, if it differs from what is stored. Takes a value to save it at once. */
  commit: (value?: T) => void;
  revert: () => void;
}

/**
 * A field's value while it is edited. Until it is saved what was typed stays, whatever happens in the
 * library; afterwards the library's value shows. It is saved at the latest when the field goes out of
 * view or the window closes.
 */
export function useDraft<T>({ stored, save, leaving, check, settle = (value) => value, same = Object.is }: DraftOptions<T>): Draft<T> {
  const [draft, setDraft] = useState<{ value: T; base: T; saved: boolean } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const dirty = draft !== null && !draft.saved && !same(draft.value, draft.base);
  const shown = draft !== null && (dirty || draft.base === stored || same(draft.value, stored)) ? draft : null;
  const unsaved = dirty && !same(draft.value, stored) ? draft : null;

  /** Answers whether the value is saved now. */
  async function commitValue(typed: T): Promise<boolean> {
    const value = settle(typed);
    const problem = check?.(value) ?? null;
    setFailure(problem);
    if (problem !== null) return false;
    setDraft({ value, base: stored, saved: true });
    if (same(value, stored)) return true;
    try {
      await save(value);
      return true;
    } catch (error) {
      setFailure(wordsOf(error));
      setDraft({ value, base: stored, saved: false });
      return false;
    }
  }

  const commitUnsaved = useEffectEvent(async () => unsaved === null || commitValue(unsaved.value));
  const sendUnsaved = useEffectEvent(() => { if (unsaved !== null && (check?.(settle(unsaved.value)) ?? null) === null) sendOnLeaving(...leaving(settle(unsaved.value))); });

  useEffect(() => {
    const closed = beforeClosing(() => commitUnsaved());
    const leave = () => sendUnsaved();
    if (bridge === undefined) window.addEventListener('pagehide', leave);
    return () => {
      closed();
      window.removeEventListener('pagehide', leave);
      void commitUnsaved();
    };
  }, []);

  return {
    value: shown === null ? stored : shown.value,
    failure,
    change: (value) => setDraft({ value, base: stored, saved: false }),
    commit: (value) => {
      if (value !== undefined) void commitValue(value);
      else if (unsaved !== null) void commitValue(unsaved.value);
      else setFailure(null);
    },
    revert: () => { setDraft(null); setFailure(null); },
  };
}
