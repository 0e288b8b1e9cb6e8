import { join } from 'node:path';
import { deedsOf } from '../../core/deeds';
import type { PastQuestion, PastReader } from '../../core/ports';
import { stateAfter as rebuiltAfter, timelineOf, type Address } from '../../core/timeline';
import { withWords } from './diskWords';
import { pastOf, recentTransactions } from './pastOf';

/** What the port `PastReader` asks of a library folder. These take their time and are for a thread of their own. */
type Answer<T extends keyof PastReader> = (folder: string, ...question: Parameters<PastReader[T]>) => ReturnType<PastReader[T]>;

export const timeline: Answer<'timeline'> = (folder, { about, present, upTo, limit }) => withWords(folder, async () =>
  timelineOf(about, new Map(present), await pastOf(join(folder, 'journal'), records(about, present), { upTo, limit })));

export const stateAfter: Answer<'stateAfter'> = (folder, { about, present, upTo, seq }) => withWords(folder, async () =>
  rebuiltAfter(about, seq, new Map(present), await pastOf(join(folder, 'journal'), records(about, present), { from: seq, upTo, limit: Infinity })));

export const recent: Answer<'recent'> = (folder, span) => withWords(folder, async () => deedsOf(await recentTransactions(join(folder, 'journal'), span)));

function records(about: Address, present: PastQuestion['present']): Address[] {
  return [about, ...present.map(([key]): Address => {
    const [table = '', id = ''] = key.split('/', 2);
    return { table: table as Address['table'], id };
  })];
}
