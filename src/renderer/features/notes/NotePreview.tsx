import { useDebouncedValue } from '@mantine/hooks';
import { memo, useDeferredValue } from 'react';
import { Markdown } from '../../ui/Markdown';
import classes from './NoteEditor.module.css';

/** From this many characters on the preview waits for a pause, so that typing stays quick. */
const LONG = 10_000;

/** The note as it reads. Follows the typing as soon as there is time for it. */
export const NotePreview = memo(function NotePreview({ body, onToggleTask }: { body: { toString(): string }; onToggleTask: (offset: number) => void }) {
  const text = String(body);
  const [settled] = useDebouncedValue(text, 400);
  const shown = useDeferredValue(text.length < LONG ? text : settled);
  return (
    <div className={classes.preview} role="region" aria-label="Preview of the note" tabIndex={0}>
      {shown.trim() === '' ? <p className={classes.nothing}>Nothing written yet</p> : <Markdown text={shown} onToggleTask={onToggleTask} />}
    </div>
  );
});
