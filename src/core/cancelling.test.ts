import { describe, expect, it } from 'vitest';
import { Jobs, refuseCancelled } from './cancelling';

describe('Jobs', () => {
  it('tells work that it is cancelled, and forgets it when it is done', async () => {
    const jobs = new Jobs();
    const work = jobs.run('a', async (cancellation) => {
      await cancellation.requested;
      refuseCancelled(cancellation);
    });
    expect(jobs.cancel('b')).toBe(false);
    expect(jobs.cancel('a')).toBe(true);
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
    expect(jobs.cancel('a')).toBe(false);
  });

  it('does work that has no name', async () => {
    const jobs = new Jobs();
    expect(await jobs.run(undefined, async (cancellation) => cancellation.isCancelled)).toBe(false);
    await expect(jobs.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(jobs.cancel('a')).toBe(false);
  });
});
