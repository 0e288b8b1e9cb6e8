import { Button, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { Settings } from '../../../core/model';
import { act } from '../../app/act';
import { useOverview } from '../../app/queries';
import { client } from '../../client';
import { useSettings } from './backupQueries';
import classes from './Backups.module.css';

/** How much of its history the library keeps. */
export function HistoryLimits() {
  const { data: settings } = useSettings();
  const { data: overview } = useOverview();
  if (settings === undefined || overview === undefined) return null;
  // A new form for new settings, such as those that an undo brings back.
  return <Form key={`${settings.historyDays} ${settings.historyMegabytes}`} settings={settings} readOnly={overview.condition.kind !== 'sound'} />;
}

const limits = Settings.pick({ historyDays: true, historyMegabytes: true });

function Form({ settings, readOnly }: { settings: Settings; readOnly: boolean }) {
  const [days, setDays] = useState<number | string>(settings.historyDays);
  const [megabytes, setMegabytes] = useState<number | string>(settings.historyMegabytes);
  const chosen = limits.safeParse({ historyDays: days, historyMegabytes: megabytes });
  const changed = days !== settings.historyDays || megabytes !== settings.historyMegabytes;

  async function save(): Promise<void> {
    if (chosen.success) await act(() => client.library.changeSettings.mutate(chosen.data), 'Changed how much history is kept');
  }

  return (
    <form className={classes.limits} aria-label="History" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <h3 className={classes.title}>History</h3>
      <p className={classes.explanation}>Undo and earlier versions reach back this far, whichever ends first. Papers and notes themselves are never removed by it.</p>
      <div className={classes.fields}>
        <NumberInput size="xs" label="Days" value={days} onChange={setDays} min={1} max={36_500} allowDecimal={false} thousandSeparator="," disabled={readOnly} className={classes.field} />
        <NumberInput size="xs" label="Megabytes" value={megabytes} onChange={setMegabytes} min={1} max={1_000_000} allowDecimal={false} thousandSeparator="," disabled={readOnly} className={classes.field} />
        <Button type="submit" size="xs" variant="default" disabled={readOnly || !changed || !chosen.success}>Keep this much</Button>
      </div>
    </form>
  );
}
