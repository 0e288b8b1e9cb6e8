import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { BackupInfo } from '../../../core/ports';
import { useDialog } from '../../app/dialogs';
import { BackupList } from './BackupList';
import { HistoryLimits } from './HistoryLimits';
import { RestorePreview } from './RestorePreview';
import classes from './Backups.module.css';

/** The backups of the library: those there are, making one, and what restoring one would change before it is done. */
export function BackupsDialog() {
  const { dialog, close } = useDialog();
  const own = dialog?.kind === 'backups' ? dialog : null;
  return (
    <Modal opened={own !== null} onClose={close} title="Backups" size={760} yOffset="6dvh" transitionProps={{ exitDuration: 0 }} classNames={{ content: classes.content, body: classes.body }}>
      {own !== null && <Content restore={own.restore ?? null} onClose={close} />}
    </Modal>
  );
}

function Content({ restore, onClose }: { restore: BackupInfo | null; onClose: () => void }) {
  const [chosen, setChosen] = useState(restore);
  if (chosen !== null) return <RestorePreview backup={chosen} onBack={() => setChosen(null)} onRestored={onClose} />;
  return (
    <>
      <BackupList onRestore={setChosen} />
      <HistoryLimits />
    </>
  );
}
