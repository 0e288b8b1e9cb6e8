import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog } from 'electron';
import sample from '../../resources/sample-digest.txt?raw';
import { DomainError } from '../core/errors';
import { defaultLibrary } from '../node/defaultLibrary';
import { openApp } from '../node/openApp';
import { version } from '../node/version';
import { serveWindows } from './ipcHost';
import { setMenu } from './menu';
import { registerScheme, servePages } from './pages';
import { openWindow } from './window';

const built = fileURLToPath(new URL('./', import.meta.url));

registerScheme(); // before anything is awaited: it is too late when the app is ready
if (process.env['LECTERN_USER_DATA']) app.setPath('userData', process.env['LECTERN_USER_DATA']);

if (app.requestSingleInstanceLock()) void start();
else app.quit();

async function start(): Promise<void> {
  await app.whenReady();
  const library = argument('--library') ?? defaultLibrary();
  try {
    const lectern = await openApp(library, new URL('./worker.js', import.meta.url));
    serveWindows({ app: lectern, host: { kind: 'electron', version, library }, sample });
    servePages(fileURLToPath(new URL('../renderer', import.meta.url)));
    setMenu();
    openWindow(built);
    app.on('second-instance', raise);
    app.on('activate', () => { if (BrowserWindow.getAllWindows().length === 0) openWindow(built); });
    app.on('window-all-closed', () => { if (process.platform !== 'darwin') app.quit(); });
    closeBeforeQuitting(() => lectern.close());
  } catch (error) {
    dialog.showErrorBox('Lectern could not open the library', error instanceof DomainError ? error.message : String(error));
    app.exit(1);
  }
}

/** The value that follows a switch on the command line. */
function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}

function raise(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) openWindow(built);
  else {
    if (window.isMinimized()) window.restore();
    window.focus();
  }
}

/** Quits only after the library is closed. */
function closeBeforeQuitting(close: () => Promise<void>): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    void close().finally(() => app.quit());
  });
}
