import type { CollectionId, Decision, PaperId, ReadingStatus, TechniqueId } from '../../../core/model';
import { act } from '../../app/act';
import { client } from '../../client';
import { statusNames } from '../../ui/StatusGlyph';

export const countOf = (ids: readonly PaperId[]): string => (ids.length === 1 ? '1 paper' : `${ids.length.toLocaleString('en')} papers`);

/** What is done to one paper is seen where it is done; to many, it is told. */
const whenMany = (ids: readonly PaperId[], words: string) => (ids.length > 1 ? words : undefined);

/** What can be done to papers of the list. Nothing is asked; everything can be undone. */
export const paperActions = {
  mark: (ids: readonly PaperId[], status: ReadingStatus) =>
    on(ids, () => client.papers.update.mutate({ ids: [...ids], fields: { status } }), whenMany(ids, `Marked ${countOf(ids)}: ${statusNames[status].toLowerCase()}`)),
  rate: (ids: readonly PaperId[], rating: number) =>
    on(ids, () => client.papers.update.mutate({ ids: [...ids], fields: { rating } }), whenMany(ids, `Rated ${countOf(ids)}`)),
  tag: (ids: readonly PaperId[], tag: string) =>
    on(ids, () => client.papers.update.mutate({ ids: [...ids], fields: { addTags: [tag] } }), whenMany(ids, `Tagged ${countOf(ids)} “${tag}”`)),
  untag: (ids: readonly PaperId[], tag: string) =>
    on(ids, () => client.papers.update.mutate({ ids: [...ids], fields: { removeTags: [tag] } })),
  collect: (ids: readonly PaperId[], collection: { id: CollectionId; name: string }) =>
    on(ids, () => client.collections.addPapers.mutate({ id: collection.id, paperIds: [...ids] }), `Added ${countOf(ids)} to “${collection.name}”`),
  collectInNew: (ids: readonly PaperId[], name: string) =>
    on(ids, async () => {
      const id = await client.collections.create.mutate({ name, parentId: null });
      await client.collections.addPapers.mutate({ id, paperIds: [...ids] });
    }, `Added ${countOf(ids)} to the new collection “${name}”`),
  takeOut: (ids: readonly PaperId[], collection: { id: CollectionId; name: string }) =>
    on(ids, () => client.collections.removePapers.mutate({ id: collection.id, paperIds: [...ids] }), `Took ${countOf(ids)} out of “${collection.name}”`),
  /** A rejected paper leaves the technique's own list, so that is told. */
  decide: (ids: readonly PaperId[], technique: { id: TechniqueId; name: string }, decision: Decision | null) =>
    on(ids, () => client.techniques.decide.mutate({ paperIds: [...ids], techniqueId: technique.id, decision }), decision === 'rejected' ? `Rejected “${technique.name}” for ${countOf(ids)}` : undefined),
  trash: (ids: readonly PaperId[]) => on(ids, () => client.papers.trash.mutate([...ids]), `Moved ${countOf(ids)} to the trash`),
  restore: (ids: readonly PaperId[]) => on(ids, () => client.papers.restore.mutate([...ids]), `Restored ${countOf(ids)}`),
  erase: (ids: readonly PaperId[]) => on(ids, () => client.papers.erase.mutate([...ids]), `Deleted ${countOf(ids)}`),
  emptyTrash: (count: number) => { void act(() => client.papers.erase.mutate('all trashed'), `Deleted ${count === 1 ? '1 paper' : `${count} papers`}`); },
};

function on(ids: readonly PaperId[], work: () => Promise<unknown>, done?: string): void {
  if (ids.length > 0) void act(work, done);
}
