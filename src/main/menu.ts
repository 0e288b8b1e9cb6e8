import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { RecentLibrary } from '../core/recent';

interface Libraries {
  recent: RecentLibrary[];
  open: (folder: string) => Promise<void>;
  /** Lets the person choose a library and opens it. */
  choose: () => Promise<void>;
  /** Shows the cite palette. */
  cite: () => void;
}

/**
 * The window's menu. It says what the page is to do, in the page's own words (its commands), and shows
 * the keys without taking them: the page listens to the keyboard itself, in both hosts.
 */
export function setMenu(libraries: Libraries): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        command('Import…', 'import', 'CmdOrCtrl+I'),
        command('Export or cite…', 'export', 'CmdOrCtrl+E'),
        { id: 'cite', label: 'Cite…', accelerator: 'CmdOrCtrl+Alt+K', registerAccelerator: false, click: libraries.cite },
        command('Keep a .bib file up to date…', 'keep-up', 'CmdOrCtrl+Shift+E'),
        command('Files kept up to date…', 'bindings'),
        command('Add a paper by hand', 'new-paper', 'CmdOrCtrl+Alt+N'),
        { type: 'separator' },
        { label: 'Open another library…', accelerator: 'CmdOrCtrl+O', click: () => void libraries.choose() },
        { label: 'Recent', enabled: libraries.recent.length > 0, submenu: libraries.recent.map((library) => recentItem(library, libraries)) },
        { type: 'separator' },
        command('Citation keys…', 'citation-keys'),
        command('Backups…', 'backups'),
        { type: 'separator' },
        process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        command('Undo', 'undo', 'CmdOrCtrl+Z'),
        command('Redo', 'redo', 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        { role: 'cut' }, { role: 'copy' }, { role: 'paste' },
        { type: 'separator' },
        command('Filter the list', 'filter', 'CmdOrCtrl+F'),
        command('Find papers, places and commands', 'palette', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: '&View',
      submenu: [
        command('History of the library', 'history', 'CmdOrCtrl+H'),
        command('Light or dark', 'toggle-scheme', 'CmdOrCtrl+Shift+L'),
        { type: 'separator' },
        { role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' },
        { type: 'separator' },
        { role: 'reload' }, { role: 'toggleDevTools' },
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [command('Keyboard shortcuts', 'shortcuts', 'Shift+/')] },
  ]));
}

function command(label: string, name: string, accelerator?: string): MenuItemConstructorOptions {
  return {
    label, ...(accelerator !== undefined && { accelerator, registerAccelerator: false }),
    click: (_item, window) => { if (window instanceof BrowserWindow) window.webContents.send('lectern:command', name); },
  };
}

function recentItem({ folder, name, missing }: RecentLibrary, { open }: Libraries): MenuItemConstructorOptions {
  const label = `${name} – ${folder}${missing ? ' (not there)' : ''}`;
  // An ampersand would name the key of the entry.
  return { label: label.replaceAll('&', '&&'), enabled: !missing, click: () => void open(folder) };
}
