import type { PaperId } from '../../../core/model';
import type { Scope } from '../../../core/view';
import { useCommands } from '../../app/commands';
import { goToPaper } from '../../app/route';
import { FILTER_ID } from './FilterField';
import { paperActions } from './paperActions';
import type { Picking } from './PickerDialog';
import type { PaperChoice } from './useChoice';

/** Answers the commands for the chosen papers. */
export function useLibraryCommands(scope: Scope, choice: PaperChoice, pick: (picking: Picking) => void): void {
  const { selected, active } = choice;
  const some = (work: (ids: readonly PaperId[]) => void) => () => { if (selected.length > 0) work(selected); };
  const rate = (rating: number) => some((ids) => paperActions.rate(ids, rating));
  useCommands({
    open: () => {
      const id = active ?? selected.at(-1);
      if (id !== undefined) goToPaper(id);
    },
    filter: () => document.getElementById(FILTER_ID)?.focus(),
    back: choice.clear,
    'select-all': choice.chooseAll,
    'mark-to-read': some((ids) => paperActions.mark(ids, 'to-read')),
    'mark-reading': some((ids) => paperActions.mark(ids, 'reading')),
    'mark-done': some((ids) => paperActions.mark(ids, 'done')),
    'rate-0': rate(0), 'rate-1': rate(1), 'rate-2': rate(2), 'rate-3': rate(3), 'rate-4': rate(4), 'rate-5': rate(5),
    tag: some((ids) => pick({ kind: 'tag', ids })),
    collect: some((ids) => pick({ kind: 'collect', ids })),
    trash: some(scope.kind === 'trash' ? paperActions.erase : paperActions.trash),
  });
}
