import { TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, useState, type KeyboardEvent } from 'react';
import classes from './Picker.module.css';

export interface Option {
  key: string;
  name: string;
  /** How deep it lies inside others. */
  level: number;
  count: number;
}

interface PickerProps {
  label: string;
  placeholder: string;
  options: readonly Option[];
  newLabel: (name: string) => string;
  onPick: (option: Option) => void;
  onCreate: (name: string) => void;
}

/** A field with a list under it (ARIA combobox): typing narrows the list and offers to make what is not there. */
export function Picker({ label, placeholder, options, newLabel, onPick, onCreate }: PickerProps) {
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const name = text.trim();
  const found = options.filter((option) => option.name.toLowerCase().includes(name.toLowerCase()));
  const creatable = name !== '' && !options.some((option) => option.name.toLowerCase() === name.toLowerCase());
  const choices: (Option | 'new')[] = creatable ? [...found, 'new'] : found;
  const active = Math.min(at, choices.length - 1);

  function take(choice: Option | 'new' | undefined): void {
    if (choice === 'new') onCreate(name);
    else if (choice !== undefined) onPick(choice);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, choices.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0));
    else if (event.key === 'Enter') take(choices[active]);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-label={label}
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-activedescendant={active < 0 ? undefined : `${listId}-${active}`}
        placeholder={placeholder}
        maxLength={200}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={listId} aria-label={`${label}s`} className={classes.list} tabIndex={-1}>
        {choices.map((choice, index) => (
          <div
            key={choice === 'new' ? 'new' : choice.key}
            ref={index === active ? intoView : undefined}
            role="option"
            id={`${listId}-${index}`}
            aria-selected={index === active}
            tabIndex={-1}
            className={classes.option}
            style={{ paddingInlineStart: choice === 'new' ? undefined : 10 + 16 * choice.level }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(choice)}
            onKeyDown={onKeyDown}
          >
            {choice === 'new' ? <><IconPlus size={14} stroke={1.8} aria-hidden="true" />{newLabel(name)}</> : <><span className={classes.name}>{choice.name}</span><span className={classes.count}>{choice.count}</span></>}
          </div>
        ))}
      </div>
      {choices.length === 0 && <p className={classes.hint}>Type a name to make the first one.</p>}
    </>
  );
}

const intoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' });
