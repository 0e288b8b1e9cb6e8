import { formatBibliography } from '../../core/formats/formatted';
import type { CslItem } from '../../core/formats/csl';
import type { CitationStyleId, PastQuestion } from '../../core/ports';
import { listBackups } from '../backups/folder';
import { makeBackup } from '../backups/makeBackup';
import { prepareRestore } from '../backups/prepareRestore';
import { citationStyles } from '../citationStyles';
import { compactFiles } from '../store/compact';
import { recent, stateAfter, timeline } from '../store/past';
import { readFirst, readOn } from './reading';

const styles = citationStyles();

/** The long pieces of work, each a function of plain values, so that it can run in a thread of its own. */
export const tasks = {
  read: async (input: Parameters<typeof readFirst>[0]) => readFirst(input),
  readOn: async (input: Parameters<typeof readOn>[0]) => readOn(input),

  format: async ({ items, style, output }: { items: CslItem[]; style: CitationStyleId; output: 'text' | 'html' }) =>
    formatBibliography(items, { style: await styles.style(style), locale: await styles.locale('en-US'), output }),

  timeline: ({ folder, ...question }: { folder: string; limit: number } & PastQuestion) => timeline(folder, question),
  stateAfter: ({ folder, ...question }: { folder: string; seq: number } & PastQuestion) => stateAfter(folder, question),
  recent: ({ folder, ...span }: { folder: string; limit: number; before?: number | undefined }) => recent(folder, span),

  compact: ({ folder, seq }: { folder: string; seq: number }) => compactFiles(folder, seq),

  listBackups,
  makeBackup,
  prepareRestore,
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
