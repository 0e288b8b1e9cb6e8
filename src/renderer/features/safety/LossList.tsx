import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import type { Loss } from '../../../core/condition';
import { act } from '../../app/act';
import { copyToClipboard } from '../../app/clipboard';
import { lossesAsText, placeOf } from './words';
import classes from './ConditionBanner.module.css';

/** How many losses are shown; the copy has all of them. */
const SHOWN = 500;

/** What could not be read of a damaged library, folded up until it is asked for. */
export function LossList({ losses }: { losses: readonly Loss[] }) {
  return (
    <details className={classes.losses}>
      <summary>What is lost</summary>
      <div className={classes.lossBox} role="region" aria-label="What is lost" tabIndex={0}>
        <table className={classes.lossTable}>
          <thead><tr><th scope="col">File</th><th scope="col">Place</th><th scope="col">What was there</th></tr></thead>
          <tbody>
            {losses.slice(0, SHOWN).map((loss, index) => (
              <tr key={index}><td>{loss.file}</td><td>{placeOf(loss)}</td><td>{loss.what}</td></tr>
            ))}
          </tbody>
        </table>
        {losses.length > SHOWN && <p className={classes.more}>and {(losses.length - SHOWN).toLocaleString('en')} more, which are in the copied list</p>}
      </div>
      <CopyLosses losses={losses} />
    </details>
  );
}

function CopyLosses({ losses }: { losses: readonly Loss[] }) {
  const [copied, setCopied] = useState(false);

  async function copy(): Promise<void> {
    await act(async () => {
      await copyToClipboard({ text: lossesAsText(losses) });
      setCopied(true);
    });
  }

  return (
    <Button size="compact-sm" variant="default" leftSection={copied ? <IconCheck size={14} stroke={1.7} /> : <IconCopy size={14} stroke={1.7} />} onClick={() => { void copy(); }}>
      {copied ? 'Copied' : 'Copy the list'}
    </Button>
  );
}
