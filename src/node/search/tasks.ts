import { DomainError } from '../../core/errors';
import type { PaperId } from '../../core/model';
import type { SearchDocument, SearchRequest } from '../../core/search/types';
import type { Watch } from '../worker/watch';
import { LibrarySearch } from './librarySearch';

/** The indexes that this thread has, by the folders of their libraries. */
const searches = new Map<string, LibrarySearch>();

function searchOf(folder: string): LibrarySearch {
  const known = searches.get(folder);
  if (known === undefined) throw new DomainError('internal', 'The thread of the search ended unexpectedly. Search again.');
  return known;
}

export interface OfLibrary { folder: string }

/** What the index of a library is asked, as pieces of work for a thread. */
export const searchTasks = {
  async searchBegin({ folder, ...begin }: OfLibrary & { seq: number; keep: boolean }) {
    await searches.get(folder)?.close();
    const fresh = new LibrarySearch(folder);
    searches.set(folder, fresh);
    return fresh.begin(begin);
  },
  searchBuild: async ({ folder, ...of }: OfLibrary & { seq: number; papers: number }, watch: Watch) => searchOf(folder).build(of, watch),
  searchUpdate: async ({ folder, documents, gone, seq }: OfLibrary & { documents: readonly SearchDocument[]; gone: readonly PaperId[]; seq: number | null }) => { searchOf(folder).update(documents, gone, seq); },
  search: async ({ folder, request }: OfLibrary & { request: SearchRequest }) => searchOf(folder).search(request),
  searchLike: async ({ folder, documents, limit }: OfLibrary & { documents: readonly SearchDocument[]; limit: number }) => searchOf(folder).like(documents, limit),
  searchIds: async ({ folder, from, count }: OfLibrary & { from: number; count: number }) => searchOf(folder).ids(from, count),
  async searchClose({ folder }: OfLibrary) {
    await searches.get(folder)?.close();
    searches.delete(folder);
  },
};
