import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useOverview } from '../../app/queries';
import { sectionsFor, type Entry } from './entries';
import { EntryLine } from './EntryLine';
import { useFoundPapers } from './useFoundPapers';
import classes from './CommandPalette.module.css';

/** The field of the palette with what it has found (ARIA combobox). */
export function Palette({ onChoose }: { onChoose: (entry: Entry) => void }) {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { data: overview } = useOverview();
  const papers = useFoundPapers(typed);
  const sections = useMemo(() => sectionsFor(typed, overview, papers), [typed, overview, papers]);
  const entries = sections.flatMap((section) => section.entries);
  const active = Math.min(at, entries.length - 1);
  const idOf = (entry: Entry): string => `${listId}-${entries.indexOf(entry)}`;

  function onKeyDown(event: KeyboardEvent): void {
    const chosen = entries[active];
    if (event.key === 'ArrowDown') setAt((active + 1) % Math.max(entries.length, 1));
    else if (event.key === 'ArrowUp') setAt((active - 1 + entries.length) % Math.max(entries.length, 1));
    else if (event.key === 'Enter' && chosen !== undefined) onChoose(chosen);
    else return;
    event.preventDefault();
  }

  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label="Find papers, places and commands"
        aria-autocomplete="list"
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-activedescendant={entries[active] === undefined ? undefined : idOf(entries[active])}
        placeholder="Find papers, places and commands"
        size="md"
        variant="unstyled"
        className={classes.field}
        leftSection={<IconSearch size={16} stroke={1.6} />}
        maxLength={200}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div role="listbox" id={listId} aria-label="Found" className={classes.list} tabIndex={-1}>
        {sections.map(({ title, entries: own }) => (
          <div key={title} role="group" aria-labelledby={`${listId}-${title}`}>
            <div id={`${listId}-${title}`} role="presentation" className={classes.title}>{title}</div>
            {own.map((entry) => <EntryLine key={entry.key} id={idOf(entry)} entry={entry} active={entry === entries[active]} onChoose={onChoose} />)}
          </div>
        ))}
      </div>
      {entries.length === 0 && <p className={classes.nothing}>Nothing fits “{typed.trim()}”.</p>}
    </>
  );
}
