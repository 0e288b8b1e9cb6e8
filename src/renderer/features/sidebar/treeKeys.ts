import type { CollectionId } from '../../../core/model';
import type { Step, TreeItem } from './collectionTree';

/** What a key asks of the tree. */
export type Intent =
  | { kind: 'focus'; id: CollectionId | undefined }
  | { kind: 'collapse'; closed: boolean }
  | { kind: 'step'; step: Step }
  | { kind: 'open' }
  | { kind: 'rename' }
  | { kind: 'remove' };

interface Pressed { key: string; altKey: boolean; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }
interface At { item: TreeItem; lines: readonly TreeItem[]; collapsed: ReadonlySet<CollectionId> }

const steps: Record<string, Step> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };

/** Reads a key pressed on a line as the tree view of the ARIA Authoring Practices does; Alt with an arrow moves the line itself. */
export function intentOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Pressed, { item, lines, collapsed }: At): Intent | null {
  if (ctrlKey || metaKey || shiftKey) return null;
  if (altKey) {
    const step = steps[key];
    return step === undefined ? null : { kind: 'step', step };
  }
  const at = lines.indexOf(item);
  const open = item.node.children.length > 0 && !collapsed.has(item.node.id);
  switch (key) {
    case 'ArrowDown': return { kind: 'focus', id: lines[at + 1]?.node.id };
    case 'ArrowUp': return { kind: 'focus', id: lines[at - 1]?.node.id };
    case 'Home': return { kind: 'focus', id: lines[0]?.node.id };
    case 'End': return { kind: 'focus', id: lines.at(-1)?.node.id };
    case 'ArrowRight': return open ? { kind: 'focus', id: lines[at + 1]?.node.id } : { kind: 'collapse', closed: false };
    case 'ArrowLeft': return open ? { kind: 'collapse', closed: true } : { kind: 'focus', id: item.parentId ?? undefined };
    case 'Enter':
    case ' ': return { kind: 'open' };
    case 'F2': return { kind: 'rename' };
    case 'Delete': return { kind: 'remove' };
    default: return null;
  }
}
