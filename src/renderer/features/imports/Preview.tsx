import { Button, Switch, Tabs } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { importFormatNames } from '../../../core/formats/kinds';
import type { ImportPreview } from '../../../core/imports';
import { act, announce } from '../../app/act';
import { useProgress } from '../../app/progress';
import { client, isCancelled } from '../../client';
import { ProgressLine } from '../../ui/ProgressLine';
import { DuplicateList } from './DuplicateList';
import { FreshList } from './FreshList';
import dialogClasses from './ImportDialog.module.css';
import { cancelJob, newJob } from './jobs';
import classes from './Preview.module.css';
import { ProblemList } from './ProblemList';
import { completedBy, deedOf, placeOf, summaryOf, whyNothing } from './wording';

type Section = 'new' | 'known' | 'unreadable';

interface PreviewProps {
  preview: ImportPreview;
  /** How many files come after this one. */
  following: number;
  onLeave: (imported: boolean) => void;
}

/** The second step of an import: what is new, what is known and what could not be read, to choose from. */
export function Preview({ preview, following, onLeave }: PreviewProps) {
  const { fresh, duplicates, problems, notices } = preview;
  const completable = completedBy(duplicates);
  const [section, setSection] = useState<Section>(firstSection(preview));
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [complete, setComplete] = useState(completable > 0);
  /** The import under way, by its name. */
  const [job, setJob] = useState<string | null>(null);
  const busy = job !== null;
  const deed = deedOf(fresh.length - left.size, complete ? completable : 0);
  const nothing = whyNothing(preview);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);

  async function carryOut(done: string): Promise<void> {
    const own = newJob();
    setJob(own);
    const chosen = left.size === 0 ? undefined : fresh.map(({ index }) => index).filter((index) => !left.has(index));
    const outcome = await act(() => unlessCancelled(client.imports.commit.mutate({ previewId: preview.previewId, chosen, complete, job: own })));
    // An import that failed or was cancelled never told of its end.
    useProgress.getState().show(null);
    setJob(null);
    if (outcome !== 'done') return;
    announce(done);
    onLeave(true);
  }

  return (
    <>
      <div className={classes.head}>
        <span className={classes.source}>{preview.fileName}</span>
        {fresh.length + duplicates.length > 0 && <span>{importFormatNames[preview.format]}</span>}
        <span className="lectern-figures" role="status">{summaryOf(preview)}</span>
        {nothing !== null && <p className={classes.nothing}>{nothing}</p>}
        {notices.map((notice) => <p key={notice.line} className={classes.notice}>{placeOf(notice)}: {notice.reason}</p>)}
      </div>
      <Tabs value={section} onChange={(value) => setSection(value as Section)} keepMounted={false} classNames={{ root: classes.tabs, panel: classes.panel, list: classes.list }}>
        <Tabs.List aria-label="What was found">
          <Tabs.Tab value="new" disabled={fresh.length === 0} rightSection={<Figure of={fresh} />}>New</Tabs.Tab>
          <Tabs.Tab value="known" disabled={duplicates.length === 0} rightSection={<Figure of={duplicates} />}>Already here</Tabs.Tab>
          <Tabs.Tab value="unreadable" disabled={problems.length === 0} rightSection={<Figure of={problems} />}>Not readable</Tabs.Tab>
        </Tabs.List>
        {fresh.length > 0 && <Tabs.Panel value="new"><FreshList papers={fresh} left={left} onLeft={setLeft} /></Tabs.Panel>}
        {duplicates.length > 0 && (
          <Tabs.Panel value="known">
            {completable > 0 && (
              <Switch size="sm" className={classes.complete} label="Fill in what the library lacks" checked={complete} onChange={(event) => setComplete(event.currentTarget.checked)} />
            )}
            <DuplicateList papers={duplicates} />
          </Tabs.Panel>
        )}
        {problems.length > 0 && <Tabs.Panel value="unreadable"><ProblemList problems={problems} /></Tabs.Panel>}
      </Tabs>
      <div className={dialogClasses.footer}>
        <div className={classes.aside}>
          {busy ? <ImportProgress /> : following > 0 && <span>{following === 1 ? 'One more file follows.' : `${following} more files follow.`}</span>}
        </div>
        {job !== null && <Button variant="default" onClick={() => { void cancelJob(job); }}>Cancel the import</Button>}
        {deed !== null && !busy && <Button variant="default" onClick={() => onLeave(false)}>{following > 0 ? 'Skip this file' : 'Cancel'}</Button>}
        {nothing !== null && deed === null
          ? <Button ref={next} onClick={() => onLeave(false)}>{following > 0 ? 'Go on with the next file' : 'Close'}</Button>
          : <Button ref={next} loading={busy} disabled={deed === null} onClick={() => { if (deed !== null) void carryOut(deed.done); }}>{deed?.offer ?? 'Choose papers to import'}</Button>}
      </div>
    </>
  );
}

/** An import that was cancelled is none that failed: it ends where it began. */
async function unlessCancelled(work: Promise<unknown>): Promise<'done' | 'cancelled'> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (isCancelled(error)) return 'cancelled';
    throw error;
  }
}

function firstSection({ fresh, duplicates, problems }: ImportPreview): Section {
  if (fresh.length > 0) return 'new';
  return duplicates.length > 0 || problems.length === 0 ? 'known' : 'unreadable';
}

function Figure({ of }: { of: readonly unknown[] }) {
  return <span className={classes.figure}>{of.length.toLocaleString('en')}</span>;
}

function ImportProgress() {
  const progress = useProgress((state) => state.progress);
  return <ProgressLine label={progress?.label ?? 'Importing'} part={progress === null || progress.total === 0 ? null : progress.done / progress.total} />;
}
