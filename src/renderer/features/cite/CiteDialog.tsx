import { Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useDialog } from '../../app/dialogs';
import { CitePalette, type CitePaletteProps } from './CitePalette';
import classes from './Cite.module.css';

/** The palette in a browser window, which has no window of its own for it. */
export function CiteDialog({ StyleField }: Pick<CitePaletteProps, 'StyleField'>) {
  const { dialog, close } = useDialog();
  return (
    <Modal
      opened={dialog?.kind === 'cite'} onClose={close} closeOnEscape={false} withCloseButton={false} size={680} yOffset="12dvh" padding={0} transitionProps={{ duration: 0 }}
      classNames={{ content: classes.dialog, body: classes.body }} attributes={{ content: { 'aria-label': 'Cite' } }}
    >
      <CitePalette
        StyleField={StyleField}
        onLeave={(copied) => {
          close();
          if (copied !== null) notifications.show({ message: copied.length > 60 ? 'Copied' : `Copied ${copied}`, autoClose: 3000 });
        }}
      />
    </Modal>
  );
}
