import { Progress } from '@mantine/core';
import classes from './ProgressLine.module.css';

/** Work under way, in words and as a line: `part` of it (0 to 1) is done, or null where nobody knows. */
export function ProgressLine({ label, part }: { label: string; part: number | null }) {
  return (
    <div className={classes.progress}>
      <span className={classes.words}>
        <span role="status">{label}…</span>
        {part !== null && <span className="lectern-figures" aria-hidden="true">{Math.floor(100 * part)} %</span>}
      </span>
      <Progress.Root size="sm">
        <Progress.Section value={part === null ? 100 : 100 * part} withAria={part !== null} aria-label={part === null ? undefined : label} animated={part === null} />
      </Progress.Root>
    </div>
  );
}
