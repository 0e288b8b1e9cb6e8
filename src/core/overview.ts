import { siblings } from './collections';
import type { Condition } from './condition';
import type { Library } from './library';
import type { Collection, CollectionId, ReadingStatus, TechniqueId } from './model';
import type { TechniqueIndex } from './techniques';
import { standing } from './view';

/** A collection with those inside it and how many papers each holds itself; what smart ones find is not counted here. */
export interface CollectionNode {
  id: CollectionId;
  name: string;
  count: number;
  /** That of a smart collection. */
  query?: string;
  children: CollectionNode[];
}

/** What the sidebar and the menus show of the whole library. */
export interface Overview {
  seq: number;
  all: number;
  statuses: Record<ReadingStatus, number>;
  trash: number;
  techniques: { id: TechniqueId; name: string; count: number }[];
  tags: { tag: string; count: number }[];
  collections: CollectionNode[];
  condition: Condition;
  /** What the next undo and redo would do, in words; null when there is nothing. */
  undo: string | null;
  redo: string | null;
}

export function overviewOf(library: Library, techniques: TechniqueIndex): Overview {
  const statuses: Overview['statuses'] = { 'to-read': 0, reading: 0, done: 0 };
  const byTechnique = new Map<TechniqueId, number>();
  const byTag = new Map<string, number>();
  const byCollection = new Map<CollectionId, number>();
  let all = 0;
  for (const paper of library.tables.papers.values()) {
    if (paper.trashedAt !== null) continue;
    all += 1;
    statuses[paper.status] += 1;
    for (const { id } of standing(techniques.known(paper))) increment(byTechnique, id);
    for (const tag of paper.tags) increment(byTag, tag);
    for (const id of paper.collections) increment(byCollection, id);
  }
  const nodes = (parent: CollectionId | null): CollectionNode[] =>
    siblings(library.tables, parent).map(({ id, name, query }: Collection) => ({ id, name, count: byCollection.get(id) ?? 0, children: nodes(id), ...(query !== undefined && { query }) }));
  return {
    seq: library.seq, condition: library.condition, all, statuses,
    trash: library.tables.papers.size - all,
    techniques: techniques.taxonomy.techniques.map(({ id, name }) => ({ id, name, count: byTechnique.get(id) ?? 0 })),
    tags: [...byTag].map(([tag, count]) => ({ tag, count })).toSorted((a, b) => a.tag.localeCompare(b.tag, 'en')),
    collections: nodes(null),
    undo: library.history.undo.at(-1)?.label ?? null,
    redo: library.history.redo.at(-1)?.label ?? null,
  };
}

function increment<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
