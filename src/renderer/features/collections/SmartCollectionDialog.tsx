import { Button, Group, Input, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useId, useState, type SyntheticEvent } from 'react';
import type { CollectionId } from '../../../core/model';
import { isError } from '../../../core/query';
import { counted } from '../../../core/text';
import type { View } from '../../../core/view';
import { act, announce } from '../../app/act';
import { useDialog } from '../../app/dialogs';
import { useFindings } from '../../app/knownNames';
import { useView } from '../../app/queries';
import { goToScope } from '../../app/route';
import { useLibrary } from '../../app/selection';
import { client } from '../../client';
import { FindingList } from '../../ui/query/FindingList';
import { QueryField } from '../../ui/query/QueryField';

/** Makes a smart collection, or changes the name and the query of one. */
export function SmartCollectionDialog() {
  const { dialog, close } = useDialog();
  const smart = dialog?.kind === 'smart-collection' ? dialog : null;
  return (
    <Modal opened={smart !== null} onClose={close} title={smart?.id === undefined ? 'New smart collection' : 'Smart collection'} size="lg">
      {smart !== null && <Form key={smart.id} id={smart.id} name={smart.name ?? ''} query={smart.query} onDone={close} />}
    </Modal>
  );
}

interface FormProps { id: CollectionId | undefined; name: string; query: string; onDone: () => void }

function Form({ id, name: nameBefore, query: queryBefore, onDone }: FormProps) {
  const findingsId = useId();
  const [name, setName] = useState(nameBefore);
  const [query, setQuery] = useState(queryBefore);
  const findings = useFindings(query, id);
  const isReady = name.trim() !== '' && query.trim() !== '' && !findings.some(isError);

  function save(event: SyntheticEvent): void {
    event.preventDefault();
    if (!isReady) return;
    onDone();
    void (id === undefined ? create(name.trim(), query.trim()) : change(id, { name: nameBefore, query: queryBefore }, { name: name.trim(), query: query.trim() }));
  }

  return (
    <form onSubmit={save}>
      <Stack gap="sm">
        <Text size="sm">It holds all papers that its query finds, now and later.</Text>
        <TextInput data-autofocus label="Name" maxLength={200} required value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} />
        <div>
          <Input.Label htmlFor={`${findingsId}-query`} required>Query</Input.Label>
          <QueryField id={`${findingsId}-query`} label="Query" placeholder="is:unread year:2024.. technique:quantization" findings={findings} describedBy={findingsId} value={query} onChange={setQuery} />
          <FindingList id={findingsId} query={query} findings={findings} />
        </div>
        <Group justify="space-between">
          <Found query={query} />
          <Group gap="xs">
            <Button variant="default" onClick={onDone}>Cancel</Button>
            <Button type="submit" disabled={!isReady}>{id === undefined ? 'Create' : 'Save'}</Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}

const sort: View['sort'] = { column: 'added', direction: 'descending' };

function Found({ query }: { query: string }) {
  const [rested] = useDebouncedValue(query.trim(), 250);
  const { data, isPlaceholderData } = useView({ scope: { kind: 'all' }, filter: rested, sort });
  return <Text size="sm" component="output">{rested === '' || data === undefined || isPlaceholderData ? '' : `Finds ${counted(data.length, 'paper')}`}</Text>;
}

async function create(name: string, query: string): Promise<void> {
  const id = await act(() => client.collections.create.mutate({ name, parentId: null, query }), `Made the smart collection “${name}”`);
  if (id === undefined) return;
  useLibrary.getState().setFilter(''); // it is what the collection finds now
  goToScope({ kind: 'collection', id });
}

interface Fields { name: string; query: string }

async function change(id: CollectionId, before: Fields, after: Fields): Promise<void> {
  await act(async () => {
    if (after.query !== before.query) await client.collections.requery.mutate({ id, query: after.query });
    if (after.name !== before.name) await client.collections.rename.mutate({ id, name: after.name });
    announce(`Changed “${after.name}”`);
  });
}
