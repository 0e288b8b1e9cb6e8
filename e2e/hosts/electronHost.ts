import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { _electron } from '@playwright/test';
import { asRoot, offline, project, type Folders, type RunningHost } from './host';

let binary: string | undefined;

/** The Electron the tests run in; the script fetches it on a machine that has none. */
function electronBinary(): string {
  binary ??= execFileSync(process.execPath, [join(project, 'scripts/electron-runtime.mjs')], { encoding: 'utf8' }).trim();
  return binary;
}

/** Starts a project in the tests' Electron: Lectern, unless a bench names another one to compare with. */
export async function startElectron(folders: Folders, folder = project): Promise<RunningHost> {
  const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
  const app = await _electron.launch({
    executablePath: electronBinary(),
    args: [...asRoot, ...offline, folder, '--library', folders.library],
    cwd: project,
    env: { ...definedOnly(inherited), LECTERN_USER_DATA: folders.userData },
  });
  const process_ = app.process();
  const page = await app.firstWindow().catch((error: unknown) => {
    process_.kill('SIGKILL'); // A host that opens no window would otherwise outlive the test.
    throw error;
  });
  return {
    page,
    context: app.context(),
    resize: (width, height) =>
      app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h), [width, height] as const),
    close: () => app.close(),
    kill: async () => {
      const closed = app.waitForEvent('close');
      const exited = once(process_, 'exit');
      process_.kill('SIGKILL');
      await Promise.all([closed, exited]);
    },
  };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
