import { Modal } from '@mantine/core';
import type { PaperId } from '../../../core/model';
import { collectionLines } from '../../app/collections';
import { useOverview } from '../../app/queries';
import { countOf, paperActions } from './paperActions';
import { Picker, type Option } from './Picker';

/** What is being picked, and for which papers. */
export type Picking = { kind: 'tag' | 'collect'; ids: readonly PaperId[] };

const none: readonly never[] = [];

/** Picks a tag or a collection for papers, one that exists or a new one. */
export function PickerDialog({ picking, onClose }: { picking: Picking | null; onClose: () => void }) {
  return (
    <Modal
      opened={picking !== null}
      onClose={onClose}
      title={picking === null ? '' : picking.kind === 'tag' ? `Tag ${countOf(picking.ids)}` : `Add ${countOf(picking.ids)} to a collection`}
      size="sm"
     
    >
      {picking?.kind === 'tag' && <TagPicker ids={picking.ids} onDone={onClose} />}
      {picking?.kind === 'collect' && <CollectionPicker ids={picking.ids} onDone={onClose} />}
    </Modal>
  );
}

interface PickerProps { ids: readonly PaperId[]; onDone: () => void }

function TagPicker({ ids, onDone }: PickerProps) {
  const { data: overview } = useOverview();
  const pick = (tag: string) => {
    onDone();
    paperActions.tag(ids, tag);
  };
  const options = (overview?.tags ?? none).map(({ tag, count }): Option => ({ key: tag, name: tag, level: 0, count }));
  return <Picker label="Tag" placeholder="Find or make a tag" options={options} newLabel={(name) => `New tag “${name}”`} onPick={({ name }) => pick(name)} onCreate={pick} />;
}

function CollectionPicker({ ids, onDone }: PickerProps) {
  const { data: overview } = useOverview();
  const lines = collectionLines(overview?.collections ?? none).filter(({ query }) => query === undefined); // what smart ones hold, they find
  return (
    <Picker
      label="Collection"
      placeholder="Find or make a collection"
      options={lines.map(({ id, name, level, count }): Option => ({ key: id, name, level, count }))}
      newLabel={(name) => `New collection “${name}”`}
      onPick={({ key }) => {
        const line = lines.find(({ id }) => id === key);
        onDone();
        if (line !== undefined) paperActions.collect(ids, line);
      }}
      onCreate={(name) => {
        onDone();
        paperActions.collectInNew(ids, name);
      }}
    />
  );
}
