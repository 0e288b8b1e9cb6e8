import { join } from 'node:path';
import { BrowserWindow, dialog, ipcMain, nativeTheme, screen, shell, type BrowserWindowConstructorOptions, type WebContents, type WebPreferences } from 'electron';
import { HOME, isAt, isExternal, isTrusted, PALETTE } from './addresses';

/** What every window has; its page has no more rights than a page of the web. */
function common(built: string): BrowserWindowConstructorOptions & { webPreferences: WebPreferences } {
  return {
    title: 'Lectern', icon: join(built, '../../resources/icons/icon-256.png'), show: false, backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: { preload: join(built, '../preload/index.cjs'), sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: true },
  };
}

/** How long a closing window may take for its last saves, in milliseconds. */
const FAREWELL_MS = 5000;

export function openWindow(built: string): BrowserWindow {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({ ...common(built), width: Math.min(1280, width), height: Math.min(800, height), minWidth: 480, minHeight: 400 });
  lock(window.webContents, HOME);
  letItSave(window);
  window.once('ready-to-show', () => window.show());
  void window.loadURL(HOME);
  return window;
}

/** The small window for citing, above all others. It is not shown yet. */
export function openPaletteWindow(built: string): BrowserWindow {
  const window = new BrowserWindow({
    ...common(built), width: 680, height: 460, frame: false, resizable: false, maximizable: false, fullscreenable: false, skipTaskbar: true, alwaysOnTop: true,
    // A panel takes the keyboard without bringing the other windows of the program to the front.
    ...(process.platform === 'darwin' && { type: 'panel' }),
  });
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
  lock(window.webContents, PALETTE);
  return window;
}

/** Keeps the window at its page; links out go to the system's browser. */
function lock(contents: WebContents, page: string): void {
  contents.on('will-navigate', (event) => {
    if (!isAt(page, event.url)) event.preventDefault();
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

/** Holds a closing window open until its page has saved what is not saved yet; where it cannot, the person decides. */
function letItSave(window: BrowserWindow): void {
  let mayClose = false;
  let asking = false;
  window.on('close', (event) => {
    if (mayClose || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void mayBeClosed(window).then((may) => {
      asking = false;
      if (!may || window.isDestroyed()) return;
      mayClose = true;
      window.close();
    });
  });
}

async function mayBeClosed(window: BrowserWindow): Promise<boolean> {
  return (await farewell(window)) || window.isDestroyed() || closesUnsaved(window);
}

/** Asks the page for its last saves; answers whether all is saved. */
function farewell(window: BrowserWindow): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (saved: boolean): void => {
      clearTimeout(timer);
      ipcMain.off('lectern:closed', onClosed);
      resolve(saved);
    };
    const onClosed = (event: Electron.IpcMainEvent, saved: unknown): void => {
      if (event.sender === window.webContents && isTrusted(event)) end(saved === true);
    };
    const timer = setTimeout(() => end(false), FAREWELL_MS);
    ipcMain.on('lectern:closed', onClosed);
    window.webContents.send('lectern:closing');
  });
}

async function closesUnsaved(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning', buttons: ['Keep the window open', 'Close without saving'], defaultId: 0, cancelId: 0,
    message: 'Something you typed is not saved', detail: 'The window says why beside the text. You can copy the text before you close.',
  });
  return response === 1;
}
