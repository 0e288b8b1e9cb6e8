import { Button } from '@mantine/core';
import { useState } from 'react';
import { act } from '../../app/act';
import { useOverview } from '../../app/queries';
import { client } from '../../client';
import { ProgressLine } from '../../ui/ProgressLine';
import { useRefreshBackups } from './backupQueries';
import { contentsOf, sizeOf } from './words';
import classes from './Backups.module.css';

/** Makes a backup, and says what is in it. A library that cannot be read completely cannot be backed up. */
export function BackUpNow() {
  const { data: overview } = useOverview();
  const refresh = useRefreshBackups();
  const [state, setState] = useState<'idle' | 'making' | { made: string }>('idle');
  const damaged = overview?.condition.kind !== 'sound';

  async function make(): Promise<void> {
    setState('making');
    const made = await act(() => client.backups.make.mutate({}));
    setState(made === undefined ? 'idle' : { made: `Made and read back: ${contentsOf(made)}, ${sizeOf(made.bytes)}.` });
    refresh();
  }

  return (
    <div className={classes.now}>
      <Button size="xs" disabled={damaged || state === 'making'} onClick={() => { void make(); }}>Back up now</Button>
      {state === 'making' && <ProgressLine label="Backing up and reading back" part={null} />}
      {overview !== undefined && damaged && <p className={classes.muted}>A library can be backed up only when all of it can be read.</p>}
      <output className={classes.muted}>{typeof state === 'object' && state.made}</output>
    </div>
  );
}
