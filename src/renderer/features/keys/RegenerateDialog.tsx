import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Regeneration } from '../../../core/citationKeys';
import type { PaperId } from '../../../core/model';
import { counted } from '../../../core/text';
import { act } from '../../app/act';
import { useDialog } from '../../app/dialogs';
import { useOverview } from '../../app/queries';
import { client, wordsOf } from '../../client';
import { FailureState, LoadingState } from '../../ui/States';
import tallDialog from '../../ui/tallDialog.module.css';
import { useRegeneration } from './keyQueries';
import { KeyTable } from './KeyTable';
import classes from './Keys.module.css';

/** Makes the keys of the chosen papers anew, after it has shown which. */
export function RegenerateDialog() {
  const { dialog, close } = useDialog();
  const own = dialog?.kind === 'regenerate-keys' ? dialog : null;
  return (
    <Modal opened={own !== null} onClose={close} title="Regenerate citation keys" size={760} yOffset="6dvh" closeButtonProps={{ 'aria-label': 'Close' }} transitionProps={{ exitDuration: 0 }} classNames={tallDialog}>
      {own !== null && <Content ids={own.ids} onDone={close} />}
    </Modal>
  );
}

function Content({ ids, onDone }: { ids: PaperId[]; onDone: () => void }) {
  const { open } = useDialog();
  const { data: overview } = useOverview();
  const [pinnedToo, setPinnedToo] = useState(false);
  const [working, setWorking] = useState(false);
  const shown = useRegeneration(ids, pinnedToo);
  const changed = shown.data?.changed ?? 0;

  async function regenerate(): Promise<void> {
    setWorking(true);
    const done = await act(() => client.keys.regenerate.mutate({ ids, pinnedToo }), `Regenerated ${counted(changed, 'citation key')}`);
    setWorking(false);
    if (done !== undefined) onDone();
  }

  return (
    <>
      <div className={classes.head}>
        <p className={classes.explanation}>The keys of {counted(ids.length, 'paper')} by the pattern of the library. Documents that cite the old keys have to be changed as well.</p>
        <div className={classes.fields} data-centred>
          <Checkbox size="xs" label="Pinned keys too" checked={pinnedToo} onChange={(event) => setPinnedToo(event.currentTarget.checked)} />
          <span className={classes.spread} />
          <Button size="xs" variant="subtle" onClick={() => open({ kind: 'citation-keys' })}>Change the pattern…</Button>
        </div>
      </div>
      {shown.isError && <FailureState title="The keys could not be made" message={wordsOf(shown.error)} onRetry={() => { void shown.refetch(); }} />}
      {shown.isPending && <LoadingState label="Making keys" />}
      {shown.data !== undefined && (changed === 0 ? <p className={classes.none}>These papers have the keys that the pattern makes.</p> : <KeyTable keys={shown.data.changes} label="Keys that would change" />)}
      <div className={classes.footer}>
        <output className={classes.sum}>{shown.data === undefined ? '' : sumOf(shown.data)}</output>
        <Button size="xs" loading={working} disabled={changed === 0 || overview?.condition.kind !== 'sound'} onClick={() => { void regenerate(); }}>Regenerate</Button>
      </div>
    </>
  );
}

function sumOf({ changes, changed, unchanged, pinned }: Regeneration): string {
  const parts = [`${counted(changed, 'key')} would change${changes.length < changed ? ` (the first ${changes.length} are shown)` : ''}`];
  if (unchanged > 0) parts.push(`${unchanged.toLocaleString('en')} as they are`);
  if (pinned > 0) parts.push(`${pinned.toLocaleString('en')} pinned`);
  return parts.join(' · ');
}
