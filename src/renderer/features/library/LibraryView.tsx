import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Scope } from '../../../core/view';
import { usePreferences } from '../../app/preferences';
import { askAhead, useView } from '../../app/queries';
import { goToPaper, hrefOf } from '../../app/route';
import { hasWords, useLibrary, viewOf } from '../../app/selection';
import { wordsOf } from '../../client';
import { FailureState } from '../../ui/States';
import { BulkBar } from './BulkBar';
import { DetailPane } from './DetailPane';
import { EmptyList } from './EmptyList';
import { IndexProgress } from './IndexProgress';
import { LibraryHeader } from './LibraryHeader';
import { PaperTable } from './PaperTable';
import { PickerDialog, type Picking } from './PickerDialog';
import { QueryBar } from './QueryBar';
import { TableSkeleton } from './TableSkeleton';
import { useChoice } from './useChoice';
import { useLibraryCommands } from './useLibraryCommands';
import classes from './LibraryView.module.css';

/** A part of the library: its papers in a table, and beside it what is known of the chosen one. */
export function LibraryView({ scope }: { scope: Scope }) {
  const { filter, sort, foundSort } = useLibrary();
  const deferredFilter = useDeferredValue(filter);
  const view = useMemo(() => viewOf(scope, { filter: deferredFilter, sort, foundSort }), [scope, deferredFilter, sort, foundSort]);
  const looksForWords = hasWords(deferredFilter);
  useEffect(() => useLibrary.subscribe((now, before) => { if (now.selected === before.selected) askAhead(viewOf(scope, now)); }), [scope]);
  const { data: ids, isPlaceholderData, error, refetch } = useView(view);
  const words = useListed(looksForWords ? deferredFilter : null, isPlaceholderData);
  const listing = JSON.stringify([hrefOf({ kind: 'library', scope }), deferredFilter, view.sort]);
  const choice = useChoice(isPlaceholderData ? undefined : ids);
  const [picking, setPicking] = useState<Picking | null>(null);
  const detailPane = usePreferences((state) => state.detailPane);
  useLibraryCommands(scope, choice, setPicking);

  return (
    <div className={classes.view}>
      <LibraryHeader scope={scope} count={isPlaceholderData ? undefined : ids?.length} />
      <QueryBar />
      <div className={classes.body}>
        <div className={classes.list} data-listed={isPlaceholderData ? undefined : listing}>
          {error !== null && <FailureState title="The papers could not be listed" message={wordsOf(error)} onRetry={() => { void refetch(); }} />}
          {error === null && ids === undefined && <TableSkeleton />}
          {error === null && ids?.length === 0 && <EmptyList scope={scope} filter={deferredFilter} />}
          {error === null && ids !== undefined && ids.length > 0 && (
            <PaperTable ids={ids} choice={choice} listing={listing} words={words} onOpen={goToPaper} />
          )}
          <IndexProgress looksForWords={looksForWords} />
          <BulkBar scope={scope} selected={choice.selected} onClear={choice.clear} />
        </div>
        {detailPane && <DetailPane selected={choice.selected} onPick={setPicking} />}
      </div>
      <PickerDialog picking={picking} onClose={() => setPicking(null)} />
    </div>
  );
}

/** The words that the papers on view were found for: while others are waited for, those before. */
function useListed(words: string | null, isWaiting: boolean): string | null {
  const [listed, setListed] = useState(words);
  if (!isWaiting && listed !== words) setListed(words);
  return isWaiting ? listed : words;
}
