import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/library';
import { builtVictims } from './builtVictims';
import { long, report } from './report';

const RACES = long ? 500 : 20;

let built: Awaited<ReturnType<typeof builtVictims>>;
beforeAll(async () => { built = await builtVictims(); }, 60_000);
afterAll(() => built[Symbol.asyncDispose]());

describe('two processes that race for the lock', () => {
  it('never both have it, whether the last owner let go of it or was killed', async () => {
    await using folder = await temporaryFolder();
    const racers = await Promise.all([started(folder.path), started(folder.path)]);
    const problems: string[] = [];
    for (let race = 0; race < RACES; race += 1) {
      const outcomes = await Promise.all(racers.map((racer) => asked(racer, 'take')));
      if (outcomes.toSorted().join() !== 'lost,won') problems.push(`race ${race}: ${outcomes.join()}`);
      const winner = outcomes.indexOf('won');
      const owner = racers[winner];
      if (owner === undefined) break;
      if (race % 2 === 0) {
        await killed(owner);
        racers[winner] = await started(folder.path);
      } else await asked(owner, 'release');
    }
    await Promise.all(racers.map(killed));
    report({ what: 'two processes race for the lock', count: RACES, failures: problems.length });
    expect(problems).toEqual([]);
  }, long ? 600_000 : 60_000);
});

const containers = process.platform === 'linux' && spawnSync('unshare', ['-pf', 'true']).status === 0;

describe.skipIf(!containers)('a process in a container that shares the folder (skips where none can be made)', () => {
  it('sees a lock from outside, and is seen', async () => {
    await using folder = await temporaryFolder();
    const outside = await started(folder.path);
    const inside = spawn('unshare', ['-pf', '--kill-child', process.execPath, built.at('racer'), folder.path], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    await once(inside, 'message');
    expect(await asked(outside, 'take')).toBe('won');
    expect(await asked(inside, 'take')).toBe('lost');
    await asked(outside, 'release');
    expect(await asked(inside, 'take')).toBe('won');
    expect(await asked(outside, 'take')).toBe('lost');
    await Promise.all([outside, inside].map(killed));
  });
});

async function started(folder: string): Promise<ChildProcess> {
  const racer = fork(built.at('racer'), [folder]);
  await once(racer, 'message');
  return racer;
}

async function asked(racer: ChildProcess, order: 'take' | 'release'): Promise<string> {
  const answer = once(racer, 'message') as Promise<[string]>;
  racer.send(order);
  return (await answer)[0];
}

async function killed(racer: ChildProcess): Promise<void> {
  const gone = once(racer, 'exit');
  racer.kill('SIGKILL');
  await gone;
}
