import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TechniqueId } from '../../../../core/model';
import type { ListedTechnique } from '../../../../core/taxonomy/useCases';
import { goToTechniques } from '../../../app/route';
import { techniqueOptions } from './options';
import { taxonomyActions } from './taxonomyActions';
import classes from './Taxonomy.module.css';

/** Asks for the name of a new technique, and what it is a part of. */
export function NewTechnique({ asked, techniques, onClose }: { asked: { parentId: TechniqueId | null } | null; techniques: readonly ListedTechnique[]; onClose: () => void }) {
  return (
    <Modal opened={asked !== null} onClose={onClose} title="New technique" size="sm" transitionProps={{ exitDuration: 0 }}>
      {asked !== null && <Form parentId={asked.parentId} techniques={techniques} onClose={onClose} />}
    </Modal>
  );
}

function Form({ parentId, techniques, onClose }: { parentId: TechniqueId | null; techniques: readonly ListedTechnique[]; onClose: () => void }) {
  const [name, setName] = useState('');
  const [parent, setParent] = useState<string>(parentId ?? '');
  async function add(): Promise<void> {
    const id = await taxonomyActions.add(name.trim(), techniques.find((technique) => technique.id === parent)?.id ?? null);
    if (id === undefined) return;
    onClose();
    goToTechniques('taxonomy', id);
  }
  return (
    <form className={classes.dialog} onSubmit={(event) => { event.preventDefault(); void add(); }}>
      <TextInput data-autofocus label="Name" value={name} maxLength={200} onChange={({ currentTarget }) => setName(currentTarget.value)} />
      <NativeSelect label="Part of" data={techniqueOptions(techniques, 'nothing: at the top')} value={parent} onChange={({ currentTarget }) => setParent(currentTarget.value)} />
      <p className={classes.hint}>Papers come to it by its name and its phrases, and after five were confirmed also by the words that these share.</p>
      <Button type="submit" disabled={name.trim() === ''}>Add</Button>
    </form>
  );
}
