import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root, runNode, runNpm, say } from './lib/run.mjs';
import { withLock } from './lib/lock.mjs';

const lock = join(root, '.cache', 'prepare.lock');
const stamp = join(root, 'out', '.stamp');
const toStderr = { stdio: ['ignore', 2, 2] };

/** Installs the packages of package-lock.json where node_modules is missing or differs from it. */
export async function ensureInstalled() {
  if (isInstalled()) return;
  await withLock(lock, async () => {
    if (isInstalled()) return;
    say('Installing packages…');
    // Development packages build the app: without them there is nothing to start.
    const { code } = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund'], toStderr);
    if (code !== 0) throw new Error('The packages could not be installed; the lines above say why.');
  });
}

/** Builds what `out/` holds unless it was built from the very sources that are there now. */
export async function ensureBuilt() {
  if (builtFrom() === fingerprint()) return;
  await withLock(lock, async () => {
    const sources = fingerprint();
    if (builtFrom() === sources) return;
    say('Building Lectern…');
    rmSync(stamp, { force: true });
    const { code } = await runNode('node_modules/electron-vite/bin/electron-vite.js', ['build', '--logLevel', 'warn'], toStderr);
    if (code !== 0) throw new Error('Lectern could not be built; the lines above say why.');
    mkdirSync(join(root, 'out'), { recursive: true });
    writeFileSync(stamp, sources);
  });
}

/** What npm says is there against what the lock file asks for, so that neither a checkout nor a clock can fool it. */
function isInstalled() {
  const present = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(present)) return false;
  const have = readPackages(present);
  const want = readPackages(join(root, 'package-lock.json'));
  return Object.entries(want).every(
    ([path, entry]) => path === '' || have[path]?.version === entry.version || (entry.optional === true && have[path] === undefined),
  );
}

function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function builtFrom() {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}

/** A digest of the names and contents of everything the build reads. */
function fingerprint() {
  const hash = createHash('sha256');
  const files = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'postcss.config.mjs'].map((name) => join(root, name));
  for (const file of [...files, ...filesUnder(join(root, 'src')), ...filesUnder(join(root, 'resources'))]) {
    hash.update(`${relative(root, file)}\0`).update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
