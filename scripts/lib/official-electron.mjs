import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, runNode } from './run.mjs';

const home = join(root, 'node_modules', 'electron');
const unreachable = join(root, '.cache', 'electron-unreachable');
const RETRY_AFTER_MS = 24 * 60 * 60 * 1000;
const PROBE_MS = 4_000;
const DOWNLOAD_MS = 10 * 60 * 1000;

/** The program of the `electron` package, or undefined where its download never came. */
export function officialElectron() {
  const pathFile = join(home, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const program = join(home, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

/**
 * Lets the `electron` package fetch its program. A look at its release site comes first, because the package's
 * own installer would try for minutes; a site found out of reach is left alone for a day.
 * @returns {Promise<string | undefined>} the program, or undefined where it could not be had
 */
export async function fetchOfficialElectron() {
  if (failedLately()) return undefined;
  if (await isReachable(process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/')) {
    await runNode('node_modules/electron/install.js', [], { stdio: ['ignore', 2, 2], timeout: DOWNLOAD_MS });
  }
  const program = officialElectron();
  if (program === undefined) {
    mkdirSync(dirname(unreachable), { recursive: true });
    writeFileSync(unreachable, '');
  }
  return program;
}

function failedLately() {
  return existsSync(unreachable) && Date.now() - statSync(unreachable).mtimeMs < RETRY_AFTER_MS;
}

async function isReachable(url) {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return true;
  } catch {
    return false;
  }
}
