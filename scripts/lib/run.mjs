import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** Tells the person at the terminal something; standard output stays free for results. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options] inherits all streams unless told otherwise
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null, error?: Error }>} `error` where it never started
 */
export function run(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', (error) => done({ code: null, signal: null, error }));
    child.once('close', (code, signal) => done({ code, signal }));
  });
}

/** Runs a program of node's kind: a script with this very node, so that nothing depends on PATH or on a shell. */
export function runNode(script, args, options = {}) {
  return run(process.execPath, [resolve(root, script), ...args], options);
}

/** Runs npm: the one that runs us where there is one, else the one on PATH. */
export function runNpm(args, options = {}) {
  const cli = process.env['npm_execpath'];
  if (cli !== undefined && /npm-cli\.c?js$/.test(cli)) return run(process.execPath, [cli, ...args], options);
  return run('npm', args, { shell: process.platform === 'win32', ...options });
}
