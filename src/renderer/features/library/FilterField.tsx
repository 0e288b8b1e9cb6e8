import { ActionIcon, CloseButton, Tooltip } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { useDialog } from '../../app/dialogs';
import { useFindings } from '../../app/knownNames';
import { useLibrary } from '../../app/selection';
import { QueryField } from '../../ui/query/QueryField';
import classes from './LibraryView.module.css';

export const FILTER_ID = 'library-filter';
/** Where it is said what is wrong with the query. */
export const FINDINGS_ID = 'library-filter-findings';

/** Narrows the list while it is typed into. Escape empties it, the arrow down leads into the list. */
export function FilterField() {
  const { filter, setFilter } = useLibrary();
  const openDialog = useDialog(({ open }) => open);
  const findings = useFindings(filter);
  const leave = () => document.querySelector<HTMLElement>('[role="grid"]')?.focus();
  return (
    <QueryField
      id={FILTER_ID}
      className={classes.filter}
      label="Filter the list"
      placeholder="Filter by words, tag:, year: …"
      findings={findings}
      describedBy={FINDINGS_ID}
      rightSection={filter === ''
        ? <Tooltip label="How to write queries" openDelay={400}><ActionIcon variant="subtle" color="gray" size={24} className={classes.help} aria-label="How to write queries" onClick={() => openDialog({ kind: 'query-help' })}><IconHelp size={15} stroke={1.6} /></ActionIcon></Tooltip>
        : <CloseButton size="sm" aria-label="Clear the filter" onClick={() => setFilter('')} />}
      value={filter}
      onChange={setFilter}
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
