import { Button, Modal } from '@mantine/core';
import { useDialog, type ImportSource } from '../../app/dialogs';
import { goToScope } from '../../app/route';
import { ProgressLine } from '../../ui/ProgressLine';
import { FailureState } from '../../ui/States';
import { ChooseSource } from './ChooseSource';
import tallDialog from '../../ui/tallDialog.module.css';
import classes from './ImportDialog.module.css';
import { Preview } from './Preview';
import { usePreview } from './usePreview';

/** Brings papers in: first where from, then what is in it, and only then into the library. Several files are gone through one after the other. */
export function ImportDialog() {
  const { dialog, close } = useDialog();
  const session = dialog?.kind === 'import' ? dialog : null;
  return (
    <Modal
      opened={session !== null}
      onClose={close}
      title="Import papers"
      size={760}
      yOffset="6dvh"
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ exitDuration: 0 }}
      classNames={tallDialog}
    >
      {session !== null && (session.sources === undefined ? <ChooseSource /> : <Source sources={session.sources} />)}
    </Modal>
  );
}

/** Reads the first source and shows what is in it; the others follow. */
function Source({ sources }: { sources: ImportSource[] | 'sample' }) {
  if (sources === 'sample') return <Previewed source="sample" rest={[]} />;
  const [first, ...rest] = sources;
  return first === undefined ? <ChooseSource /> : <Previewed source={first} rest={rest} />;
}

function Previewed({ source, rest }: { source: ImportSource | 'sample'; rest: ImportSource[] }) {
  const { open, close } = useDialog();
  const state = usePreview(source);
  const own = useDialog(({ dialog }) => dialog);

  function leave(imported: boolean): void {
    // While the import ran the person may have closed this dialog or dropped something else.
    if (useDialog.getState().dialog !== own) return;
    if (rest.length > 0) {
      open({ kind: 'import', sources: rest });
      return;
    }
    close();
    if (imported) goToScope({ kind: 'all' });
  }

  switch (state.kind) {
    case 'reading':
      return (
        <>
          <div className={classes.reading}><ProgressLine label={source === 'sample' ? 'Reading the sample' : `Reading ${source.fileName}`} part={state.part} /></div>
          <div className={classes.footer}><Button variant="default" onClick={() => leave(false)}>{rest.length > 0 ? 'Skip this file' : 'Cancel'}</Button></div>
        </>
      );
    case 'failed':
      return (
        <>
          <FailureState title="This could not be read" message={state.message} />
          <div className={classes.footer}>
            <Button variant="default" onClick={() => open({ kind: 'import' })}>Choose something else</Button>
            <Button onClick={() => leave(false)}>{rest.length > 0 ? 'Go on with the next file' : 'Close'}</Button>
          </div>
        </>
      );
    default:
      return <Preview key={state.preview.previewId} preview={state.preview} following={rest.length} onLeave={leave} />;
  }
}
