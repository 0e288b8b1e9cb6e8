import { Button, Modal } from '@mantine/core';
import { IconArrowLeft, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useDialog } from '../../app/dialogs';
import { useDeeds } from '../../app/history';
import type { Subject } from '../../../core/historyUseCases';
import { goToPaper } from '../../app/route';
import { wordsOf } from '../../client';
import { EmptyState, FailureState } from '../../ui/States';
import { Beginning } from './Beginning';
import { DeedItem } from './DeedItem';
import { byDay } from './moments';
import { HistorySkeleton, TimelineView } from './TimelineView';
import classes from './History.module.css';

/** A record whose timeline is looked at within the dialog. */
export interface Chosen {
  subject: Subject;
  name: string;
}

/** What was done to the library, newest first; from each change there is a way to the timelines of what it touched. */
export function HistoryDialog() {
  const { dialog, close } = useDialog();
  const opened = dialog?.kind === 'history';
  return (
    <Modal opened={opened} onClose={close} title="History of the library" size={760} yOffset="6dvh" transitionProps={{ exitDuration: 0 }} classNames={{ content: classes.dialog, body: classes.dialogBody }}>
      {opened && <Content onClose={close} />}
    </Modal>
  );
}

function Content({ onClose }: { onClose: () => void }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  if (chosen === null) return <Deeds onChoose={setChosen} />;
  const { subject, name } = chosen;
  return (
    <div className={classes.scroll}>
      <div className={classes.chosen}>
        <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconArrowLeft size={16} stroke={1.7} />} onClick={() => setChosen(null)}>All changes</Button>
        <h3 className={classes.chosenName}>{name === '' ? 'Untitled' : name}</h3>
        {subject.table === 'papers' && <Button size="compact-sm" variant="default" onClick={() => { onClose(); goToPaper(subject.id); }}>Open the paper</Button>}
      </div>
      <TimelineView subject={subject} />
    </div>
  );
}

function Deeds({ onChoose }: { onChoose: (chosen: Chosen) => void }) {
  const pages = useDeeds();
  if (pages.isError) return <FailureState title="The history could not be shown" message={wordsOf(pages.error)} onRetry={() => { void pages.refetch(); }} />;
  if (pages.isPending) return <HistorySkeleton />;
  const deeds = pages.data.pages.flatMap((page) => page.deeds);
  const last = pages.data.pages.at(-1);
  if (deeds.length === 0) return <EmptyState icon={<IconHistory size={32} stroke={1.5} />} title="No history yet" message="Every change of the library is kept here: what it was, when it was made, and how to look at what was before." />;
  return (
    // The list scrolls, and has nothing that takes the focus where no change can be opened.
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="Changes">
      {byDay(deeds).map(({ name, entries }) => (
        <div key={name}>
          <h3 className={classes.day}>{name}</h3>
          <ol className={classes.deeds}>{entries.map((deed) => <DeedItem key={deed.seq} deed={deed} onChoose={onChoose} />)}</ol>
        </div>
      ))}
      {pages.hasNextPage
        ? <Button className={classes.more} size="xs" variant="default" loading={pages.isFetchingNextPage} onClick={() => { void pages.fetchNextPage(); }}>Show older changes</Button>
        : <Beginning since={last?.since ?? null} thinned={last?.thinned ?? false} whole="This is where the library began." />}
    </div>
  );
}
