import type { Paper, ReadingStatus } from '../../../core/model';
import { act } from '../../app/act';
import { useCommands } from '../../app/commands';
import { goBackToLibrary } from '../../app/lastScope';
import { client } from '../../client';

export interface PaperActions {
  mark: (status: ReadingStatus) => void;
  rate: (rating: number) => void;
  trash: () => void;
  restore: () => void;
}

/** What can be done with a paper as a whole, from its page's controls as well as from the keyboard and the menu. */
export function usePaperActions({ id, trashedAt }: Paper): PaperActions {
  const actions: PaperActions = {
    mark: (status) => { void act(() => client.papers.update.mutate({ ids: [id], fields: { status } })); },
    rate: (rating) => { void act(() => client.papers.update.mutate({ ids: [id], fields: { rating } })); },
    trash: () => { if (trashedAt === null) void act(() => client.papers.trash.mutate([id]), 'Moved the paper to the trash'); },
    restore: () => { void act(() => client.papers.restore.mutate([id])); },
  };
  useCommands({
    back: goBackToLibrary,
    trash: actions.trash,
    'mark-to-read': () => actions.mark('to-read'),
    'mark-reading': () => actions.mark('reading'),
    'mark-done': () => actions.mark('done'),
    'rate-0': () => actions.rate(0),
    'rate-1': () => actions.rate(1),
    'rate-2': () => actions.rate(2),
    'rate-3': () => actions.rate(3),
    'rate-4': () => actions.rate(4),
    'rate-5': () => actions.rate(5),
  });
  return actions;
}
