import type { TechniqueId } from '../../../../core/model';
import type { TechniqueNode } from '../../../app/techniqueTree';

/** A technique as a line of the tree. */
export interface TreeLine<T> {
  node: TechniqueNode<T>;
  /** 1 at the top. */
  level: number;
  /** 0-based among its siblings. */
  position: number;
  siblings: readonly TechniqueNode<T>[];
}

/** The lines of the tree from top to bottom; what is inside a closed technique is left out. */
export function linesOf<T extends { id: TechniqueId }>(trees: readonly TechniqueNode<T>[], isOpen: (id: TechniqueId) => boolean, level = 1): TreeLine<T>[] {
  return trees.flatMap((node, position) => [
    { node, level, position, siblings: trees },
    ...(isOpen(node.technique.id) ? linesOf(node.parts, isOpen, level + 1) : []),
  ]);
}

/** What a key asks of the tree, as the tree view of the ARIA Authoring Practices has it; null where it means nothing. */
export type Intent = { kind: 'focus'; index: number } | { kind: 'open'; open: boolean } | { kind: 'choose' };

export function intentOf(key: string, lines: readonly TreeLine<{ id: TechniqueId }>[], index: number, isOpen: (id: TechniqueId) => boolean): Intent | null {
  const line = lines[index];
  if (line === undefined) return null;
  const hasParts = line.node.parts.length > 0;
  const open = hasParts && isOpen(line.node.technique.id);
  const focus = (to: number): Intent => ({ kind: 'focus', index: Math.max(0, Math.min(lines.length - 1, to)) });
  switch (key) {
    case 'ArrowDown': return focus(index + 1);
    case 'ArrowUp': return focus(index - 1);
    case 'Home': return focus(0);
    case 'End': return focus(lines.length - 1);
    case 'ArrowRight': return open ? focus(index + 1) : hasParts ? { kind: 'open', open: true } : null;
    case 'ArrowLeft': return open ? { kind: 'open', open: false } : focus(lines.findLastIndex(({ level }, at) => at < index && level < line.level));
    case 'Enter':
    case ' ': return { kind: 'choose' };
    default: return null;
  }
}
