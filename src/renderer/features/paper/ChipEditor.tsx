import { Autocomplete } from '@mantine/core';
import { useRef, useState, type Ref } from 'react';
import { TagChip } from '../../ui/TagChip';
import classes from './ChipEditor.module.css';

export interface EditedChip {
  key: string;
  label: string;
  href: string;
}

interface ChipEditorProps {
  label: string;
  /** What one of the chips is called, such as `tag`. */
  noun: string;
  chips: readonly EditedChip[];
  /** What is offered to be added. */
  options: readonly string[];
  field: Ref<HTMLInputElement>;
  /** Adds what was chosen or typed; answers whether that could be added. */
  onAdd: (text: string) => boolean;
  onRemove: (key: string) => void;
}

/** A row of chips that can be taken off, and a field that adds one. */
export function ChipEditor({ label, noun, chips, options, field, onAdd, onRemove }: ChipEditorProps) {
  const [text, setText] = useState('');
  // Having submitted an option, the field reports its label as if it had been typed.
  const submitted = useRef(false);
  const add = (value: string) => { if (value.trim() !== '' && onAdd(value.trim())) setText(''); };
  return (
    <div role="group" aria-label={label} className={classes.row}>
      <span className={classes.label} aria-hidden="true">{label}</span>
      {chips.map((chip) => <TagChip key={chip.key} tag={chip.label} href={chip.href} removeLabel={`Remove the ${noun} ${chip.label}`} onRemove={() => onRemove(chip.key)} />)}
      <Autocomplete
        ref={field} aria-label={`Add a ${noun}`} placeholder={`Add a ${noun}`} variant="unstyled" size="xs" data={[...options]} value={text} limit={12}
        classNames={{ root: classes.field, input: classes.input }} comboboxProps={{ width: 220, position: 'bottom-start' }}
        onChange={(value) => {
          setText(submitted.current ? '' : value);
          submitted.current = false;
        }}
        onOptionSubmit={(option) => {
          submitted.current = true;
          add(option);
        }}
        onBlur={() => add(text)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText('');
          // With an option chosen by the arrows, Enter is the option's.
          if (event.key === 'Enter' && !event.currentTarget.hasAttribute('aria-activedescendant')) add(text);
        }}
      />
    </div>
  );
}
