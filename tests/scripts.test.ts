import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const scripts = resolve(import.meta.dirname, '../scripts');

/** Stands in for electron-vite: counts its runs, takes long enough for starts to overlap, builds hosts that say what they were given. */
const builder = `
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
appendFileSync('builds.log', 'build\\n');
if (readFileSync('src/main.ts', 'utf8').includes('broken')) process.exit(1);
await new Promise((done) => setTimeout(done, 100));
mkdirSync('out/main', { recursive: true });
writeFileSync('out/main/cli.js', \`
  console.log(JSON.stringify({ args: process.argv.slice(2), cwd: process.cwd() }));
  process.exitCode = 2;
\`);
writeFileSync('out/main/server.js', \`
  process.on('SIGTERM', () => process.exit(7));
  console.log(JSON.stringify(process.argv.slice(2)));
  setInterval(() => {}, 1000);
\`);
`;

/** A project of our scripts and as little else as they need. */
let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'lectern-scripts-'));
  cpSync(scripts, join(project, 'scripts'), { recursive: true });
  const lock = JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' }, 'node_modules/other-system': { version: '1.0.0', optional: true } } });
  write('package.json', '{ "type": "module", "scripts": { "lectern": "node scripts/lectern.mjs" } }');
  write('package-lock.json', lock);
  write('node_modules/.package-lock.json', JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
  write('node_modules/electron-vite/package.json', '{ "type": "module" }');
  write('node_modules/electron-vite/bin/electron-vite.js', builder);
  write('electron.vite.config.ts', '');
  write('postcss.config.mjs', '');
  write('src/main.ts', '1');
  write('src/extra.ts', '1');
});

afterEach(() => {
  rmSync(project, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

function builds(): number {
  const log = join(project, 'builds.log');
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n').length : 0;
}

function lectern(...args: string[]) {
  return spawnSync(process.execPath, ['scripts/lectern.mjs', ...args], { cwd: project, encoding: 'utf8' });
}

describe('lectern.mjs', () => {
  it('passes arguments, standard output and the exit code through, and builds on standard error alone', () => {
    const first = lectern('list', '--json', 'a b');
    expect(JSON.parse(first.stdout)).toMatchObject({ args: ['list', '--json', 'a b'] });
    expect(first.status).toBe(2);
    expect(first.stderr).toContain('Building');
    expect(lectern('list').stderr).toBe('');
  });

  it('takes paths from where the command was typed, not from where npm runs it', () => {
    const ran = spawnSync('npm', ['run', '-s', 'lectern', '--', 'import', 'x.txt'], { cwd: join(project, 'src'), encoding: 'utf8' });
    expect(JSON.parse(ran.stdout)).toEqual({ args: ['import', 'x.txt'], cwd: join(project, 'src') });
  });

  it('builds again when a source changes or goes, and only then', () => {
    lectern();
    expect(builds()).toBe(1);
    write('src/main.ts', '1');
    write('src/main.test.ts', 'tests are not built');
    lectern();
    expect(builds()).toBe(1);
    write('src/main.ts', '2');
    lectern();
    expect(builds()).toBe(2);
    rmSync(join(project, 'src/extra.ts'));
    lectern();
    expect(builds()).toBe(3);
  });

  it('says that a build failed, and tries again the next time', () => {
    write('src/main.ts', 'broken');
    const failed = lectern();
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('could not be built');
    write('src/main.ts', 'mended');
    expect(lectern().status).toBe(2);
  });

  it('builds once where several start at once', async () => {
    const started = Array.from({ length: 4 }, () => spawn(process.execPath, ['scripts/lectern.mjs'], { cwd: project, stdio: 'ignore' }));
    const ended = await Promise.all(started.map((child) => once(child, 'exit')));
    expect(ended.map(([code]) => code as unknown)).toEqual([2, 2, 2, 2]);
    expect(builds()).toBe(1);
  });

  it('takes over the lock of a process that is gone', () => {
    const gone = spawnSync(process.execPath, ['-e', '']);
    write('.cache/prepare.lock', String(gone.pid));
    expect(lectern().status).toBe(2);
    expect(existsSync(join(project, '.cache/prepare.lock'))).toBe(false);
  });
});

describe.skipIf(process.platform !== 'linux')('start.mjs where no desktop window can open (Linux only)', () => {
  it('says so in one line, opens the browser host, and ends as it ends', async () => {
    lectern();
    const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
    const child = spawn(process.execPath, ['scripts/start.mjs', '--library', 'DIR', '--no-open'], { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    createInterface(child.stderr).on('line', (line) => said.push(line));
    const [greeting] = (await once(createInterface(child.stdout), 'line')) as [string];
    child.kill('SIGTERM');
    const [code] = (await once(child, 'close')) as [number];
    expect(JSON.parse(greeting)).toEqual(['--library', 'DIR', '--no-open']);
    expect(said).toEqual([expect.stringMatching(/^.+; opening Lectern in the browser\.$/)]);
    expect(code).toBe(7);
  });
});
