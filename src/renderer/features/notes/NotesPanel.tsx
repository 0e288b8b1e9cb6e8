import { ActionIcon, Button, Skeleton, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconNotebook, IconPlus } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import type { Note, NoteId, PaperId } from '../../../core/model';
import { act } from '../../app/act';
import { useCommands } from '../../app/commands';
import { usePaper } from '../../app/queries';
import { quoteMarkdown, useQuoteRequests } from '../../app/quote';
import { client, wordsOf } from '../../client';
import { EmptyState, FailureState } from '../../ui/States';
import { NoteEditor } from './NoteEditor';
import { NoteList } from './NoteList';
import type { NoteSession } from './session';
import { useOpenNote } from './useOpenNote';
import classes from './NotesPanel.module.css';

/** A paper's notes: their list, and the one that is open. */
export function NotesPanel({ paperId }: { paperId: PaperId }) {
  const paper = usePaper(paperId);
  if (paper.isError) return <FailureState title="The notes could not be shown" message={wordsOf(paper.error)} onRetry={() => { void paper.refetch(); }} />;
  return paper.isPending ? <PanelSkeleton /> : <Notes key={paperId} paperId={paperId} notes={paper.data.notes} />;
}

function Notes({ paperId, notes }: { paperId: PaperId; notes: readonly Note[] }) {
  const { open, openNote } = useOpenNote(notes);
  const [insertions, setInsertions] = useState<readonly string[] | null>(null);
  const clearInsertions = useCallback(() => setInsertions(null), []);

  const create = async (body: string): Promise<void> => {
    const id = await act(() => client.notes.create.mutate({ paperId, body }));
    if (id === undefined) return;
    openNote(freshNote(id, paperId, body));
    setInsertions([]);
  };
  const createEmpty = useOneAtATime(() => create(''));

  useCommands({ 'new-note': createEmpty });
  useQuoteRequests(paperId, (request) => {
    const markdown = quoteMarkdown(request);
    if (open === null) void create(markdown);
    else setInsertions((waiting) => [...(waiting ?? []), markdown]);
  });

  if (open === null) return <NoNotes onNew={createEmpty} />;
  return (
    <div className={classes.panel}>
      <div className={classes.columns}>
        <div className={classes.side}>
          <VisuallyHidden><h2>Notes</h2></VisuallyHidden>
          <NoteList notes={notes} open={open.view} onOpen={openNote} />
          <Tooltip label="New note (N)">
            <ActionIcon variant="subtle" color="gray" size={28} aria-label="New note" onClick={createEmpty}><IconPlus size={17} stroke={1.6} /></ActionIcon>
          </Tooltip>
        </div>
        <NoteEditor
          key={open.session.key}
          session={open.session}
          view={open.view}
          insertions={insertions}
          onInserted={clearInsertions}
          onDelete={() => { void remove(open.session); }}
        />
      </div>
    </div>
  );
}

/** Begins a piece of work unless it is under way: until a note is open, the keys of who writes on would press the button again. */
function useOneAtATime(work: () => Promise<void>): () => void {
  const busy = useRef(false);
  return () => {
    if (busy.current) return;
    busy.current = true;
    void work().finally(() => { busy.current = false; });
  };
}

/** Deletes a note, saved as it stands so that an undo brings back every word. */
async function remove(session: NoteSession): Promise<void> {
  await session.flush();
  const { id, title } = session.view();
  await act(() => client.notes.remove.mutate(id), title === '' ? 'Deleted the note' : `Deleted the note “${title}”`);
}

/** A note that was just created, before the library has shown it. */
function freshNote(id: NoteId, paperId: PaperId, body: string): Note {
  const now = new Date().toISOString();
  return { id, paperId, title: '', body, version: 0, createdAt: now, modifiedAt: now };
}

function NoNotes({ onNew }: { onNew: () => void }) {
  return (
    <EmptyState
      icon={<IconNotebook size={32} stroke={1.5} />}
      title="No notes yet"
      message="Write down what matters in this paper. Notes are Markdown, with math and tasks, and save themselves."
      action={<Button size="xs" leftSection={<IconPlus size={14} />} onClick={onNew}>New note</Button>}
    />
  );
}

function PanelSkeleton() {
  return (
    <div className={classes.skeleton} aria-busy="true" aria-label="Loading the notes">
      {[40, 90, 75].map((width) => <Skeleton key={width} height={14} width={`${width}%`} />)}
    </div>
  );
}
