/**
 * Brings what the tests need beyond npm: a browser, a display, the libraries of Electron, the readers of the
 * exports. With root and apt it installs what is missing; elsewhere it names it. A ready machine costs a moment.
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { electronForTests } from './electron-runtime.mjs';
import { run, say } from './lib/run.mjs';

/** Debian packages; where names changed between releases, the first that is known here is meant. */
const PACKAGES = [
  ['chromium'],
  ['xvfb'],
  ['xauth'],
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['fonts-dejavu-core'],
  ['fonts-liberation'],
  ['texlive-binaries'],
  ['texlive-base'],
  ['pandoc'],
  ['bibutils'],
  ['python3-pybtex'],
  ['qpdf'],
  ['poppler-utils'],
];

/** What the packages are for, where they go by other names: any one of each row. */
const PROGRAMS = [['chromium', 'chromium-browser', 'google-chrome'], ['bibtex'], ['pandoc']];

/** @returns {Promise<string[]>} what is still missing, in words; empty where everything is there */
export async function setUpTests() {
  const problems = hasDpkg() ? await installPackages() : missingPrograms();
  try {
    await electronForTests();
  } catch (error) {
    problems.push(error.message);
  }
  return problems;
}

async function installPackages() {
  let missing = missingPackages();
  if (missing.length === 0) return [];
  if (process.getuid() === 0) {
    say(`Installing ${missing.map(([name]) => name).join(', ')}…`);
    const apt = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['update', '-q'], apt);
    const names = missing.map((alternatives) => alternatives.find(isAvailable) ?? alternatives[0]);
    await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...names], apt);
    missing = missingPackages();
  }
  return missing.length === 0 ? [] : [`Missing: run \`apt-get install ${missing.map((names) => names.at(-1)).join(' ')}\` as root.`];
}

function missingPackages() {
  const installed = installedPackages(PACKAGES.flat());
  return PACKAGES.filter((alternatives) => !alternatives.some((name) => installed.has(name)));
}

function installedPackages(names) {
  const shown = output('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names]);
  return new Set(shown.split('\n').filter((line) => line.endsWith(' installed')).map((line) => line.split(' ')[0]));
}

function isAvailable(name) {
  return /Candidate: \d/.test(output('apt-cache', ['policy', name]));
}

/** What a program prints; dpkg-query complains about each unknown name and still prints the known ones. */
function output(command, args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    return error.stdout ?? '';
  }
}

function missingPrograms() {
  const missing = PROGRAMS.filter((names) => !names.some(isOnPath));
  return missing.length === 0 ? [] : [`Missing on PATH: ${missing.map((names) => names.join(' or ')).join(', ')}.`];
}

function hasDpkg() {
  return process.platform === 'linux' && isOnPath('dpkg-query') && isOnPath('apt-get');
}

function isOnPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = await setUpTests();
  for (const problem of problems) say(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
