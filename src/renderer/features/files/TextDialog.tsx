import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Attachment } from '../../../core/model';
import { client, wordsOf } from '../../client';
import { FailureState, LoadingState } from '../../ui/States';
import tallDialog from '../../ui/tallDialog.module.css';
import classes from './Files.module.css';
import { nameOfFile } from './words';

/** The words of a page of HTML or a plain text; nothing in it runs. */
export function TextDialog({ attachment, onClose }: { attachment: Attachment | null; onClose: () => void }) {
  return (
    <Modal opened={attachment !== null} onClose={onClose} title={attachment === null ? '' : nameOfFile(attachment)} size={760} yOffset="6dvh" closeButtonProps={{ 'aria-label': 'Close' }} classNames={tallDialog}>
      {attachment !== null && <Words attachment={attachment} />}
    </Modal>
  );
}

function Words({ attachment: { id, sha256 } }: { attachment: Attachment }) {
  const { data, isPending, error } = useQuery({ queryKey: ['fileText', sha256], queryFn: () => client.attachments.text.query(id) });
  if (isPending) return <LoadingState label="Reading the file" />;
  if (error !== null) return <FailureState title="The file could not be shown" message={wordsOf(error)} />;
  if (data === null) return <FailureState title="The file could not be read" message="It is missing, or was changed outside Lectern." />;
  return <div className={classes.words} tabIndex={0} role="document">{data.join('\n\n')}</div>;
}
