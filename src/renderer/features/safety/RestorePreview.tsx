import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import type { Condition } from '../../../core/condition';
import type { BackupInfo } from '../../../core/ports';
import { useOverview } from '../../app/queries';
import { wordsOf } from '../../client';
import { ProgressLine } from '../../ui/ProgressLine';
import { FailureState } from '../../ui/States';
import { TexText } from '../../ui/TexText';
import { useRestorePreview } from './backupQueries';
import { mend, restore } from './mending';
import { momentOf } from '../../app/moments';
import { contentsOf, effectsOf, type Effect } from './words';
import classes from './Backups.module.css';

interface RestorePreviewProps {
  backup: BackupInfo;
  onBack: () => void;
  onRestored: () => void;
}

/** What restoring a backup would change, and doing it. */
export function RestorePreview({ backup, onBack, onRestored }: RestorePreviewProps) {
  const { data: overview } = useOverview();
  const [working, setWorking] = useState<string | null>(null);

  async function carryOut(label: string, work: () => Promise<boolean>): Promise<void> {
    setWorking(label);
    const done = await work();
    setWorking(null);
    if (done) onRestored();
  }

  // The preview leaves while its backup is restored: it would be read again with every change of the library.
  if (working !== null) return <div className={classes.working}><ProgressLine label={working} part={null} /></div>;
  return (
    <>
      <div className={classes.head}>
        <Button size="compact-sm" variant="subtle" color="gray" className={classes.back} leftSection={<IconArrowLeft size={16} stroke={1.7} />} onClick={onBack}>All backups</Button>
        <h3 className={classes.title}>Restore the backup of {momentOf(backup.at)}</h3>
        <p className={classes.explanation}>It holds {contentsOf(backup)}.</p>
      </div>
      {overview === undefined ? <PreviewSkeleton /> : <Preview backup={backup} condition={overview.condition} onCarryOut={carryOut} />}
    </>
  );
}

interface PreviewProps {
  backup: BackupInfo;
  condition: Condition;
  onCarryOut: (label: string, work: () => Promise<boolean>) => Promise<void>;
}

function Preview({ backup, condition, onCarryOut }: PreviewProps) {
  const preview = useRestorePreview(backup.name);
  if (preview.isError) return <FailureState title="This backup could not be compared with the library" message={wordsOf(preview.error)} onRetry={() => { void preview.refetch(); }} />;
  if (preview.isPending) return <PreviewSkeleton />;
  const effects = effectsOf(preview.data.differences);
  const damaged = condition.kind === 'damaged';
  return (
    <>
      <div className={classes.scroll} role="region" aria-label="What would change" tabIndex={0}>
        {damaged && <Steps />}
        {effects.length === 0
          ? <p className={classes.same}>{damaged ? 'What is sound of the library is as in this backup.' : 'The library is as in this backup already. There is nothing to restore.'}</p>
          : <Effects effects={effects} />}
      </div>
      <div className={classes.footer}>
        <p className={classes.muted}>{closing(condition, effects)}</p>
        {effects.length === 0 && damaged && <Button size="xs" onClick={() => { void onCarryOut('Keeping what is sound', mend); }}>Go on with what is sound</Button>}
        {effects.length > 0 && <Button size="xs" disabled={condition.kind === 'newer'} onClick={() => { void onCarryOut('Restoring the backup', () => restore(backup, damaged)); }}>Restore</Button>}
      </div>
    </>
  );
}

function closing({ kind }: Condition, effects: readonly Effect[]): string {
  if (kind === 'newer') return 'This library was made by a newer Lectern. Update Lectern to restore a backup of it.';
  if (effects.length === 0) return '';
  return 'Restoring is one step, which can be undone. What is not counted here stays as it is.';
}

function Steps() {
  return (
    <ol className={classes.steps}>
      <li>Lectern first goes on with what is sound. The files as they are now are kept in a folder of their own within the library.</li>
      <li>Then the backup is restored, which changes what is named below.</li>
    </ol>
  );
}

/** All that changes, counted at a glance, and then by title. */
function Effects({ effects }: { effects: readonly Effect[] }) {
  return (
    <>
      {effects.length > 1 && <p className={classes.sum}>{effects.map(({ words }) => words).join(' · ')}</p>}
      <ul className={classes.effects}>{effects.map((effect) => <EffectItem key={`${effect.table}/${effect.kind}`} effect={effect} />)}</ul>
    </>
  );
}

function EffectItem({ effect: { table, kind, words, count, examples } }: { effect: Effect }) {
  return (
    <li data-kind={kind} className={classes.effect}>
      <h4>{words}</h4>
      {table !== 'settings' && (
        <ul className={classes.examples}>
          {examples.map((title, index) => <li key={index}>{title === '' ? 'Untitled' : <TexText text={title} />}</li>)}
          {count > examples.length && <li className={classes.muted}>and {(count - examples.length).toLocaleString('en')} more</li>}
        </ul>
      )}
    </li>
  );
}

function PreviewSkeleton() {
  return (
    <output className={classes.skeleton} aria-label="Comparing the backup with the library">
      {[34, 82, 70, 76, 40].map((width) => <Skeleton key={width} height={13} width={`${width}%`} />)}
    </output>
  );
}
