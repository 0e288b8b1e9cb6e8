import { ActionIcon, Group, Skeleton, TextInput, Tooltip } from '@mantine/core';
import { IconColumns2, IconEye, IconPencil, IconTrash } from '@tabler/icons-react';
import { Suspense, lazy, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { NotePreview } from './NotePreview';
import type { SourceHandle } from './NoteSource';
import { SaveLabel } from './SaveLabel';
import type { NoteSession, SessionView } from './session';
import { useNoteLayout, type NoteLayout } from './noteLayout';
import classes from './NoteEditor.module.css';

const NoteSource = lazy(() => import('./NoteSource'));

interface NoteEditorProps {
  session: NoteSession;
  view: SessionView;
  /** What waits to be put into the text: Markdown blocks, in order. An empty list that is new asks for the focus alone. */
  insertions: readonly string[] | null;
  onInserted: () => void;
  onDelete: () => void;
}

/** One note: its title, its source and its preview, as the person likes to see them. */
export function NoteEditor({ session, view, insertions, onInserted, onDelete }: NoteEditorProps) {
  const { layout, setLayout } = useNoteLayout();
  const [body, setBody] = useState(session.draft().body);
  const source = useRef<SourceHandle>(null);
  const [ready, setReady] = useState(false);
  const markReady = useCallback(() => setReady(true), []);
  const toggleTask = useCallback((offset: number) => source.current?.toggleTask(offset), []);

  useEffect(() => {
    if (!ready || insertions === null) return;
    if (layout === 'preview') {
      setLayout('split');
      return;
    }
    for (const markdown of insertions) source.current?.insertBlock(markdown);
    source.current?.focus();
    onInserted();
  }, [ready, insertions, layout, setLayout, onInserted]);

  return (
    <section className={classes.note} aria-label="Note">
      <header className={classes.header}>
        <TextInput
          className={classes.title}
          classNames={{ input: classes.titleInput }}
          variant="unstyled"
          aria-label="Note title"
          placeholder="Untitled note"
          maxLength={480}
          value={view.title}
          onChange={({ currentTarget }) => session.setTitle(currentTarget.value)}
          onKeyDown={({ key, nativeEvent }) => { if (key === 'Enter' && !nativeEvent.isComposing) source.current?.focus(); }}
        />
        <Group gap={6} wrap="nowrap">
          <LayoutChoice layout={layout} onChange={setLayout} />
          <Tooltip label="Delete note">
            <ActionIcon variant="subtle" color="gray" size={28} aria-label="Delete note" onClick={onDelete}><IconTrash size={16} stroke={1.6} /></ActionIcon>
          </Tooltip>
        </Group>
      </header>
      <div className={classes.panes} data-layout={layout}>
        <div className={classes.source} hidden={layout === 'preview'}>
          <Suspense fallback={<SourceSkeleton />}>
            <NoteSource session={session} adopted={view.adopted} ref={source} onReady={markReady} onBody={setBody} />
          </Suspense>
        </div>
        {layout !== 'edit' && <NotePreview body={body} onToggleTask={toggleTask} />}
      </div>
      <footer className={classes.footer}><SaveLabel state={view.state} /></footer>
    </section>
  );
}

const choices: readonly { layout: NoteLayout; name: string; icon: ReactNode }[] = [
  { layout: 'edit', name: 'Edit', icon: <IconPencil size={16} stroke={1.6} /> },
  { layout: 'split', name: 'Edit and preview', icon: <IconColumns2 size={16} stroke={1.6} /> },
  { layout: 'preview', name: 'Preview', icon: <IconEye size={16} stroke={1.6} /> },
];

function LayoutChoice({ layout, onChange }: { layout: NoteLayout; onChange: (layout: NoteLayout) => void }) {
  return (
    <ActionIcon.Group aria-label="View of the note">
      {choices.map(({ layout: choice, name, icon }) => (
        <Tooltip key={choice} label={name}>
          <ActionIcon variant={choice === layout ? 'light' : 'subtle'} color={choice === layout ? undefined : 'gray'} size={28} aria-label={name} aria-pressed={choice === layout} onClick={() => onChange(choice)}>
            {icon}
          </ActionIcon>
        </Tooltip>
      ))}
    </ActionIcon.Group>
  );
}

function SourceSkeleton() {
  return (
    <div className={classes.skeleton}>
      {[80, 92, 60].map((width) => <Skeleton key={width} height={12} width={`${width}%`} />)}
    </div>
  );
}
