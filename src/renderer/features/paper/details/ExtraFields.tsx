import { ActionIcon, Button, Input, TextInput, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState, type KeyboardEvent } from 'react';
import type { Paper } from '../../../../core/model';
import { act } from '../../../app/act';
import { client } from '../../../client';
import { useDraft } from '../../../app/useDraft';
import classes from './Details.module.css';

type Extra = Paper['extra'];

/** What else the source of a paper knew, and what the reader adds, each under a name. */
export function ExtraFields({ paper: { id, extra } }: { paper: Paper }) {
  const save = (next: Extra) => client.papers.edit.mutate({ id, fields: { extra: next } });
  return (
    <div role="group" aria-label="Other fields">
      <Input.Label component="div" size="xs">Other fields</Input.Label>
      {Object.entries(extra).map(([name, value]) => (
        <div key={name} className={classes.extra}>
          <ExtraValue id={id} extra={extra} name={name} value={value} />
          <Tooltip label={`Remove ${name}`} openDelay={400}>
            <ActionIcon variant="subtle" color="gray" size={24} aria-label={`Remove ${name}`} onClick={() => { void act(() => save(Object.fromEntries(Object.entries(extra).filter(([other]) => other !== name)))); }}>
              <IconX size={15} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        </div>
      ))}
      <AddField onAdd={(name, value) => { void act(() => save(withField(extra, name, value))); }} />
    </div>
  );
}

function ExtraValue({ id, extra, name, value }: { id: Paper['id']; extra: Extra; name: string; value: string }) {
  const draft = useDraft({
    stored: value,
    save: (next) => client.papers.edit.mutate({ id, fields: { extra: withField(extra, name, next) } }),
    leaving: (next) => ['papers.edit', { id, fields: { extra: withField(extra, name, next) } }],
  });
  return (
    <TextInput
      size="xs" label={name} className={classes.extraValue} classNames={{ root: classes.inline, label: classes.inlineLabel, wrapper: classes.inlineField }}
      value={draft.value} error={draft.failure} onChange={(event) => draft.change(event.currentTarget.value)} onBlur={() => draft.commit()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') draft.revert();
        else if (event.key === 'Enter') draft.commit();
      }}
    />
  );
}

function AddField({ onAdd }: { onAdd: (name: string, value: string) => void }) {
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const ready = name.trim() !== '' && value.trim() !== '';
  function add(): void {
    if (!ready) return;
    onAdd(name.trim(), value.trim());
    setName('');
    setValue('');
  }
  const onKeyDown = (event: KeyboardEvent) => { if (event.key === 'Enter') add(); };
  return (
    <div className={classes.extra}>
      <TextInput size="xs" className={classes.newName} aria-label="Name of a new field" placeholder="volume" value={name} onChange={(event) => setName(event.currentTarget.value)} onKeyDown={onKeyDown} />
      <TextInput size="xs" className={classes.name} aria-label="Value of a new field" placeholder="Value" value={value} onChange={(event) => setValue(event.currentTarget.value)} onKeyDown={onKeyDown} />
      <Button size="xs" variant="default" disabled={!ready} onClick={add}>Add</Button>
    </div>
  );
}

/** The fields with one set; built of entries, so that any name is only a name. */
function withField(extra: Extra, name: string, value: string): Extra {
  return Object.fromEntries([...Object.entries(extra), [name, value]]);
}
