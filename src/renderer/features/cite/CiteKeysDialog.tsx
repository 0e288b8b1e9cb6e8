import { Modal } from '@mantine/core';
import { useDialog } from '../../app/dialogs';
import { HotkeyForm } from './HotkeyForm';

/** The keys that call the palette from any program, in the desktop window. */
export function CiteKeysDialog() {
  const { dialog, close } = useDialog();
  return (
    <Modal opened={dialog?.kind === 'cite-keys'} onClose={close} title="Cite from any program" size={460} transitionProps={{ exitDuration: 0 }}>
      <HotkeyForm />
    </Modal>
  );
}
