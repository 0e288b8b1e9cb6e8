import { Progress } from '@mantine/core';
import { useProgress } from '../app/progress';
import classes from './ProgressStrip.module.css';

/** Shows the long work that the host is doing, at the foot of the window, for as long as it lasts. */
export function ProgressStrip() {
  const progress = useProgress((state) => state.progress);
  if (progress === null) return null;
  const { label, done, total } = progress;
  return (
    <div className={classes.strip}>
      <output>{label}</output>
      <Progress.Root size="sm" className={classes.track}>
        <Progress.Section value={total === 0 ? 0 : (100 * done) / total} aria-label={label} />
      </Progress.Root>
      <span className="lectern-figures">{done.toLocaleString('en')} of {total.toLocaleString('en')}</span>
    </div>
  );
}
