import { createIdentityIndex } from '../identity';
import type { Library } from '../library';
import type { PaperId } from '../model';
import type { Clock } from '../ports';
import { shared } from '../shared';
import { inSlices } from '../slices';

/** The papers that are there more than once. */
export interface Duplicates {
  /** Those outside the trash that are the same work as another one outside it. */
  find(): Promise<ReadonlySet<PaperId>>;
}

/** They are found when they are first asked for, and again after a change of papers. */
export function findDuplicates(library: Library, clock: Clock): Duplicates {
  let known: ReadonlySet<PaperId> | undefined;
  library.onCommit(({ changes }) => {
    if (changes.some(({ table }) => table === 'papers')) known = undefined;
  });

  async function search(): Promise<ReadonlySet<PaperId>> {
    const seq = library.seq;
    const index = createIdentityIndex<PaperId>();
    const found = new Set<PaperId>();
    await inSlices([...library.tables.papers.values()], clock, (paper) => {
      if (paper.trashedAt !== null) return;
      const same = index.find(paper);
      if (same === undefined) index.add(paper, paper.id);
      else found.add(same).add(paper.id);
    });
    if (seq === library.seq) known = found;
    return found;
  }

  const once = shared(search);
  return { find: async () => known ?? once() };
}
