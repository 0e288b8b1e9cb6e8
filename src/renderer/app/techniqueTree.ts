import type { TechniqueLine } from '../../core/overview';
import type { TechniqueId } from '../../core/model';

/** A technique with those it is made of. */
export interface TechniqueNode<T> {
  technique: T;
  parts: TechniqueNode<T>[];
}

/** The trees of techniques in their order. What names a parent that is not among them is a root. */
export function treesOf<T extends { id: TechniqueId; parentId: TechniqueId | null }>(techniques: readonly T[]): TechniqueNode<T>[] {
  const nodes = new Map(techniques.map((technique) => [technique.id, { technique, parts: [] as TechniqueNode<T>[] }]));
  const roots: TechniqueNode<T>[] = [];
  for (const node of nodes.values()) {
    const parent = node.technique.parentId === null ? undefined : nodes.get(node.technique.parentId);
    (parent?.parts ?? roots).push(node);
  }
  return roots;
}

/** The technique and what it lies in, from the top down. */
export function pathTo<T extends { id: TechniqueId; parentId: TechniqueId | null }>(techniques: readonly T[], id: TechniqueId): T[] {
  const byId = new Map(techniques.map((technique) => [technique.id, technique]));
  const path: T[] = [];
  for (let at = byId.get(id); at !== undefined; at = at.parentId === null ? undefined : byId.get(at.parentId)) path.unshift(at);
  return path;
}

/** The techniques with papers, the fullest first, and so in each. */
export function filledTrees(lines: readonly TechniqueLine[]): TechniqueNode<TechniqueLine>[] {
  const sorted = (nodes: TechniqueNode<TechniqueLine>[]): TechniqueNode<TechniqueLine>[] =>
    nodes.toSorted((a, b) => b.technique.count - a.technique.count).map(({ technique, parts }) => ({ technique, parts: sorted(parts) }));
  return sorted(treesOf(lines.filter(({ count }) => count > 0)));
}
