import type { Note, NoteId } from '../../../core/model';
import classes from './NotesPanel.module.css';

interface NoteListProps {
  notes: readonly Note[];
  /** The note that is open, with its title as it is being typed. */
  open: { id: NoteId; title: string } | null;
  onOpen: (note: Note) => void;
}

export function NoteList({ notes, open, onOpen }: NoteListProps) {
  return (
    <ul className={classes.list} aria-label="Notes of this paper">
      {notes.map((note) => {
        const isOpen = note.id === open?.id;
        return (
          <li key={note.id}>
            <button type="button" className={classes.item} aria-current={isOpen || undefined} onClick={() => onOpen(note)}>
              <span className={classes.name}>{nameOf(isOpen ? { ...note, title: open.title } : note)}</span>
              <time className={classes.date} dateTime={note.modifiedAt}>{dayOf(note.modifiedAt)}</time>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** A note's title, or else its first words. */
function nameOf({ title, body }: Note): string {
  if (title.trim() !== '') return title;
  const words = /[^\s#>*`-][^\n]*/.exec(body.slice(0, 500))?.[0];
  return words?.slice(0, 80) ?? 'Untitled note';
}

const days = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const daysOfYears = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

function dayOf(moment: string): string {
  const date = new Date(moment);
  return (date.getFullYear() === new Date().getFullYear() ? days : daysOfYears).format(date);
}
