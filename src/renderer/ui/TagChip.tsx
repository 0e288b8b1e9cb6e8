import { IconX } from '@tabler/icons-react';
import classes from './TagChip.module.css';

interface TagChipProps {
  tag: string;
  /** An address inside the app, such as `#/tag/slow`. */
  href?: string;
  onRemove?: () => void;
  /** What the button is called. */
  removeLabel?: string;
}

/** A tag of a paper, perhaps with a button that takes it off. */
export function TagChip({ tag, href, onRemove, removeLabel = `Remove the tag ${tag}` }: TagChipProps) {
  return (
    <span className={classes.chip}>
      {href === undefined ? <span className={classes.name}>{tag}</span> : <a className={classes.name} href={href}>{tag}</a>}
      {onRemove !== undefined && (
        <button type="button" className={classes.remove} aria-label={removeLabel} onClick={onRemove}><IconX size={12} aria-hidden="true" /></button>
      )}
    </span>
  );
}
