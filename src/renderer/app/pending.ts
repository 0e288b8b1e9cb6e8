import { bridge } from '../client';

/** Makes a save that is due, and answers whether everything is saved. */
type Save = () => Promise<boolean>;

/** Saves that have not been made yet. They are made when the window is about to close. */
const pending = new Set<Save>();

/** Registers a save to be made before the window closes; the answer takes it back. */
export function beforeClosing(save: Save): () => void {
  pending.add(save);
  return () => { pending.delete(save); };
}

/** Lets the desktop window close only after every registered save, and tells it when one was not possible. */
export function followClosing(): void {
  bridge?.onClosing(async () => {
    const saved = await Promise.all([...pending].map((save) => save().catch(() => false)));
    return saved.every(Boolean);
  });
}
