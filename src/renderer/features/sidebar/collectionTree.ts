import type { CollectionId } from '../../../core/model';
import type { CollectionNode } from '../../../core/overview';

/** A collection as a line of the tree, with its place among its siblings. */
export interface TreeItem {
  node: CollectionNode;
  /** 1 at the top. */
  level: number;
  parentId: CollectionId | null;
  /** 0-based. */
  position: number;
  siblings: readonly CollectionNode[];
}

/** Where a collection is to go: inside `parentId` (null: the top), before a sibling or last. */
export interface Place {
  parentId: CollectionId | null;
  before: CollectionId | null;
}

/** The lines of the tree from top to bottom; what is inside a collapsed collection is left out. */
export function linesOf(nodes: readonly CollectionNode[], collapsed: ReadonlySet<CollectionId>): TreeItem[] {
  const lines = (siblings: readonly CollectionNode[], parentId: CollectionId | null, level: number): TreeItem[] =>
    siblings.flatMap((node, position) => [
      { node, level, parentId, position, siblings },
      ...(collapsed.has(node.id) ? [] : lines(node.children, node.id, level + 1)),
    ]);
  return lines(nodes, null, 1);
}

/** The line of a collection among all lines, collapsed or not. */
export function itemOf(nodes: readonly CollectionNode[], id: CollectionId): TreeItem | undefined {
  return linesOf(nodes, new Set()).find(({ node }) => node.id === id);
}

/** The steps of the keyboard: among the siblings, into the sibling above, out beside the parent. */
export type Step = 'up' | 'down' | 'in' | 'out';

/** Where a step leads; null where there is no way. */
export function placeAfter(nodes: readonly CollectionNode[], { parentId, position, siblings }: TreeItem, step: Step): Place | null {
  switch (step) {
    case 'up': {
      const above = siblings[position - 1];
      return above === undefined ? null : { parentId, before: above.id };
    }
    case 'down':
      return position + 1 >= siblings.length ? null : { parentId, before: siblings[position + 2]?.id ?? null };
    case 'in': {
      const above = siblings[position - 1];
      return above === undefined ? null : { parentId: above.id, before: null };
    }
    case 'out': {
      const parent = parentId === null ? undefined : itemOf(nodes, parentId);
      return parent === undefined ? null : { parentId: parent.parentId, before: parent.siblings[parent.position + 1]?.id ?? null };
    }
  }
}

/** What a drop at this height of a line means: 0 is its top edge, 1 its bottom edge. */
export type Drop = 'before' | 'inside' | 'after';

export function dropAt(height: number): Drop {
  if (height < 0.28) return 'before';
  return height > 0.72 ? 'after' : 'inside';
}

/** Where a collection goes that is dropped on a line; null when that is itself, inside itself, or where it stands. */
export function placeOf(nodes: readonly CollectionNode[], dragged: CollectionId, { node, parentId, position, siblings }: TreeItem, drop: Drop): Place | null {
  const source = itemOf(nodes, dragged);
  if (source === undefined || contains(source.node, node.id)) return null;
  if (drop === 'inside') return { parentId: node.id, before: null };
  const before = (drop === 'before' ? node : siblings[position + 1])?.id ?? null;
  const stands = source.parentId === parentId && (before === dragged || before === (siblings[source.position + 1]?.id ?? null));
  return stands ? null : { parentId, before };
}

function contains(node: CollectionNode, id: CollectionId): boolean {
  return node.id === id || node.children.some((child) => contains(child, id));
}
