import { Button, Skeleton } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { shownTitle, type PaperId } from '../../../core/model';
import { run } from '../../app/commands';
import { usePaper } from '../../app/queries';
import { useRow } from '../../app/rows';
import { wordsOf } from '../../client';
import { BibHandle } from '../../ui/BibHandle';
import { EmptyState, FailureState } from '../../ui/States';
import { TexText } from '../../ui/TexText';
import { countOf } from './paperActions';
import { PaperDetails } from './PaperDetails';
import type { Picking } from './PickerDialog';
import classes from './DetailPane.module.css';

/** What is known of the chosen paper, or how many are chosen. */
export function DetailPane({ selected, onPick }: { selected: readonly PaperId[]; onPick: (picking: Picking) => void }) {
  const last = selected.at(-1);
  return (
    <aside className={classes.pane} aria-label="Details">
      {last === undefined && <EmptyState icon={<IconBookmark size={28} stroke={1.3} />} title="No paper selected" message="Select one to see its abstract, its techniques and why it has them." />}
      {last !== undefined && selected.length === 1 && <Detail key={last} id={last} onPick={onPick} />}
      {selected.length > 1 && <Several selected={selected} />}
    </aside>
  );
}

function Detail({ id, onPick }: { id: PaperId; onPick: (picking: Picking) => void }) {
  const { data, error, refetch } = usePaper(id);
  if (data !== undefined) return <PaperDetails detail={data} onPick={onPick} />;
  if (error !== null) return <FailureState title="This paper could not be shown" message={wordsOf(error)} onRetry={() => { void refetch(); }} />;
  return <div className={classes.content} aria-busy="true"><Skeleton height={18} /><Skeleton height={18} width="60%" /><Skeleton height={120} /></div>;
}

/** How many titles the summary of a selection names. */
const NAMED = 8;

function Several({ selected }: { selected: readonly PaperId[] }) {
  return (
    <div className={classes.content}>
      <h2 className={classes.title}>{countOf(selected)} selected</h2>
      <ul className={classes.titles}>
        {selected.slice(0, NAMED).map((id) => <li key={id}><Title id={id} /></li>)}
        {selected.length > NAMED && <li>and {(selected.length - NAMED).toLocaleString('en')} more</li>}
      </ul>
      <div className={classes.actions}>
        <Button size="xs" variant="default" onClick={() => run('tag')}>Tag</Button>
        <Button size="xs" variant="default" onClick={() => run('collect')}>Collect</Button>
        <Button size="xs" variant="default" onClick={() => run('export')}>Export</Button>
        <BibHandle ids={selected} />
      </div>
    </div>
  );
}

function Title({ id }: { id: PaperId }) {
  const row = useRow(id);
  return row === undefined ? '…' : <TexText text={shownTitle(row)} />;
}
