import { join } from 'node:path';
import { BrowserWindow, ipcMain, nativeTheme, screen, shell, type WebContents, type WebPreferences } from 'electron';
import { HOME, isExternal, isOurs } from './addresses';

/** The window's page has no more rights than a page of the web. */
function webPreferences(preload: string): WebPreferences {
  return { preload, sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: true };
}

/** How long a closing window may take for its last saves, in milliseconds. */
const FAREWELL_MS = 5000;

export function openWindow(built: string): BrowserWindow {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    width: Math.min(1280, width), height: Math.min(800, height), minWidth: 480, minHeight: 400,
    title: 'Lectern', show: false, backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: webPreferences(join(built, '../preload/index.cjs')),
  });
  lock(window.webContents);
  letItSave(window);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(HOME);
  return window;
}

/** Keeps the window at its page; links out go to the system's browser. */
function lock(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isExternal(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
  contents.session.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)));
  contents.session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission));
}

/** The page may put text into the clipboard, which it does when a citation is copied, and nothing else. */
function isAllowed(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}

/** Holds a closing window open until its page has saved what is not saved yet. */
function letItSave(window: BrowserWindow): void {
  let saved = false;
  window.on('close', (event) => {
    if (saved || window.webContents.isCrashed()) return;
    event.preventDefault();
    const finish = (): void => {
      clearTimeout(timer);
      ipcMain.off('lectern:closed', onClosed);
      saved = true;
      if (!window.isDestroyed()) window.close();
    };
    const onClosed = (closed: Electron.IpcMainEvent): void => { if (closed.sender === window.webContents) finish(); };
    const timer = setTimeout(finish, FAREWELL_MS);
    ipcMain.on('lectern:closed', onClosed);
    window.webContents.send('lectern:closing');
  });
}
