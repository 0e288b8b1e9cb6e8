import { globalShortcut, type BrowserWindow } from 'electron';
import type { Context, Palette } from '../api/trpc';
import { CiteHotkey } from './citeHotkey';
import { PaletteWindow } from './palette';

interface Needs {
  /** The folder of the built entries. */
  built: string;
  /** The folder for what belongs to the person and this machine. */
  folder: string;
  /** Lets the page of a window speak to a library. */
  serve: (window: BrowserWindow, context: Context) => void;
  /** Opens a library, where the keys are pressed and none is open. */
  openLibrary: () => void;
}

/** The cite palette of the desktop: its window, the keys that call it, and the library that it cites from. */
export interface CitePalette {
  /** Takes the keys, as far as they are free. */
  start(): Promise<void>;
  /** Shows the palette on the library that was in front last, or puts it away. */
  call(): void;
  /** Follows a window on a library: the library that was in front last is the one that is cited from. */
  follow(window: BrowserWindow, context: Context): void;
  /** What the windows of a library may ask of the palette. */
  of(context: Context): Palette;
}

export function citePalette({ built, folder, serve, openLibrary }: Needs): CitePalette {
  /** The libraries that have a window, the one in front last at the end. */
  const libraries = new Set<Context>();
  const palette = new PaletteWindow({ built, serve });
  const keys = { register: (hotkey: string, pressed: () => void) => globalShortcut.register(hotkey, pressed), unregister: (hotkey: string) => globalShortcut.unregister(hotkey) };
  const hotkey = new CiteHotkey(folder, keys, call);

  function call(): void {
    const front = [...libraries].at(-1);
    if (front === undefined) openLibrary();
    else palette.toggle(front);
  }

  return {
    start: () => hotkey.start(),
    call,
    follow(window, context) {
      const toFront = (): void => {
        libraries.delete(context);
        libraries.add(context);
      };
      toFront();
      window.on('focus', toFront);
      window.once('closed', () => {
        libraries.delete(context);
        palette.leave(context);
      });
    },
    of: (context) => ({
      state: () => hotkey.state,
      change: (wanted) => hotkey.change(wanted),
      show: () => palette.show(context),
      hide: () => palette.hide(),
    }),
  };
}
