import type { ReadingStatus } from '../../core/model';
import classes from './StatusGlyph.module.css';

export const statusNames: Record<ReadingStatus, string> = { 'to-read': 'To read', reading: 'Reading', done: 'Done' };

/** How far the reading is: an empty, a half-filled or a ticked circle, with its name unless that stands beside it anyway. */
export function StatusGlyph({ status, text = true, size = 14 }: { status: ReadingStatus; text?: boolean; size?: number }) {
  return (
    <span className={classes.status}>
      <svg width={size} height={size} viewBox="0 0 16 16" className={classes.glyph} aria-hidden="true">
        {status === 'done'
          ? <path d="M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm3.6 4.3a.8.8 0 0 0-1.1.1L7.2 9.4 5.5 7.7a.8.8 0 1 0-1.1 1.1l2.3 2.3c.3.3.8.3 1.1-.1l3.9-4.6a.8.8 0 0 0-.1-1.1Z" fill="currentColor" />
          : <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.5" />}
        {status === 'reading' && <path d="M8 4a4 4 0 0 1 0 8Z" fill="currentColor" />}
      </svg>
      {text && statusNames[status]}
    </span>
  );
}
