import { CloseButton, TextInput } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useLibrary } from '../../app/selection';
import classes from './LibraryView.module.css';

export const FILTER_ID = 'library-filter';

const help = 'Words in the title, abstract, authors, tags and notes; "words in quotes" stand together. Fields: tag: status: technique: author: year: title: collection: key:';

/** Narrows the list while it is typed into. Escape empties it, the arrow down leads into the list. */
export function FilterField() {
  const { filter, setFilter } = useLibrary();
  const leave = () => document.querySelector<HTMLElement>('[role="grid"]')?.focus();
  return (
    <TextInput
      id={FILTER_ID}
      className={classes.filter}
      size="xs"
      type="search"
      aria-label="Filter the list"
      title={help}
      placeholder="Filter by words, tag:, year: …"
      leftSection={<IconFilter size={14} stroke={1.6} />}
      rightSection={filter === '' ? undefined : <CloseButton size="sm" aria-label="Clear the filter" onClick={() => setFilter('')} />}
      value={filter}
      maxLength={1000}
      onChange={({ currentTarget }) => setFilter(currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          if (filter === '') leave();
          setFilter('');
          event.preventDefault();
        }
        if (event.key === 'ArrowDown' || event.key === 'Enter') {
          leave();
          event.preventDefault();
        }
      }}
    />
  );
}
