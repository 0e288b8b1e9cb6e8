import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useDialog } from '../../app/dialogs';
import { openLibrary } from './opening';
import { isWhole } from './places';
import classes from './Libraries.module.css';

/** Asks for the folder of a library, in a browser window, which has no dialog of the system for it. */
export function OpenLibraryDialog() {
  const { dialog, close } = useDialog();
  const opened = dialog?.kind === 'open-library';
  return (
    <Modal opened={opened} onClose={close} title="Open another library" size={520} transitionProps={{ exitDuration: 0 }}>
      {opened && <Form onOpened={close} />}
    </Modal>
  );
}

function Form({ onOpened }: { onOpened: () => void }) {
  const [folder, setFolder] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [opening, setOpening] = useState(false);

  async function submit(): Promise<void> {
    const path = folder.trim();
    if (!isWhole(path)) {
      setError('Write the whole path of the folder, from the root on, such as /home/ada/thesis.');
      return;
    }
    setOpening(true);
    const opened = await openLibrary(path);
    setOpening(false);
    if (opened) onOpened();
  }

  return (
    <form onSubmit={(event) => { event.preventDefault(); void submit(); }} noValidate>
      <TextInput
        data-autofocus label="Folder of the library" description="A folder that is empty or not there yet becomes a new library."
        value={folder} error={error} spellCheck={false} autoComplete="off" maxLength={4096}
        onChange={({ currentTarget }) => { setFolder(currentTarget.value); setError(null); }}
      />
      <div className={classes.footer}><Button type="submit" size="xs" loading={opening} disabled={folder.trim() === ''}>Open</Button></div>
    </form>
  );
}
