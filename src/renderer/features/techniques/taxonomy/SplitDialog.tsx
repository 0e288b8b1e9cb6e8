import { Button, Checkbox, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ListedTechnique } from '../../../../core/taxonomy/useCases';
import { goToTechniques } from '../../../app/route';
import { taxonomyActions } from './taxonomyActions';
import classes from './Taxonomy.module.css';

/** Asks which words a new technique takes with it. */
export function SplitDialog({ opened, technique, onClose }: { opened: boolean; technique: ListedTechnique; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Split “${technique.name}”`} size="md" transitionProps={{ exitDuration: 0 }}>
      {opened && <Form technique={technique} onClose={onClose} />}
    </Modal>
  );
}

function Form({ technique, onClose }: { technique: ListedTechnique; onClose: () => void }) {
  const [name, setName] = useState('');
  const [place, setPlace] = useState<'inside' | 'beside'>('inside');
  const [take, setTake] = useState<readonly string[]>([]);
  const words = [...new Set([...technique.synonyms, ...technique.phrases.map(({ text }) => text)])];
  async function split(): Promise<void> {
    const id = await taxonomyActions.split(technique.id, { name: name.trim(), take: [...take], place });
    if (id === undefined) return;
    onClose();
    goToTechniques('taxonomy', id);
  }
  return (
    <form className={classes.dialog} onSubmit={(event) => { event.preventDefault(); void split(); }}>
      <TextInput data-autofocus label="Name of the new technique" value={name} maxLength={200} onChange={({ currentTarget }) => setName(currentTarget.value)} />
      <SegmentedControl<'inside' | 'beside'> size="xs" aria-label="Where it lies" value={place} onChange={setPlace} data={[{ value: 'inside', label: `Part of ${technique.name}` }, { value: 'beside', label: 'Beside it' }]} />
      <Checkbox.Group label="Words that it takes with it" value={[...take]} onChange={setTake}>
        <div className={classes.words}>{words.map((word) => <Checkbox key={word} size="xs" value={word} label={word} />)}</div>
      </Checkbox.Group>
      <Button type="submit" disabled={name.trim() === ''}>Split</Button>
    </form>
  );
}
