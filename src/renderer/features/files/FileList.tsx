import { Button, FileButton } from '@mantine/core';
import { IconFilePlus, IconLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Attachment, PaperId } from '../../../core/model';
import { keys, usePaper } from '../../app/queries';
import { addToPaper, PAPER_FILES } from '../../app/uploads';
import { bridge, client } from '../../client';
import { link } from './fileActions';
import { FileItem } from './FileItem';
import classes from './Files.module.css';
import { TextDialog } from './TextDialog';

/** The files of a paper: to be read, named, found again and removed, and more of them to be added. */
export function FileList({ paperId }: { paperId: PaperId }) {
  const { data } = usePaper(paperId);
  const attachments = data?.attachments ?? [];
  const states = useQuery({ queryKey: [...keys.paper(paperId), 'files'], queryFn: () => client.attachments.states.query(paperId), enabled: attachments.length > 0 });
  const [reading, setReading] = useState<Attachment | null>(null);
  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.heading}>Files</h2>
        <FileButton multiple accept={PAPER_FILES} onChange={(files) => { void addToPaper(paperId, files); }}>
          {(props) => <Button {...props} size="compact-xs" variant="subtle" color="gray" leftSection={<IconFilePlus size={14} stroke={1.6} />}>Add files…</Button>}
        </FileButton>
        {bridge && <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconLink size={14} stroke={1.6} />} onClick={() => { void link(paperId); }}>Link…</Button>}
      </div>
      {attachments.length === 0
        ? <p className={classes.none}>There are none. Drop a PDF here, or choose one.</p>
        : <ul className={classes.list} aria-label="Files">{attachments.map((attachment) => <FileItem key={attachment.id} attachment={attachment} state={states.data?.[attachment.id] ?? 'there'} onRead={() => setReading(attachment)} />)}</ul>}
      <TextDialog attachment={reading} onClose={() => setReading(null)} />
    </>
  );
}
