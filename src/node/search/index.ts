import type { Changed, SearchAnswer, SearchBegin, SearchDocument, SearchIndex, SearchRequest } from '../../core/search/types';
import type { WorkerThread } from '../worker/client';
import type { Begun } from './librarySearch';
import { matchesOf } from './matches';
import { PaperNumbers } from './paperNumbers';

/** So many papers are handed over at once: their texts are copied in a few milliseconds. */
const PAPERS_A_MESSAGE = 200;

/** The search index of a library folder, in a thread that it shares with nobody. */
export function folderSearch(folder: string, thread: WorkerThread, stays: boolean): SearchIndex {
  const noNumbers = (): PaperNumbers => new PaperNumbers((from, count) => thread.run('searchIds', { folder, from, count }));
  let numbers = noNumbers();
  const ending = new AbortController();
  /** Resolves when the cache, if it fits, is in and brought up to date: what changes later comes behind that. */
  let begun: Promise<Begun['kind']> | undefined;

  async function bringUp({ documents, gone }: Changed, seq: number | null): Promise<void> {
    let at = 0;
    for (; documents.length - at > PAPERS_A_MESSAGE; at += PAPERS_A_MESSAGE) {
      await thread.run('searchUpdate', { folder, documents: documents.slice(at, at + PAPERS_A_MESSAGE), gone: [], seq: null });
    }
    await thread.run('searchUpdate', { folder, documents: documents.slice(at), gone, seq });
  }

  async function begin({ seq, keep, changed }: SearchBegin): Promise<Begun['kind']> {
    const found = await thread.run('searchBegin', { folder, seq, keep });
    if (found.kind === 'cached') await bringUp(await changed(found.changed), seq);
    return found.kind;
  }

  async function start(of: SearchBegin): Promise<'ready' | 'absent'> {
    const { seq, papers, onState } = of;
    numbers = noNumbers();
    begun = begin(of);
    const wasBuilt = (await begun) === 'absent';
    if (wasBuilt) {
      if (!stays) return 'absent';
      onState({ kind: 'building', part: 0 });
      await thread.run('searchBuild', { folder, seq, papers }, { onProgress: (part) => onState({ kind: 'building', part }), signal: ending.signal });
    }
    await numbers.fill(Infinity);
    onState({ kind: 'ready', wasBuilt });
    return 'ready';
  }

  return {
    stays,
    start,
    async update(documents, gone, seq) {
      await begun;
      await bringUp({ documents: [...documents], gone: [...gone] }, seq);
    },
    async search(request: SearchRequest): Promise<SearchAnswer> {
      await begun;
      const found = await thread.run('search', { folder, request });
      await numbers.fill(found.papers);
      const hits = [...hitsOf(found.slots.subarray(0, found.ranked), found.scores), ...hitsOf(found.partly.slots, found.partly.scores)];
      return { hits, whole: found.ranked, matches: matchesOf(found, numbers), complete: found.complete };
    },
    async like(documents: readonly SearchDocument[], limit: number) {
      const { like, papers } = await thread.run('searchLike', { folder, documents, limit });
      await numbers.fill(papers);
      return like.map(({ slot, score, terms }) => ({ id: numbers.id(slot), score, terms }));
    },
    async close() {
      ending.abort();
      if (begun !== undefined) await thread.run('searchClose', { folder });
      await thread.close();
    },
  };

  function* hitsOf(slots: Uint32Array, scores: Float32Array) {
    for (const [at, slot] of slots.entries()) yield { id: numbers.id(slot), score: scores[at] ?? 0 };
  }
}
