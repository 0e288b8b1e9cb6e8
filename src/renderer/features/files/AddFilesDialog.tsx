import { Button, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Inspected } from '../../../core/files/inspecting';
import { useDialog } from '../../app/dialogs';
import { upload } from '../../app/uploads';
import { client, wordsOf } from '../../client';
import { ProgressLine } from '../../ui/ProgressLine';
import { FailureState } from '../../ui/States';
import tallDialog from '../../ui/tallDialog.module.css';
import classes from './Files.module.css';
import { ReviewFile } from './ReviewFile';

/** Takes PDFs in, one after the other: each is given to the paper that it is of, or becomes a new one, as the person says. */
export function AddFilesDialog() {
  const { dialog, open, close } = useDialog();
  const session = dialog?.kind === 'add-files' ? dialog : null;
  const [file, ...rest] = session?.files ?? [];

  function leave(): void {
    if (session === null || useDialog.getState().dialog !== session) return; // something else was dropped meanwhile
    if (rest.length > 0) open({ ...session, files: rest });
    else if (session.sources.length > 0) open({ kind: 'import', sources: session.sources });
    else close();
  }

  return (
    <Modal
      opened={session !== null} onClose={close} title="Add a PDF" size={680} yOffset="6dvh" closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ exitDuration: 0 }} classNames={tallDialog}
    >
      {file !== undefined && <OneFile key={`${file.name} ${rest.length}`} file={file} following={rest.length} onLeave={leave} />}
    </Modal>
  );
}

type State = { kind: 'reading'; part: number } | { kind: 'failed'; message: string } | { kind: 'read'; inspected: Inspected };

function OneFile({ file, following, onLeave }: { file: File; following: number; onLeave: () => void }) {
  const [state, setState] = useState<State>({ kind: 'reading', part: 0 });
  const [decided, setDecided] = useState({ is: false });

  useEffect(() => {
    let left = false;
    const inspected = inspect(file, (part) => { if (!left) setState({ kind: 'reading', part }); });
    inspected.then((found) => { if (!left) setState({ kind: 'read', inspected: found }); }, (error: unknown) => { if (!left) setState({ kind: 'failed', message: wordsOf(error) }); });
    return () => {
      left = true;
      // What nobody has decided on does not wait for good.
      void inspected.then(({ arrival }) => (decided.is ? undefined : client.attachments.discard.mutate(arrival.id)), () => undefined);
    };
  }, [file, decided]);

  function done(): void {
    setDecided((before) => Object.assign(before, { is: true }));
    onLeave();
  }

  switch (state.kind) {
    case 'reading':
      return (
        <>
          <div className={classes.reading}><ProgressLine label={`Reading ${file.name}`} part={state.part < 1 ? state.part : null} /></div>
          <div className={classes.footer}><Button variant="default" onClick={onLeave}>{following > 0 ? 'Skip this file' : 'Cancel'}</Button></div>
        </>
      );
    case 'failed':
      return (
        <>
          <FailureState title={`${file.name} was not taken in`} message={state.message} />
          <div className={classes.footer}><Button onClick={onLeave}>{following > 0 ? 'Go on with the next file' : 'Close'}</Button></div>
        </>
      );
    default:
      return <ReviewFile inspected={state.inspected} following={following} onSkip={onLeave} onDone={done} />;
  }
}

async function inspect(file: File, onPart: (part: number) => void): Promise<Inspected> {
  return client.attachments.inspect.mutate((await upload(file, onPart)).id);
}
