import { bridge } from '../client';

/** Saves that have not been made yet. They are made when the window is about to close. */
const pending = new Set<() => Promise<void>>();

/** Registers a save to be made before the window closes; the answer takes it back. */
export function beforeClosing(save: () => Promise<void>): () => void {
  pending.add(save);
  return () => { pending.delete(save); };
}

/** Lets the desktop window close only after every registered save. */
export function followClosing(): void {
  bridge?.onClosing(async () => { await Promise.allSettled([...pending].map((save) => save())); });
}
