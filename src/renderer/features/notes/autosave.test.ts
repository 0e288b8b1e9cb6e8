import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAutosave, type SaveState } from './autosave';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

/** A place to save to, whose saves take `takes` ms and fail while `broken`. */
function desk({ takes = 10 } = {}) {
  const host = { text: '', saved: [] as string[], broken: false, atOnce: 0, most: 0 };
  const states: SaveState['kind'][] = [];
  const start = Date.now();
  const times: number[] = [];
  const autosave = createAutosave({
    save: async () => {
      const { text } = host;
      times.push(Date.now() - start);
      host.atOnce += 1;
      host.most = Math.max(host.most, host.atOnce);
      await new Promise((done) => { setTimeout(done, takes); });
      host.atOnce -= 1;
      if (host.broken) throw new Error('The disk is full.');
      host.saved.push(text);
    },
    wordsOf: (error) => (error as Error).message,
    onState: ({ kind }) => states.push(kind),
  });
  const type = (text: string): void => {
    host.text = text;
    autosave.touch();
  };
  return { autosave, host, states, times, type };
}

describe('autosave', () => {
  it('saves once, 300 ms after the last key', async () => {
    const { host, times, type, states, autosave } = desk();
    for (const text of ['a', 'ab', 'abc']) {
      type(text);
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(199);
    expect(times).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(times).toEqual([500]);
    expect(host.saved).toEqual(['abc']);
    expect(states).toEqual(['waiting', 'saving', 'saved']);
    expect(autosave.state()).toEqual({ kind: 'saved' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('saves every 2 s while the typing does not pause', async () => {
    const { times, type } = desk();
    for (let key = 0; key < 50; key += 1) {
      type(String(key));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(times).toEqual([2000, 4000]);
  });

  it('never has two saves under way, and saves what was typed meanwhile', async () => {
    const { host, times, type, states } = desk({ takes: 5000 });
    type('first');
    await vi.advanceTimersByTimeAsync(400);
    type('second');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(host.most).toBe(1);
    expect(times).toEqual([300, 5301]);
    expect(host.saved).toEqual(['first', 'second']);
    expect(states.at(-1)).toBe('saved');
  });

  it('keeps what could not be saved, says why and tries again, at longer and longer intervals', async () => {
    const { host, times, type, autosave } = desk({ takes: 0 });
    host.broken = true;
    type('kept');
    await vi.advanceTimersByTimeAsync(301);
    expect(autosave.state()).toEqual({ kind: 'failed', reason: 'The disk is full.' });
    await vi.advanceTimersByTimeAsync(100_000);
    const waits = times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) / 1000));
    expect(waits).toEqual([1, 2, 4, 8, 16, 30, 30]);
    host.broken = false;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(host.saved).toEqual(['kept']);
    expect(autosave.state()).toEqual({ kind: 'saved' });
  });

  it('tries again soon after the next key', async () => {
    const { host, times, type } = desk({ takes: 0 });
    host.broken = true;
    type('a');
    await vi.advanceTimersByTimeAsync(4000);
    host.broken = false;
    type('ab');
    await vi.advanceTimersByTimeAsync(301);
    expect(times.at(-1)).toBe(4300);
    expect(host.saved).toEqual(['ab']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('flushes at once, and waits for a save that is under way', async () => {
    const { host, type, autosave } = desk({ takes: 50 });
    type('a');
    await vi.advanceTimersByTimeAsync(310);
    type('ab');
    const flushed = autosave.flush();
    await vi.advanceTimersByTimeAsync(100);
    await flushed;
    expect(host.saved).toEqual(['a', 'ab']);
    expect(host.most).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends a flush when the save fails, and goes on trying', async () => {
    const { host, type, autosave } = desk({ takes: 5 });
    host.broken = true;
    type('a');
    const flushed = autosave.flush();
    await vi.advanceTimersByTimeAsync(5);
    await flushed;
    expect(autosave.state().kind).toBe('failed');
    host.broken = false;
    await vi.advanceTimersByTimeAsync(2000);
    expect(host.saved).toEqual(['a']);
  });

  it('has nothing to flush where nothing was typed', async () => {
    const { autosave, times } = desk();
    await autosave.flush();
    expect(times).toEqual([]);
  });
});
