import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconArchive, IconCheck } from '@tabler/icons-react';
import type { BackupInfo } from '../../../core/ports';
import { wordsOf } from '../../client';
import { EmptyState, FailureState } from '../../ui/States';
import { BackUpNow } from './BackUpNow';
import { useBackups } from './backupQueries';
import { momentOf } from '../../app/moments';
import { reasonNames, sizeOf } from './words';
import classes from './Backups.module.css';

export function BackupList({ onRestore }: { onRestore: (backup: BackupInfo) => void }) {
  return (
    <>
      <div className={classes.head}>
        <p className={classes.explanation}>
          Lectern makes a backup every day, and before large imports and changes of format. It keeps those of 7 days, 4 weeks and 6 months and the last seven from before an import, and reads each one back.
        </p>
        <BackUpNow />
      </div>
      <List onRestore={onRestore} />
    </>
  );
}

function List({ onRestore }: { onRestore: (backup: BackupInfo) => void }) {
  const backups = useBackups();
  if (backups.isError) return <FailureState title="The backups could not be read" message={wordsOf(backups.error)} onRetry={() => { void backups.refetch(); }} />;
  if (backups.isPending) return <BackupsSkeleton />;
  if (backups.data.length === 0) return <EmptyState icon={<IconArchive size={32} stroke={1.5} />} title="No backup yet" message="The first one is made by itself once there is something in the library." />;
  return (
    <div className={classes.scroll} role="region" aria-label="Backups in the folder of the library" tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Made</th><th scope="col">Why</th><th scope="col" className={classes.figure}>Papers</th><th scope="col" className={classes.figure}>Size</th><th scope="col">Read back</th>
            <th scope="col"><VisuallyHidden>Restore</VisuallyHidden></th>
          </tr>
        </thead>
        <tbody>{backups.data.map((backup) => <BackupRow key={backup.name} backup={backup} onRestore={onRestore} />)}</tbody>
      </table>
    </div>
  );
}

function BackupRow({ backup, onRestore }: { backup: BackupInfo; onRestore: (backup: BackupInfo) => void }) {
  const { name, at, reason, bytes, papers, verified } = backup;
  const moment = momentOf(at);
  return (
    <tr title={name}>
      <th scope="row"><time dateTime={at}>{moment}</time></th>
      <td>{reasonNames[reason]}</td>
      <td className={classes.figure}>{verified ? papers.toLocaleString('en') : '–'}</td>
      <td className={classes.figure}>{sizeOf(bytes)}</td>
      <td><State verified={verified} /></td>
      <td className={classes.action}>{verified && <Button size="compact-xs" variant="default" aria-label={`Restore… the backup of ${moment}`} onClick={() => onRestore(backup)}>Restore…</Button>}</td>
    </tr>
  );
}

function State({ verified }: { verified: boolean }) {
  return verified
    ? <span className={classes.state}><IconCheck size={14} stroke={1.8} aria-hidden="true" />Sound</span>
    : <span className={classes.state} data-damaged><IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" />Damaged</span>;
}

function BackupsSkeleton() {
  return (
    <output className={classes.skeleton} aria-label="Reading the backups">
      {[92, 92, 92].map((width, index) => <Skeleton key={index} height={14} width={`${width}%`} />)}
    </output>
  );
}
