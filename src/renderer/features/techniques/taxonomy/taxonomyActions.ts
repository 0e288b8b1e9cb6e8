import type { TechniqueId } from '../../../../core/model';
import type { TechniqueEdit } from '../../../../core/taxonomy/editing';
import { counted } from '../../../../core/text';
import { act } from '../../../app/act';
import { saveFile } from '../../../app/files';
import { client } from '../../../client';

interface Named { id: TechniqueId; name: string }

/** What can be done to the taxonomy. Nothing is asked; everything can be undone. Each answers with undefined where it did not work. */
export const taxonomyActions = {
  add: (name: string, parentId: TechniqueId | null) => act(() => client.techniques.add.mutate({ name, parentId }), `Added the technique “${name}”`),
  edit: (id: TechniqueId, fields: TechniqueEdit) => act(async () => {
    await client.techniques.edit.mutate({ id, ...fields });
    return id;
  }),
  move: (id: TechniqueId, parentId: TechniqueId | null, before: TechniqueId | null) => act(() => client.techniques.move.mutate({ id, parentId, before })),
  merge: (from: Named, into: Named) => act(async () => {
    await client.techniques.merge.mutate({ id: from.id, into: into.id });
    return into.id;
  }, `Merged “${from.name}” into “${into.name}”`),
  split: (id: TechniqueId, part: { name: string; take: string[]; place: 'inside' | 'beside' }) => act(() => client.techniques.split.mutate({ id, ...part }), `Split off “${part.name}”`),
  retire: ({ id, name }: Named) => act(() => client.techniques.retire.mutate(id), `Retired “${name}”`),
  reinstate: ({ id, name }: Named) => act(() => client.techniques.reinstate.mutate(id), `“${name}” is in use again`),
  reset: ({ id, name }: Named) => act(() => client.techniques.reset.mutate(id), `“${name}” is as it came`),
  base: (base: 'built-in' | 'own') => act(() => client.techniques.base.mutate(base), base === 'own' ? 'The taxonomy is empty now' : 'The built-in techniques are part of the taxonomy now'),
  async exportFile(): Promise<void> {
    const text = await act(() => client.techniques.exportFile.query());
    if (text !== undefined) saveFile(text, { name: 'taxonomy.json', mediaType: 'application/json' });
  },
  async importFile(text: string, instead: boolean): Promise<void> {
    const done = await act(() => client.techniques.importFile.mutate({ text, instead }));
    if (done !== undefined) await act(() => Promise.resolve(), `Added ${counted(done.added, 'technique')}, changed ${done.changed}, removed ${done.removed}`);
  },
};
