import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { asRoot, endOf, offline, project, type Download, type Folders, type RunningHost } from './host';

let binary: string | undefined;

/** The Electron the tests run in; the script fetches it on a machine that has none. */
function electronBinary(): string {
  binary ??= execFileSync(process.execPath, [join(project, 'scripts/electron-runtime.mjs')], { encoding: 'utf8' }).trim();
  return binary;
}

/** Starts a project in the tests' Electron: Lectern, unless a bench names another one to compare with. */
export async function startElectron(folders: Folders, folder = project): Promise<RunningHost> {
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
  const args = [...asRoot, ...offline, folder, '--library', folders.library];
  const env = { ...definedOnly(inherited), LECTERN_USER_DATA: folders.userData };
  await withoutSystemKeys(folders.userData);
  const app = await launch({ executablePath: electronBinary(), args, cwd: project, env, timeout: LAUNCH_MS });
  const process_ = app.process();
  const page = await loadedWindow(app).catch((error: unknown) => {
    process_.kill('SIGKILL'); // A host that opens no window would otherwise outlive the test.
    throw error;
  });
  return {
    page,
    context: app.context(),
    electron: app,
    resize: (width, height) =>
      app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [width, height] as const),
    download: (start) => downloadOf(app, join(folders.userData, 'downloaded'), start),
    clipboardText: () => app.evaluate(({ clipboard }) => clipboard.readText()),
    startAgain: () => endOf(electronBinary(), args, env),
    close: () => endOrderly(app),
    kill: async () => {
      const exited = once(process_, 'exit');
      if (process_.kill('SIGKILL')) await exited;
    },
  };
}

/** The tests of a machine run side by side and would take each other's keys; a test of the keys writes this file itself. */
async function withoutSystemKeys(userData: string): Promise<void> {
  await mkdir(userData, { recursive: true });
  await writeFile(join(userData, 'cite-palette.json'), '{"hotkey":null}', { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => { if (error.code !== 'EEXIST') throw error; });
}

/** How long Electron may take until it can be spoken to, in milliseconds; its window may come later. */
const LAUNCH_MS = 15_000;

/** Once in some hundred starts on a display without a screen Electron cannot be spoken to, for a reason that is not known; then it is started once more, and the output says so. */
async function launch(options: NonNullable<Parameters<typeof _electron.launch>[0]>): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options);
  } catch (error) {
    process.stderr.write(`\nElectron did not start and is started once more. ${String(error)}\n`);
    return _electron.launch(options);
  }
}

async function loadedWindow(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow({ timeout: 30_000 });
  await page.waitForLoadState();
  return page;
}

/** How long the desktop host may take to end, in milliseconds. */
const FAREWELL_MS = 20_000;

async function endOrderly(app: ElectronApplication): Promise<void> {
  const host = app.process();
  const exited = host.exitCode === null && host.signalCode === null ? once(host, 'exit') : Promise.resolve();
  const overdue = setTimeout(() => host.kill('SIGKILL'), FAREWELL_MS);
  // Playwright waits for ever where the process ends in the middle of what it asks.
  await Promise.race([app.close(), exited]);
  await exited;
  clearTimeout(overdue);
  if (host.exitCode !== 0) throw new Error(`The desktop host ended with ${host.exitCode ?? host.signalCode} when it was told to end.`);
}

/** The window would ask where to put a download; here it goes to `path`. */
async function downloadOf(app: ElectronApplication, path: string, start: () => Promise<void>): Promise<Download> {
  await app.evaluate(({ session }, path) => {
    Object.assign(globalThis, {
      downloaded: new Promise<string>((resolve) => {
        session.defaultSession.once('will-download', (_event, item) => {
          item.setSavePath(path);
          item.once('done', () => resolve(item.getFilename()));
        });
      }),
    });
  }, path);
  await start();
  const name = await app.evaluate(() => (globalThis as unknown as { downloaded: Promise<string> }).downloaded);
  return { name, content: await readFile(path, 'utf8') };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
