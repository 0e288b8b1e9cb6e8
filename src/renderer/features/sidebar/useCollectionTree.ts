import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { CollectionId } from '../../../core/model';
import type { CollectionNode } from '../../../core/overview';
import { goToScope, useRoute } from '../../app/route';
import { collectionActions } from './collectionActions';
import { linesOf, placeAfter, type Place, type Step, type TreeItem } from './collectionTree';
import { intentOf, type Intent } from './treeKeys';

/** The name that is being typed: of a collection that exists, or of one that is to be made inside another. */
export type Naming = { kind: 'rename'; id: CollectionId } | { kind: 'create'; parentId: CollectionId | null };

const stepWords: Record<Step, string> = { up: 'up', down: 'down', in: 'into the collection above', out: 'out of its collection' };

/** What the tree of collections, shown in the element `root`, remembers, and how it answers the keyboard. */
export function useCollectionTree(nodes: readonly CollectionNode[], root: RefObject<HTMLDivElement | null>) {
  const route = useRoute();
  const current = route.kind === 'library' && route.scope.kind === 'collection' ? route.scope.id : null;
  const [collapsed, setCollapsed] = useState<ReadonlySet<CollectionId>>(new Set());
  const [focused, setFocused] = useState<CollectionId | null>(null);
  const [naming, setNaming] = useState<Naming | null>(null);
  const [told, setTold] = useState('');
  const lines = useMemo(() => linesOf(nodes, collapsed), [nodes, collapsed]);
  const tabStop = lines.find(({ node }) => node.id === (focused ?? current)) ?? lines[0];
  const { focus, keep } = useFocusOn(lines, root);

  const collapse = (id: CollectionId, closed: boolean) => setCollapsed((before) => {
    const after = new Set(before);
    if (closed) after.add(id);
    else after.delete(id);
    return after;
  });

  async function move(item: TreeItem, place: Place, words: string): Promise<void> {
    if (place.parentId !== null) collapse(place.parentId, false);
    keep(item.node.id);
    if (await collectionActions.move(item.node.id, place) !== true) return;
    setTold(`${item.node.name} moved ${words}`);
  }

  function step(item: TreeItem, way: Step): void {
    const place = placeAfter(nodes, item, way);
    if (place !== null) void move(item, place, stepWords[way]);
  }

  function remove({ node, parentId }: TreeItem): void {
    if (current === node.id) goToScope(parentId === null ? { kind: 'all' } : { kind: 'collection', id: parentId });
    void collectionActions.remove(node.id, node.name);
  }

  /** Lets a name be typed; a new collection shows inside its parent. */
  function beginNaming(next: Naming): void {
    if (next.kind === 'create' && next.parentId !== null) collapse(next.parentId, false);
    setNaming(next);
  }

  async function endNaming(name: string | null): Promise<void> {
    setNaming(null);
    if (naming?.kind === 'rename') focus(naming.id);
    if (naming === null || name === null) return;
    if (naming.kind === 'rename') await collectionActions.rename(naming.id, name);
    else {
      const id = await collectionActions.create(name, naming.parentId);
      if (id !== undefined) focus(id);
    }
  }

  function carryOut(intent: Intent, item: TreeItem): void {
    const { id } = item.node;
    switch (intent.kind) {
      case 'focus': return intent.id === undefined ? undefined : focus(intent.id);
      case 'collapse': return collapse(id, intent.closed);
      case 'step': return step(item, intent.step);
      case 'open': return goToScope({ kind: 'collection', id });
      case 'rename': return beginNaming({ kind: 'rename', id });
      case 'remove': return remove(item);
    }
  }

  function onKeyDown(event: KeyboardEvent, item: TreeItem): void {
    const intent = intentOf(event, { item, lines, collapsed });
    if (intent === null) return;
    carryOut(intent, item);
    event.preventDefault();
    event.stopPropagation();
  }

  return { lines, collapsed, collapse, current, tabStop, setFocused, naming, beginNaming, told, move, step, remove, endNaming, onKeyDown };
}

export type CollectionTree = ReturnType<typeof useCollectionTree>;

/** Puts the focus on the line of a collection. */
function useFocusOn(lines: readonly TreeItem[], root: RefObject<HTMLDivElement | null>) {
  const wanted = useRef<CollectionId | null>(null);

  const settle = () => {
    const line = wanted.current === null ? null : root.current?.querySelector<HTMLElement>(`[data-collection="${wanted.current}"]`);
    if (line === null || line === undefined) return;
    wanted.current = null;
    line.focus();
  };
  useEffect(settle, [lines, root]);

  return {
    /** Now, or as soon as the line is there. */
    focus: (id: CollectionId) => {
      wanted.current = id;
      settle();
    },
    /** Again when the lines have changed: a line that changes its place loses the focus. */
    keep: (id: CollectionId) => { wanted.current = id; },
  };
}
