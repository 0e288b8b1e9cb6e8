import { describe, expect, it } from 'vitest';
import { RenderQueue, type Drawing } from './renderQueue';

function drawings() {
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const draw = (name: string) => (): Drawing => {
    log.push(name);
    const done = new Promise<void>((resolve) => { ends.set(name, resolve); });
    return { done, cancel: () => { log.push(`not ${name}`); ends.get(name)?.(); } };
  };
  const end = async (name: string): Promise<void> => {
    ends.get(name)?.();
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { log, draw, end };
}

describe('the queue of drawings', () => {
  it('draws one after the other, the most urgent first', async () => {
    const { log, draw, end } = drawings();
    const queue = new RenderQueue();
    let far = 9;
    queue.add(() => 1, draw('first'));
    queue.add(() => 5, draw('third'));
    queue.add(() => far, draw('second'));
    await end('none');
    expect(log).toEqual(['first']);
    far = 0;
    await end('first');
    await end('second');
    await end('third');
    expect(log).toEqual(['first', 'second', 'third']);
  });

  it('leaves out what is taken back, and breaks off what is being drawn', async () => {
    const { log, draw, end } = drawings();
    const queue = new RenderQueue();
    const dropFirst = queue.add(() => 1, draw('first'));
    const dropSecond = queue.add(() => 2, draw('second'));
    queue.add(() => 3, draw('third'));
    await end('none');
    dropSecond();
    dropFirst();
    await end('none');
    expect(log).toEqual(['first', 'not first', 'third']);
  });
});
