import { NativeSelect, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import type { Subject } from '../../../core/historyUseCases';
import type { NoteId, PaperId } from '../../../core/model';
import { titleOf } from '../../../core/recordTitle';
import { TIMELINE_PAGE, useTimeline } from '../../app/history';
import { usePaper } from '../../app/queries';
import { TimelineView } from './TimelineView';
import classes from './History.module.css';

/** The history of a paper, or of one of its notes. */
export function HistoryPanel({ paperId }: { paperId: PaperId }) {
  const [note, setNote] = useState<NoteId | null>(null);
  const notes = useNotes(paperId);
  const subject: Subject = note === null ? { table: 'papers', id: paperId } : { table: 'notes', id: note };
  return (
    <div className={classes.panel}>
      <VisuallyHidden><h2>History</h2></VisuallyHidden>
      {notes.length > 0 && (
        <NativeSelect
          size="xs" className={classes.select} aria-label="History of" value={note ?? ''} onChange={({ currentTarget }) => setNote(currentTarget.value === '' ? null : (currentTarget.value as NoteId))}
          data={[{ value: '', label: 'The paper with its notes and highlights' }, ...notes.map(({ id, name, exists }) => ({ value: id, label: `Note: ${name === '' ? 'untitled' : name}${exists ? '' : ' (deleted)'}` }))]}
        />
      )}
      <TimelineView key={subject.id} subject={subject} />
    </div>
  );
}

/** The notes of a paper: those there are, and behind them those its history tells of. */
function useNotes(paperId: PaperId): { id: string; name: string; exists: boolean }[] {
  const paper = usePaper(paperId);
  const timeline = useTimeline({ table: 'papers', id: paperId }, TIMELINE_PAGE);
  const living = (paper.data?.notes ?? []).map((note) => ({ id: note.id, name: titleOf({ ...note }), exists: true }));
  return [...living, ...(timeline.data?.notes ?? []).filter(({ id, exists }) => !exists && living.every((each) => each.id !== id))];
}
