import { printedPart } from '../../core/formats/citeprocItem';
import type { CslItem } from '../../core/formats/csl-types';
import type { BibliographyFormatter, Formatting, FormattingChoice } from '../../core/formatting';
import type { Clock } from '../../core/ports';
import { inSlices } from '../../core/slices';
import type { WorkerThread } from './client';

/**
 * Formats in a thread. `folder` is that of the library, which may have styles of its own. Items are handed over as JSON,
 * made in slices: to clone thousands of objects at once would keep the windows waiting.
 */
export function workerFormatter(folder: string, thread: Pick<WorkerThread, 'run'>, clock: Clock): BibliographyFormatter {
  async function* format(items: Iterable<CslItem>, options: FormattingChoice): Formatting {
    const written: string[] = [];
    await inSlices(items, clock, (item) => { written.push(JSON.stringify(printedPart(item))); });
    const abandoned = new AbortController();
    let part = 0;
    let wake: () => void = () => undefined;
    const onProgress = (reached: number): void => {
      part = reached;
      wake();
    };
    let entries: string[] | undefined;
    const work = thread.run('format', { folder, items: written, ...options }, { onProgress, signal: abandoned.signal }).then((made) => { entries = made; });
    try {
      while (entries === undefined) {
        await Promise.race([work, new Promise<void>((resolve) => { wake = resolve; })]);
        if (entries === undefined) yield part;
      }
      return entries;
    } finally {
      abandoned.abort();
      // Whoever left does not hear how it ended.
      work.catch(() => undefined);
    }
  }

  return { format };
}
