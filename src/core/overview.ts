import { siblings } from './collections';
import type { Condition } from './condition';
import type { Library } from './library';
import type { Collection, CollectionId, ReadingStatus, TechniqueId } from './model';
import type { Clock } from './ports';
import { inSlices } from './slices';
import type { TechniqueIndex } from './techniques';

/** A collection with those inside it and how many papers each holds itself; what smart ones find is not counted here. */
export interface CollectionNode {
  id: CollectionId;
  name: string;
  count: number;
  /** That of a smart collection. */
  query?: string;
  children: CollectionNode[];
}

/** A technique with how many papers it has, those of its parts among them, and how many of these nobody has begun to read. */
export interface TechniqueLine {
  id: TechniqueId;
  parentId: TechniqueId | null;
  name: string;
  retired: boolean;
  count: number;
  unread: number;
}

/** What the sidebar and the menus show of the whole library. */
export interface Overview {
  seq: number;
  all: number;
  statuses: Record<ReadingStatus, number>;
  trash: number;
  /** All that hold, retired ones too, each behind the one that it is a part of. */
  techniques: TechniqueLine[];
  tags: { tag: string; count: number }[];
  collections: CollectionNode[];
  condition: Condition;
  /** What the next undo and redo would do, in words; null when there is nothing. */
  undo: string | null;
  redo: string | null;
}

export async function overviewOf(library: Library, techniques: TechniqueIndex, clock: Pick<Clock, 'elapsed' | 'breathe'>): Promise<Overview> {
  const statuses: Overview['statuses'] = { 'to-read': 0, reading: 0, done: 0 };
  const byTag = new Map<string, number>();
  const byCollection = new Map<CollectionId, number>();
  let all = 0;
  await inSlices(library.tables.papers.values(), clock, (paper) => {
    if (paper.trashedAt !== null) return;
    all += 1;
    statuses[paper.status] += 1;
    for (const tag of paper.tags) increment(byTag, tag);
    for (const id of paper.collections) increment(byCollection, id);
  });
  const nodes = (parent: CollectionId | null): CollectionNode[] =>
    siblings(library.tables, parent).map(({ id, name, query }: Collection) => ({ id, name, count: byCollection.get(id) ?? 0, children: nodes(id), ...(query !== undefined && { query }) }));
  return {
    seq: library.seq, condition: library.condition, all, statuses,
    trash: library.tables.papers.size - all,
    techniques: techniques.taxonomy.techniques.map(({ id, parentId, name, retired }) => {
      const { all: count, unread } = techniques.tally(id);
      return { id, parentId, name, retired, count, unread };
    }),
    tags: [...byTag].map(([tag, count]) => ({ tag, count })).toSorted((a, b) => a.tag.localeCompare(b.tag, 'en')),
    collections: nodes(null),
    undo: library.history.undo.at(-1)?.label ?? null,
    redo: library.history.redo.at(-1)?.label ?? null,
  };
}

function increment<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
