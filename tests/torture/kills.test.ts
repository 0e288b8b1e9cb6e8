import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWholeJournal } from '../../src/node/store/journal';
import { LibraryFolder } from '../../src/node/store/libraryFolder';
import { numbers } from '../support/generated';
import { temporaryFolder } from '../support/library';
import { builtVictims } from './builtVictims';
import { KINDS, presence, type Counted } from './deeds';
import { long, report } from './report';

const KILLS = long ? 1000 : 30;
/** Two libraries at a time, each for so many kills, so that none grows large. */
const KILLS_EACH = long ? 50 : 15;
const seed = Number(process.env['LECTERN_SEED'] ?? Date.now() % 1_000_000);

let built: Awaited<ReturnType<typeof builtVictims>>;
beforeAll(async () => { built = await builtVictims(); }, 60_000);
afterAll(() => built[Symbol.asyncDispose]());

describe('a process that is killed in the middle of its work', () => {
  it(`leaves every acknowledged change whole, and none by half (seed ${seed})`, async () => {
    const problems: string[] = [];
    for (let done = 0; done < KILLS; done += 2 * KILLS_EACH) {
      const pair = [0, 1].map((which) => killOften(numbers(seed + done + which)));
      problems.push(...(await Promise.all(pair)).flat());
    }
    report({ what: 'kill -9 during changes, compactions, imports and backups', count: KILLS, failures: problems.length, seed });
    expect(problems).toEqual([]);
  }, long ? 3_600_000 : 180_000);
});

/** Kills the users of one library, one after the other; answers what was lost or half there. */
async function killOften(random: () => number): Promise<string[]> {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'library');
  const tried = new Set<number>();
  const acknowledged = new Set<number>();
  const problems: string[] = [];
  let next = 0;
  for (let kill = 0; kill < KILLS_EACH; kill += 1) {
    const lines = await runAndKill(path, next, random);
    for (const [what, n] of lines.map((line) => line.split(' '))) {
      if (what === 'try') tried.add(Number(n));
      if (what === 'ok') acknowledged.add(Number(n));
    }
    problems.push(...lines.filter((line) => !/^(open$|(try|ok) \d+$)/.test(line)));
    next = (Math.floor(Math.max(next - 1, ...tried) / KINDS) + 1) * KINDS;
    problems.push(...(await missing(path, tried, acknowledged)).map((problem) => `${problem}, after kill ${kill}`));
  }
  if (acknowledged.size === 0) problems.push('Nothing was ever acknowledged: the victims do not run.');
  return problems;
}

/** Lets a victim work and kills it: most while it works, some while it opens the library. Answers what it said. */
async function runAndKill(folder: string, first: number, random: () => number): Promise<string[]> {
  const victim = spawn(process.execPath, [built.at('victim'), folder, String(first)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const complaints: string[] = [];
  const out = createInterface(victim.stdout);
  const closed = once(victim, 'close');
  createInterface(victim.stderr).on('line', (line) => complaints.push(line));
  const working = new Promise<void>((resolve) => {
    out.on('line', (line) => {
      lines.push(line);
      if (line === 'open') resolve();
    });
  });
  if (random() < 0.2) await Promise.race([pause(random() * 400), closed]);
  else {
    await Promise.race([working, closed]);
    await Promise.race([pause(random() ** 2 * 400), closed]);
  }
  victim.kill('SIGKILL');
  await closed;
  return victim.signalCode === 'SIGKILL' ? lines : [...lines, `it ended by itself: ${complaints.join(' | ')}`];
}

async function missing(folder: string, tried: Set<number>, acknowledged: Set<number>): Promise<string[]> {
  const contents = await new LibraryFolder(folder).read().catch((error: unknown) => String(error));
  if (typeof contents === 'string') return tried.size === 0 ? [] : [contents];
  if (contents === null) return acknowledged.size === 0 ? [] : ['the library is gone'];
  const problems: string[] = [];
  if (contents.condition.kind !== 'sound') problems.push(`it is ${JSON.stringify(contents.condition)}`);
  const { losses } = await readWholeJournal(join(folder, 'journal'));
  problems.push(...losses.map(({ what }) => `a check misses ${what}`));
  const there = countedIn(contents.tables);
  for (const n of tried) {
    const found = presence(n, there);
    if (acknowledged.has(n) && found !== 'whole') problems.push(`deed ${n} was acknowledged, and ${found} of it is there`);
    if (found === 'half') problems.push(`deed ${n} is half there`);
  }
  return problems;
}

function countedIn({ papers, notes }: { papers: ReadonlyMap<string, { title: string }>; notes: ReadonlyMap<string, { title: string; body: string }> }): Counted {
  const counts = new Map<string, number>();
  for (const { title } of papers.values()) counts.set(title, (counts.get(title) ?? 0) + 1);
  return { papers: counts, notes: new Map([...notes.values()].map(({ title, body }) => [title, body])) };
}
