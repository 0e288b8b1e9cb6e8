import { assertNever } from '../../../core/errors';
import type { SaveState } from './autosave';
import classes from './NoteEditor.module.css';

/** Says quietly whether the note is saved; a failure says why. */
export function SaveLabel({ state }: { state: SaveState }) {
  return <output className={classes.save} data-failed={state.kind === 'failed' || undefined} aria-live="polite">{wordsFor(state)}</output>;
}

function wordsFor(state: SaveState): string {
  switch (state.kind) {
    case 'saved': return 'Saved';
    case 'waiting':
    case 'saving': return 'Saving…';
    case 'failed': return `Not saved: ${state.reason}`;
    default: return assertNever(state);
  }
}
