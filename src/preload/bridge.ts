/** What the preload puts into the desktop window as `window.lectern`: one channel to the host, and two words from it. */
export interface Bridge {
  send(message: unknown): void;
  /** Calls `listener` with every message of the host. */
  listen(listener: (message: unknown) => void): void;
  /** Calls `listener` when the person chose something from the menu of the window. */
  onCommand(listener: (command: string) => void): void;
  /** Calls `finish` when the window is about to close. It closes when the answer is that all is saved; otherwise it asks first. */
  onClosing(finish: () => Promise<boolean>): void;
}
