import { Button, Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ListedTechnique } from '../../../../core/taxonomy/useCases';
import { goToTechniques } from '../../../app/route';
import { pathTo } from '../../../app/techniqueTree';
import { techniqueOptions } from './options';
import { taxonomyActions } from './taxonomyActions';
import classes from './Taxonomy.module.css';

interface MergeDialogProps { opened: boolean; technique: ListedTechnique; techniques: readonly ListedTechnique[]; onClose: () => void }

/** Asks which technique takes over what another one has. */
export function MergeDialog({ opened, technique, techniques, onClose }: MergeDialogProps) {
  const [target, setTarget] = useState('');
  const into = techniques.find(({ id }) => id === target);
  async function merge(): Promise<void> {
    if (into === undefined) return;
    const merged = await taxonomyActions.merge(technique, into);
    if (merged === undefined) return;
    onClose();
    goToTechniques('taxonomy', merged);
  }
  return (
    <Modal opened={opened} onClose={onClose} title={`Merge “${technique.name}”`} size="sm" transitionProps={{ exitDuration: 0 }}>
      <form className={classes.dialog} onSubmit={(event) => { event.preventDefault(); void merge(); }}>
        <NativeSelect data-autofocus label="Into" data={techniqueOptions(techniques, 'choose one', (id) => pathTo(techniques, id).some((each) => each.id === technique.id))} value={target} onChange={({ currentTarget }) => setTarget(currentTarget.value)} />
        <p className={classes.hint}>It takes over the names, phrases, parts and decisions of “{technique.name}”, which goes.</p>
        <Button type="submit" disabled={into === undefined}>Merge</Button>
      </form>
    </Modal>
  );
}
