import { describe, expect, it } from 'vitest';
import type { CollectionId } from '../../../core/model';
import type { CollectionNode } from '../../../core/overview';
import { linesOf } from './collectionTree';
import { intentOf } from './treeKeys';

const node = (name: string, ...children: CollectionNode[]): CollectionNode => ({ id: name as CollectionId, name, count: 0, children });
const nodes = [node('a', node('a1')), node('b')];
const none = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

function press(name: string, key: string, { collapsed = [], ...modifiers }: { collapsed?: string[]; altKey?: boolean; ctrlKey?: boolean } = {}) {
  const closed = new Set(collapsed as CollectionId[]);
  const lines = linesOf(nodes, closed);
  const item = lines.find((line) => line.node.name === name);
  if (item === undefined) throw new Error(`no line ${name}`);
  return intentOf({ ...none, ...modifiers, key }, { item, lines, collapsed: closed });
}

describe('the keys of the tree', () => {
  it('walk the lines on view', () => {
    expect(press('a', 'ArrowDown')).toEqual({ kind: 'focus', id: 'a1' });
    expect(press('a', 'ArrowDown', { collapsed: ['a'] })).toEqual({ kind: 'focus', id: 'b' });
    expect(press('b', 'ArrowUp')).toEqual({ kind: 'focus', id: 'a1' });
    expect(press('b', 'Home')).toEqual({ kind: 'focus', id: 'a' });
    expect(press('a', 'End')).toEqual({ kind: 'focus', id: 'b' });
    expect(press('b', 'ArrowDown')).toEqual({ kind: 'focus', id: undefined });
  });

  it('open and close, and go between parent and child', () => {
    expect(press('a', 'ArrowRight', { collapsed: ['a'] })).toEqual({ kind: 'collapse', closed: false });
    expect(press('a', 'ArrowRight')).toEqual({ kind: 'focus', id: 'a1' });
    expect(press('a', 'ArrowLeft')).toEqual({ kind: 'collapse', closed: true });
    expect(press('a1', 'ArrowLeft')).toEqual({ kind: 'focus', id: 'a' });
  });

  it('move the line itself with Alt', () => {
    expect(press('b', 'ArrowUp', { altKey: true })).toEqual({ kind: 'step', step: 'up' });
    expect(press('b', 'ArrowRight', { altKey: true })).toEqual({ kind: 'step', step: 'in' });
    expect(press('b', '1', { altKey: true })).toBeNull();
  });

  it('leave the combinations of the window alone', () => {
    expect(press('b', 'Delete', { ctrlKey: true })).toBeNull();
    expect(press('b', 'z')).toBeNull();
  });
});
