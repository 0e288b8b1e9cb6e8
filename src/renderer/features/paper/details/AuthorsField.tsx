import { ActionIcon, Input, TextInput, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconUser, IconUsersGroup, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Paper } from '../../../../core/model';
import { client } from '../../../client';
import { useDraft, type Draft } from '../../../app/useDraft';
import { authorsOf, rowsOf, sameAuthors, withKindChanged, withMoved, withNames, type AuthorRow } from './authorRows';
import classes from './Details.module.css';

/** The authors in their order. Typing is saved when a field is left, the buttons at once. */
export function AuthorsField({ paper: { id, authors } }: { paper: Paper }) {
  const stored = useMemo(() => rowsOf(authors), [authors]);
  const draft = useDraft<AuthorRow[]>({
    stored,
    same: sameAuthors,
    save: (rows) => client.papers.edit.mutate({ id, fields: { authors: authorsOf(rows) } }),
    leaving: (rows) => ['papers.edit', { id, fields: { authors: authorsOf(rows) } }],
  });
  return (
    <div role="group" aria-label="Authors">
      <Input.Label component="div" size="xs">Authors</Input.Label>
      {draft.value.length > 0 && (
        <ol className={classes.authors}>
          {draft.value.map((row, index) => <AuthorEntry key={row.key} row={row} index={index} draft={draft} />)}
        </ol>
      )}
      {draft.failure !== null && <Input.Error>{draft.failure}</Input.Error>}
      <AddAuthors onAdd={(names) => draft.commit(withNames(draft.value, names))} />
    </div>
  );
}

function AuthorEntry({ row, index, draft }: { row: AuthorRow; index: number; draft: Draft<AuthorRow[]> }) {
  const rows = draft.value;
  const which = `author ${index + 1}`;
  const change = (fields: Partial<AuthorRow>) => draft.change(rows.map((each) => (each.key === row.key ? { ...each, ...fields } : each)));
  const commit = () => draft.commit();
  return (
    <li className={classes.author}>
      {row.kind === 'person' && <TextInput size="xs" className={classes.name} aria-label={`Given name of ${which}`} placeholder="Given name" value={row.given} onChange={(event) => change({ given: event.currentTarget.value })} onBlur={commit} />}
      <TextInput
        size="xs" className={classes.name} aria-label={`${row.kind === 'person' ? 'Family name' : 'Name'} of ${which}`} placeholder={row.kind === 'person' ? 'Family name' : 'Name of the group'}
        value={row.family} onChange={(event) => change({ family: event.currentTarget.value })} onBlur={commit}
      />
      <RowButton label={row.kind === 'person' ? `Make ${which} a group` : `Make ${which} a person`} onClick={() => draft.commit(withKindChanged(rows, row.key))}>
        {row.kind === 'person' ? <IconUser size={15} stroke={1.6} /> : <IconUsersGroup size={15} stroke={1.6} />}
      </RowButton>
      <RowButton label={`Move ${which} up`} disabled={index === 0} onClick={() => draft.commit(withMoved(rows, row.key, -1))}><IconArrowUp size={15} stroke={1.6} /></RowButton>
      <RowButton label={`Move ${which} down`} disabled={index === rows.length - 1} onClick={() => draft.commit(withMoved(rows, row.key, 1))}><IconArrowDown size={15} stroke={1.6} /></RowButton>
      <RowButton label={`Remove ${which}`} onClick={() => draft.commit(rows.filter(({ key }) => key !== row.key))}><IconX size={15} stroke={1.6} /></RowButton>
    </li>
  );
}

/** `disabled` leaves the button focusable, so that a row can be moved to the end without losing the keyboard's place. */
function RowButton({ label, disabled = false, onClick, children }: { label: string; disabled?: boolean; onClick: () => void; children: React.ReactNode }) {
  return (
    <Tooltip label={label} openDelay={400}>
      <ActionIcon variant="subtle" color="gray" size={24} aria-label={label} aria-disabled={disabled} data-disabled={disabled || undefined} onClick={disabled ? undefined : onClick}>{children}</ActionIcon>
    </Tooltip>
  );
}

function AddAuthors({ onAdd }: { onAdd: (names: string) => void }) {
  const [names, setNames] = useState('');
  const add = (text: string) => {
    setNames('');
    if (text.trim() !== '') onAdd(text);
  };
  return (
    <TextInput
      size="xs" aria-label="Add authors" placeholder="Add authors: Ada Lovelace; Charles Babbage" value={names}
      onChange={(event) => setNames(event.currentTarget.value)}
      onBlur={() => add(names)}
      onKeyDown={(event) => { if (event.key === 'Enter') add(names); }}
      onPaste={(event) => {
        const pasted = event.clipboardData.getData('text/plain');
        if (names !== '' || !/[;\n]/.test(pasted)) return;
        event.preventDefault();
        add(pasted);
      }}
    />
  );
}
