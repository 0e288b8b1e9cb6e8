import type { CollectionId, PaperId } from '../../../core/model';
import { act } from '../../app/act';
import { client } from '../../client';
import type { Place } from './collectionTree';

/** What can be done to collections. Each answers when it is done; a failure has been shown by then. */
export const collectionActions = {
  create: (name: string, parentId: CollectionId | null) => act(() => client.collections.create.mutate({ name, parentId })),
  rename: (id: CollectionId, name: string) => act(() => client.collections.rename.mutate({ id, name })),
  move: (id: CollectionId, place: Place) => act(async () => {
    await client.collections.move.mutate({ id, ...place });
    return true;
  }),
  remove: (id: CollectionId, name: string) => act(() => client.collections.remove.mutate(id), `Deleted the collection “${name}”`),
  addPapers: (id: CollectionId, name: string, paperIds: PaperId[]) =>
    act(() => client.collections.addPapers.mutate({ id, paperIds }), `Added ${paperIds.length === 1 ? '1 paper' : `${paperIds.length} papers`} to “${name}”`),
};
