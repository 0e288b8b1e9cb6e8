import { useRef } from 'react';
import classes from './CollectionTree.module.css';

interface NameFieldProps {
  name: string;
  label: string;
  /** Called once, with the new name, or null when it is to stay as it was. */
  onEnd: (name: string | null) => void;
}

/** A name that is edited in place: Enter or leaving the field keeps it, Escape does not. */
export function NameField({ name, label, onEnd }: NameFieldProps) {
  const ended = useRef(false);
  const end = (value: string | null) => {
    if (ended.current) return;
    ended.current = true;
    const trimmed = value?.trim() ?? '';
    onEnd(trimmed === '' || trimmed === name ? null : trimmed);
  };
  return (
    <input
      className={classes.field}
      defaultValue={name}
      aria-label={label}
      maxLength={200}
      ref={(field) => { if (field !== null && document.activeElement !== field) field.select(); }}
      onBlur={(event) => {
        // A window that goes to the back takes the focus along and brings it again.
        if (document.activeElement !== event.currentTarget) end(event.currentTarget.value);
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') end(event.currentTarget.value);
        if (event.key === 'Escape') end(null);
      }}
    />
  );
}
