import { printedPart } from '../../core/formats/citeprocItem';
import type { CslItem } from '../../core/formats/csl-types';
import type { BibliographyFormatter, Formatting, FormattingChoice } from '../../core/formatting';
import type { WorkerThread } from './client';

/** Formats in a thread. `folder` is that of the library, which may have styles of its own. */
export function workerFormatter(folder: string, thread: Pick<WorkerThread, 'run'>): BibliographyFormatter {
  async function* format(items: readonly CslItem[], options: FormattingChoice): Formatting {
    const abandoned = new AbortController();
    let part = 0;
    let wake: () => void = () => undefined;
    const onProgress = (reached: number): void => {
      part = reached;
      wake();
    };
    let entries: string[] | undefined;
    const work = thread.run('format', { folder, items: items.map(printedPart), ...options }, { onProgress, signal: abandoned.signal }).then((made) => { entries = made; });
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
