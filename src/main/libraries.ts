import sample from '../../resources/sample-digest.txt?raw';
import { OpenElsewhere, showElsewhere } from '../api/elsewhere';
import { createPeers } from '../api/peers';
import type { Context, OpenedLibrary } from '../api/trpc';
import type { RecentLibrary } from '../core/recent';
import { openApp } from '../node/openApp';
import { OpenLibraries } from '../node/openLibraries';
import { openOrReach } from '../node/openOrReach';
import type { RecentLibraries } from '../node/recentLibraries';
import { version } from '../node/version';

/** A window, as far as its library needs it. */
export interface LibraryWindow {
  raise(): void;
  onClosed(listener: () => void): void;
}

interface Needs {
  workerScript: URL;
  recent: RecentLibraries;
  openWindow: (context: Context) => LibraryWindow;
  /** Lets the person choose a folder; null when they choose none. */
  chooseFolder: () => Promise<string | null>;
  /** Lets the person say where a file shall be; null when they choose none. */
  chooseFile: (name: string) => Promise<string | null>;
  /** Lets the person choose files for a paper, or a folder to look for one in. */
  choosePaths: (what: 'files' | 'folder') => Promise<string[]>;
  /** Hears which libraries are recent now. */
  onRecent: (recent: RecentLibrary[]) => void;
  /** Hears of a library that was closed with its last window and could not be closed well, its disk being full or gone. */
  onUnwell: (error: unknown) => void;
}

/** The libraries that this process has open, each with its windows; one whose last window closes is closed. */
export interface WindowedLibraries {
  /** Opens a window on the library in a folder, or raises the one that is there; also one of another Lectern. */
  open(folder: string): Promise<OpenedLibrary>;
  close(): Promise<void>;
}

interface Windowed {
  raise(): void;
  close(): Promise<void>;
}

export function windowedLibraries({ workerScript, recent, openWindow, chooseFolder, chooseFile, choosePaths, onRecent, onUnwell }: Needs): WindowedLibraries {
  const libraries = new OpenLibraries<Windowed>();

  const openHere = async (folder: string): Promise<Windowed> => {
    const peers = createPeers();
    const reached = await openOrReach(folder, () => openApp(folder, workerScript, (connection) => peers.enter(connection)));
    if (reached.kind === 'elsewhere') throw await showElsewhere(reached.connection);
    const { app } = reached;
    const windows = new Set<LibraryWindow>();
    const desk = { raise: () => Promise.resolve(raise()), recent: () => recent.list(), open, choose, chooseFile, choosePaths };
    const context: Context = { app, host: { kind: 'electron', version, library: folder, address: null }, desk, sample };
    peers.serve(context);
    const remembered = recent.add(folder).then(async () => onRecent(await recent.list()));

    function raise(): void {
      const [first] = windows;
      if (first === undefined) addWindow();
      else first.raise();
    }

    function addWindow(): void {
      const window = openWindow(context);
      windows.add(window);
      window.onClosed(() => {
        windows.delete(window);
        if (windows.size === 0) libraries.close(folder).catch(onUnwell);
      });
    }

    return {
      raise,
      async close() {
        await remembered;
        await app.close();
      },
    };
  };

  async function open(folder: string): Promise<OpenedLibrary> {
    try {
      (await libraries.get(folder, openHere)).raise();
      return { folder, address: null };
    } catch (error) {
      if (error instanceof OpenElsewhere) return { folder, address: error.host.address };
      throw error;
    }
  }

  async function choose(): Promise<OpenedLibrary | null> {
    const folder = await chooseFolder();
    return folder === null ? null : open(folder);
  }

  return { open, close: () => libraries.closeAll() };
}
