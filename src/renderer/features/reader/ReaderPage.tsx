import { Button, PasswordInput } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { shownTitle, type Attachment } from '../../../core/model';
import type { PaperDetail } from '../../../core/papers';
import { plainText } from '../../../core/tex';
import { usePaper } from '../../app/queries';
import { goToPaper, type Route } from '../../app/route';
import { client, wordsOf } from '../../client';
import { EmptyState, FailureState, LoadingState } from '../../ui/States';
import { useOpenFile } from './useOpenFile';
import { ReaderView } from './ReaderView';
import classes from './Reader.module.css';

export interface ReaderPageProps {
  route: Extract<Route, { kind: 'read' }>;
  /** The notes of the paper, to stand beside its pages. */
  notes: ReactNode;
}

/** A file of a paper, to be read and marked. */
export default function ReaderPage({ route, notes }: ReaderPageProps) {
  const paper = usePaper(route.id);
  const filesAt = useQuery({ queryKey: ['filesAt'], queryFn: () => client.host.filesAt.query() });
  const [attempt, setAttempt] = useState(0);
  const failed = paper.error ?? filesAt.error;
  const title = paper.data && plainText(shownTitle(paper.data.paper));
  useEffect(() => {
    if (title === undefined) return;
    document.title = `${title} – Lectern`;
    return () => { document.title = 'Lectern'; };
  }, [title]);

  const back = <Button variant="default" size="xs" onClick={() => goToPaper(route.id)}>Back to the paper</Button>;
  if (failed !== null) return <FailureState title="The file could not be shown" message={wordsOf(failed)} />;
  if (paper.data === undefined || filesAt.data === undefined) return <LoadingState label="Opening the file" />;
  const file = paper.data.attachments.find(({ id }) => id === route.attachment);
  if (file === undefined) return <EmptyState icon={<IconFileOff size={32} stroke={1.4} />} title="This file is not here" message="It does not belong to the paper any more. Undo may bring it back." action={back} />;
  if (file.type !== 'application/pdf' || filesAt.data === null) return <EmptyState icon={<IconFileOff size={32} stroke={1.4} />} title="This file is no PDF" message="Lectern shows PDFs. Open the file with the program that you read such files with." action={back} />;
  return <Opening key={attempt} onRetry={() => setAttempt(attempt + 1)} file={file} address={`${filesAt.data}${file.id}`} route={route} paper={paper.data} notes={notes} />;
}

interface OpeningProps extends ReaderPageProps {
  file: Attachment;
  address: string;
  paper: PaperDetail;
  onRetry: () => void;
}

function Opening({ file, address, route, paper: { paper, annotations }, notes, onRetry }: OpeningProps) {
  const opened = useOpenFile(file, address, route.page);
  switch (opened.kind) {
    case 'opening': return <LoadingState label="Opening the file" />;
    case 'password': return <Password again={opened.again} onPassword={opened.answer} />;
    case 'failed': return <FailureState title="The file could not be opened" message={opened.message} onRetry={onRetry} />;
    default: return <ReaderView reader={opened.reader} paper={paper} file={file} annotations={annotations} begin={route.annotation} notes={notes} />;
  }
}

function Password({ again, onPassword }: { again: boolean; onPassword: (password: string) => void }) {
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <div className={classes.password}>
      <form onSubmit={(event) => { event.preventDefault(); onPassword(password); }}>
        <h1>This PDF has a password</h1>
        <p>It is used to open the file now, and kept nowhere.</p>
        <PasswordInput ref={field} label="Password" value={password} error={again ? 'This is not the password.' : undefined} onChange={(event) => setPassword(event.currentTarget.value)} />
        <Button type="submit" size="sm">Open</Button>
      </form>
    </div>
  );
}
