import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fetchOfficialElectron, officialElectron } from './lib/official-electron.mjs';
import { root, say } from './lib/run.mjs';
import { ensureBuilt, ensureInstalled } from './prepare.mjs';

/** How an Electron ends that the system did not let start: its own abort, seconds after the start. */
const REFUSALS = new Set(['SIGTRAP', 'SIGABRT', 'SIGILL']);
const REFUSED_WITHIN_MS = 10_000;

try {
  await ensureInstalled();
  await ensureBuilt();
} catch (error) {
  say(error.message);
  process.exit(1);
}
finishAs(await openLectern(process.argv.slice(2)));

async function openLectern(args) {
  const obstacle = obstacleToDesktop();
  if (obstacle !== undefined) return openInBrowser(obstacle, args);
  const electron = officialElectron() ?? (await fetchOfficialElectron());
  if (electron === undefined) return openInBrowser('Electron could not be downloaded', args);
  const started = performance.now();
  const end = await follow(electron, [root, ...args]);
  const refused = end.error !== undefined || (REFUSALS.has(end.signal) && performance.now() - started < REFUSED_WITHIN_MS);
  return refused ? openInBrowser(`Electron could not start (${end.error?.message ?? end.signal})`, args) : end;
}

/** Why this session cannot have a sandboxed window, if so. Lectern never gives up the sandbox for a window. */
function obstacleToDesktop() {
  if (process.platform !== 'linux') return undefined;
  if (process.getuid() === 0) return 'Electron keeps its sandbox only for an ordinary user, and this is root';
  const display = process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '';
  return display === '' ? 'There is no display' : undefined;
}

function openInBrowser(why, args) {
  say(`${why}; opening Lectern in the browser.`);
  return follow(process.execPath, [join(root, 'out/main/server.js'), ...args]);
}

/** Runs a host to its end; what this process is told to do, the host is told. */
function follow(command, args) {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: 'inherit' });
    const pass = (signal) => child.kill(signal);
    // A terminal sends Ctrl-C to the host itself; passing it on would make it two.
    const onInterrupt = () => process.stdin.isTTY || pass('SIGINT');
    process.on('SIGINT', onInterrupt).on('SIGTERM', pass).on('SIGHUP', pass);
    const finish = (end) => {
      process.off('SIGINT', onInterrupt).off('SIGTERM', pass).off('SIGHUP', pass);
      done(end);
    };
    child.once('error', (error) => finish({ code: 1, signal: null, error }));
    child.once('exit', (code, signal) => finish({ code, signal }));
  });
}

function finishAs({ code, signal }) {
  if (signal === null) process.exitCode = code;
  else process.kill(process.pid, signal);
}
