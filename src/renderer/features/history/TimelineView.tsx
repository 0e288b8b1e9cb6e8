import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { NamedTimeline, Subject } from '../../../core/historyUseCases';
import type { Version } from '../../../core/timeline';
import { act } from '../../app/act';
import { TIMELINE_PAGE, useTimeline } from '../../app/history';
import { client, wordsOf } from '../../client';
import { FailureState } from '../../ui/States';
import { Beginning } from './Beginning';
import { momentOf } from '../../app/moments';
import { byDay } from './moments';
import { VersionItem } from './VersionItem';
import classes from './History.module.css';

/** The versions of a paper or note, newest first, each with what it changed and a way back to it. */
export function TimelineView({ subject }: { subject: Subject }) {
  const [limit, setLimit] = useState(TIMELINE_PAGE);
  const timeline = useTimeline(subject, limit);
  if (timeline.isError) return <FailureState title="The history could not be shown" message={wordsOf(timeline.error)} onRetry={() => { void timeline.refetch(); }} />;
  if (timeline.isPending) return <HistorySkeleton />;
  return <Versions subject={subject} timeline={timeline.data} fetching={timeline.isPlaceholderData} onMore={() => setLimit(limit * 3)} />;
}

interface VersionsProps {
  subject: Subject;
  timeline: NamedTimeline;
  fetching: boolean;
  onMore: () => void;
}

function Versions({ subject, timeline, fetching, onMore }: VersionsProps) {
  const { versions, names, more, since, thinned, broken, exists } = timeline;
  const current = exists ? versions.find(({ done }) => done !== null) : undefined;
  const what = subject.table === 'papers' ? 'paper' : 'note';
  return (
    <div className={classes.timeline}>
      {!exists && <p className={classes.gone} role="note">This {what} is deleted. Restoring a version brings it back.</p>}
      {byDay(versions).map(({ name, entries }) => (
        <div key={name}>
          <h3 className={classes.day}>{name}</h3>
          <ol className={classes.versions}>
            {entries.map((version) => (
              <VersionItem key={version.seq} version={version} names={names} isCurrent={version === current} onRestore={() => { void restore(subject, version); }} />
            ))}
          </ol>
        </div>
      ))}
      {more
        ? <Button className={classes.more} size="xs" variant="default" loading={fetching} onClick={onMore}>Show older versions</Button>
        : <Beginning since={since} thinned={thinned} broken={broken} whole={`This is how the ${what} came into the library.`} />}
    </div>
  );
}

async function restore(subject: Subject, { seq, at }: Version): Promise<void> {
  await act(async () => {
    const restored = await client.history.restore.mutate({ subject, seq });
    if (restored.kind === 'unchanged') throw new Error('There is nothing left to bring back: it is so already.');
  }, `Restored the ${subject.table === 'papers' ? 'paper' : 'note'} as of ${momentOf(at)}`);
}

export function HistorySkeleton() {
  return (
    <output className={classes.skeleton} aria-label="Reading the history">
      {[38, 90, 74, 42, 86].map((width) => <Skeleton key={width} height={13} width={`${width}%`} />)}
    </output>
  );
}
