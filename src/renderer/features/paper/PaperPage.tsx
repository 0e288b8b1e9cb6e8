import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { TRPCClientError } from '@trpc/client';
import { useEffect, type ReactNode } from 'react';
import type { AppRouter } from '../../../api/router';
import { shownTitle, type AnnotationId, type PaperId } from '../../../core/model';
import { plainText } from '../../../core/tex';
import { goBackToLibrary } from '../../app/lastScope';
import { usePaper } from '../../app/queries';
import { wordsOf } from '../../client';
import { EmptyState, FailureState } from '../../ui/States';
import { PaperView } from './PaperView';
import classes from './PaperPage.module.css';

interface PaperPageProps {
  id: PaperId;
  /** The highlight to begin at. */
  annotation: AnnotationId | null;
  /** What is to be said of annotations whose place is not certain. */
  moved: ReactNode;
  files: ReactNode;
  notes: ReactNode;
  history: ReactNode;
}

/** A paper to be read: its abstract, and beside it notes, highlights, techniques, the description and the history. */
export function PaperPage({ id, annotation, moved, files, notes, history }: PaperPageProps) {
  const query = usePaper(id);
  useWindowTitle(query.data?.paper.title);
  if (query.isPending) return <PaperSkeleton />;
  if (query.isError) return <Missing error={query.error} onRetry={() => { void query.refetch(); }} />;
  return <PaperView detail={query.data} annotation={annotation} moved={moved} files={files} notes={notes} history={history} />;
}

function Missing({ error, onRetry }: { error: Error; onRetry: () => void }) {
  if (!tellsOfNothing(error)) return <FailureState title="The paper could not be shown" message={wordsOf(error)} onRetry={onRetry} />;
  return (
    <>
      <VisuallyHidden component="h1">Paper</VisuallyHidden>
      <EmptyState
        icon={<IconFileOff size={32} stroke={1.4} />} title="This paper is not here" message={wordsOf(error)}
        action={<Button variant="default" size="xs" onClick={goBackToLibrary}>Back to the library</Button>}
      />
    </>
  );
}

function tellsOfNothing(error: Error): boolean {
  return error instanceof TRPCClientError && (error as TRPCClientError<AppRouter>).data?.failure.code === 'not-found';
}

function useWindowTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return;
    document.title = `${plainText(shownTitle({ title }))} – Lectern`;
    return () => { document.title = 'Lectern'; };
  }, [title]);
}

function PaperSkeleton() {
  return (
    <output className={classes.skeleton} aria-label="Opening the paper">
      <Skeleton height={28} width="70%" />
      <Skeleton height={12} width="40%" mt="md" />
      <Skeleton height={12} width="30%" mt="xs" mb="xl" />
      {[96, 100, 92, 98, 60].map((width) => <Skeleton key={width} height={12} width={`${width}%`} mt="sm" />)}
    </output>
  );
}
