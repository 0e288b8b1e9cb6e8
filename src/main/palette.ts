import { screen, type BrowserWindow } from 'electron';
import type { Context } from '../api/trpc';
import { PALETTE } from './addresses';
import { openPaletteWindow } from './window';

interface Needs {
  /** The folder of the built entries. */
  built: string;
  /** Lets the page of a window speak to a library. */
  serve: (window: BrowserWindow, context: Context) => void;
}

/** The one small window for citing. It is made when it is first called, and cites from the library that was in front last. */
export class PaletteWindow {
  private shown: { window: BrowserWindow; context: Context } | undefined;

  constructor(private readonly needs: Needs) {}

  /** Puts it away where it has the keyboard, and shows it otherwise. */
  toggle(context: Context): void {
    if (this.shown?.window.isFocused() === true) this.hide();
    else this.show(context);
  }

  show(context: Context): void {
    if (this.shown !== undefined && this.shown.context !== context) this.shown.window.destroy();
    if (this.shown === undefined) this.shown = { window: this.opened(context), context };
    else if (!this.shown.window.webContents.isLoadingMainFrame()) bring(this.shown.window);
  }

  hide(): void {
    this.shown?.window.hide();
  }

  /** A library is closed: what shows it goes. */
  leave(context: Context): void {
    if (this.shown?.context === context) this.shown.window.destroy();
  }

  private opened(context: Context): BrowserWindow {
    const window = openPaletteWindow(this.needs.built);
    this.needs.serve(window, context);
    window.once('ready-to-show', () => bring(window));
    window.once('closed', () => { this.shown = undefined; });
    void window.loadURL(PALETTE);
    return window;
  }
}

function bring(window: BrowserWindow): void {
  if (!window.isVisible()) toCentre(window);
  window.show();
  window.focus();
}

/** To the upper middle of the screen that the person is at. */
function toCentre(window: BrowserWindow): void {
  const { x, y, width, height } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint()).workArea;
  const [own = 0, tall = 0] = window.getSize();
  window.setPosition(Math.round(x + (width - own) / 2), Math.round(y + Math.max(0, height - tall) / 3));
}
