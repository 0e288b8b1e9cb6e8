import type { PastQuestion } from '../../core/ports';
import { listBackups } from '../backups/folder';
import { makeBackup } from '../backups/makeBackup';
import { prepareRestore } from '../backups/prepareRestore';
import { compactFiles } from '../store/compact';
import { pdfTasks } from '../pdf/tasks';
import { extractionTasks } from '../extraction/tasks';
import { searchTasks } from '../search/tasks';
import { recent, stateAfter, timeline } from '../store/past';
import { formatItems } from './formatting';
import { readFirst, readOn } from './reading';

/** The long pieces of work, each a function of plain values, so that it can run in a thread of its own. */
export const tasks = {
  read: async (...[input, watch]: Parameters<typeof readFirst>) => readFirst(input, watch),
  readOn: async (input: Parameters<typeof readOn>[0]) => readOn(input),

  format: formatItems,

  timeline: ({ folder, ...question }: { folder: string; limit: number } & PastQuestion) => timeline(folder, question),
  stateAfter: ({ folder, ...question }: { folder: string; seq: number } & PastQuestion) => stateAfter(folder, question),
  recent: ({ folder, ...span }: { folder: string; limit: number; before?: number | undefined }) => recent(folder, span),

  compact: ({ folder, seq }: { folder: string; seq: number }) => compactFiles(folder, seq),

  listBackups,
  makeBackup,
  prepareRestore,

  ...pdfTasks,
  ...extractionTasks,
  ...searchTasks,
};

export type Tasks = typeof tasks;
export type TaskName = keyof Tasks;
