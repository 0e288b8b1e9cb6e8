import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, dialog, shell, webContents, type WebContents } from 'electron';
import { pathOfFile } from '../api/fileBytes';
import type { Context } from '../api/trpc';
import { DomainError } from '../core/errors';
import { defaultLibrary } from '../node/defaultLibrary';
import { RecentLibraries } from '../node/recentLibraries';
import { filesAt } from './addresses';
import { citePalette } from './citePalette';
import { DraggedFiles } from './draggedFiles';
import { serveWindows } from './ipcHost';
import { windowedLibraries, type LibraryWindow, type WindowedLibraries } from './libraries';
import { setMenu } from './menu';
import { registerScheme, servePages } from './pages';
import { openWindow } from './window';

const built = fileURLToPath(new URL('./', import.meta.url));
const contexts = new WeakMap<WebContents, Context>();

registerScheme(); // before anything is awaited: it is too late when the app is ready
if (process.env['LECTERN_USER_DATA']) app.setPath('userData', process.env['LECTERN_USER_DATA']);

/** What a second start tells the first one. */
interface Start { library: string }
const start: Start = { library: resolve(argument('--library') ?? defaultLibrary()) };

if (app.requestSingleInstanceLock(start)) void run();
else app.quit();

async function run(): Promise<void> {
  await app.whenReady();
  const recent = new RecentLibraries(app.getPath('userData'));
  const libraries: WindowedLibraries = windowedLibraries({
    workerScript: new URL('./worker.js', import.meta.url),
    recent,
    openWindow: (context) => windowOn((window) => {
      serve(window, context);
      citing.follow(window, context);
    }),
    chooseFolder,
    chooseFile,
    choosePaths,
    onRecent: (list) => setMenu({ recent: list, open, choose, cite: () => citing.call() }),
    onUnwell: (error) => sayError('Lectern could not close the library well', error),
  });

  const files = new DraggedFiles(app.getPath('temp'), fileURLToPath(new URL('../../resources/icons/icon-256.png', import.meta.url)));
  const citing = citePalette({ built, folder: app.getPath('userData'), serve, openLibrary: () => void open(start.library) });

  /** Lets the page of a window speak to a library, and ask for what its host has beside it. */
  function serve(window: BrowserWindow, context: Context): void {
    contexts.set(window.webContents, { ...context, palette: citing.of(context), dragOut: files.of(context.app, window.webContents), filesAt: filesAt(window.webContents.id) });
  }

  async function open(folder: string): Promise<void> {
    try {
      const { address } = await libraries.open(folder);
      if (address !== null) await offer(address);
    } catch (error) {
      sayError('Lectern could not open the library', error);
    }
  }

  async function choose(): Promise<void> {
    const folder = await chooseFolder();
    if (folder !== null) await open(folder);
  }

  serveWindows((sender) => contexts.get(sender));
  servePages(fileURLToPath(new URL('../renderer', import.meta.url)), async (window, id) => {
    const sender = webContents.fromId(window);
    const context = sender && contexts.get(sender);
    return context === undefined ? null : pathOfFile(context.app, id);
  });
  setMenu({ recent: await recent.list(), open, choose, cite: () => citing.call() });
  app.on('second-instance', (_event, _arguments, _folder, second) => void open((second as Start).library));
  app.on('activate', () => { if (BrowserWindow.getAllWindows().length === 0) void open(start.library); });
  app.on('window-all-closed', () => { if (process.platform !== 'darwin') app.quit(); });
  closeBeforeQuitting(async () => {
    await libraries.close();
    await files.remove();
  });
  await citing.start();
  await open(start.library);
  if (BrowserWindow.getAllWindows().length === 0) app.exit(1);
}

function sayError(title: string, error: unknown): void {
  dialog.showErrorBox(title, error instanceof DomainError ? error.message : String(error));
}

/** The value that follows a switch on the command line. */
function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at === -1 ? undefined : process.argv[at + 1];
}

function windowOn(prepare: (window: BrowserWindow) => void): LibraryWindow {
  const window = openWindow(built);
  prepare(window);
  return {
    raise() {
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    onClosed: (listener) => { window.once('closed', listener); },
  };
}

async function chooseFolder(): Promise<string | null> {
  const { filePaths: [folder] } = await dialog.showOpenDialog({
    title: 'Open another library', buttonLabel: 'Open', message: 'Choose the folder of a library, or an empty folder for a new one.',
    properties: ['openDirectory', 'createDirectory'],
  });
  return folder ?? null;
}

async function chooseFile(name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    title: 'Keep a file up to date', buttonLabel: 'Choose', defaultPath: name, filters: [{ name: 'BibTeX', extensions: ['bib'] }], properties: ['createDirectory'],
  });
  return canceled ? null : filePath;
}

async function choosePaths(what: 'files' | 'folder'): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(what === 'folder'
    ? { title: 'Look for the file', buttonLabel: 'Look here', properties: ['openDirectory'] }
    : { title: 'Link files where they are', buttonLabel: 'Link', properties: ['openFile', 'multiSelections'], filters: [{ name: 'Papers', extensions: ['pdf', 'html', 'htm', 'xhtml', 'txt', 'md'] }] });
  return canceled ? [] : filePaths;
}

/** Says that a library is open in the browser, and shows it there if the person wants. */
async function offer(address: string): Promise<void> {
  const { response } = await dialog.showMessageBox({
    type: 'info', message: 'This library is open in the browser already', detail: address, buttons: ['Show it there', 'Cancel'], defaultId: 0, cancelId: 1,
  });
  if (response === 0) await shell.openExternal(address);
}

/** Quits only after the libraries are closed. */
function closeBeforeQuitting(close: () => Promise<void>): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    close().catch((error: unknown) => sayError('Lectern could not close a library well', error)).finally(() => app.quit());
  });
}
