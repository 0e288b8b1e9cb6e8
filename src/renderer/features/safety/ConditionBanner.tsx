import { Button } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import type { Loss } from '../../../core/condition';
import { counted } from '../../../core/text';
import { useDialog } from '../../app/dialogs';
import { useOverview } from '../../app/queries';
import { useBackups } from './backupQueries';
import { LossList } from './LossList';
import { mend } from './mending';
import { momentOf } from '../../app/moments';
import { contentsOf, newestSound } from './words';
import classes from './ConditionBanner.module.css';

/** Says why a library cannot be changed, and what can be done about it. A sound library shows nothing. */
export function ConditionBanner() {
  const { data: overview } = useOverview();
  const condition = overview?.condition;
  switch (condition?.kind) {
    case 'damaged': return <Damaged losses={condition.losses} />;
    case 'newer': return (
      <Banner icon={<IconInfoCircle size={18} stroke={1.7} />}>
        This library was made by a newer Lectern and is open for reading only. Update Lectern to change it.
      </Banner>
    );
    default: return null;
  }
}

function Banner({ icon, children, more }: { icon: ReactNode; children: ReactNode; more?: ReactNode }) {
  return (
    <section aria-label="State of the library" className={classes.banner}>
      <span className={classes.icon} aria-hidden="true">{icon}</span>
      <div className={classes.column}>
        <output className={classes.words}>{children}</output>
        {more}
      </div>
    </section>
  );
}

function Damaged({ losses }: { losses: readonly Loss[] }) {
  return (
    <Banner icon={<IconAlertTriangle size={18} stroke={1.7} />} more={<><Choices /><LossList losses={losses} /></>}>
      <strong>This library is damaged and open for reading only.</strong>{' '}
      {counted(losses.length, 'part')} of it could not be read. Everything stays on the disk as it is until you choose how to go on.
    </Banner>
  );
}

function Choices() {
  const [mending, setMending] = useState(false);
  const choices = useRef<HTMLDivElement>(null);

  async function goOn(): Promise<void> {
    setMending(true);
    const main = choices.current?.closest('main');
    const mended = await mend();
    setMending(false);
    if (mended) main?.focus(); // the button that had the focus goes with the banner
  }

  return (
    <div ref={choices} className={classes.choices}>
      <Button size="compact-sm" loading={mending} onClick={() => { void goOn(); }}>Go on with what is sound</Button>
      <RestoreNewest />
      <p className={classes.hint}>Either way, the files as they are now are kept in a folder of their own. Or leave all as it is, and read.</p>
    </div>
  );
}

function RestoreNewest() {
  const { open } = useDialog();
  const backups = useBackups();
  if (backups.isPending) return <Button size="compact-sm" variant="default" disabled>Looking for a backup…</Button>;
  const newest = newestSound(backups.data ?? []);
  if (newest === undefined) return <span className={classes.hint}>{backups.isError ? 'The backups could not be read.' : 'There is no backup that could be restored.'}</span>;
  return (
    <Button size="compact-sm" variant="default" title={`${newest.name}: ${contentsOf(newest)}`} onClick={() => open({ kind: 'backups', restore: newest })}>
      Restore the newest backup, of {momentOf(newest.at)}…
    </Button>
  );
}
