import { IconChevronRight, IconFolder, IconFolderSearch } from '@tabler/icons-react';
import { useState, type CSSProperties, type DragEvent } from 'react';
import type { CollectionId } from '../../../core/model';
import { carriesPapers, droppedPapers } from '../../app/dragging';
import { goToScope } from '../../app/route';
import { collectionActions } from './collectionActions';
import { dropAt, type Drop, type Place, type TreeItem } from './collectionTree';
import { NameField } from './NameField';
import { Count } from './ScopeLink';
import type { CollectionTree } from './useCollectionTree';
import sidebar from './Sidebar.module.css';
import classes from './CollectionTree.module.css';

/** The type of a collection on its way through the tree. */
const COLLECTION_TYPE = 'application/x-lectern-collection';

interface CollectionLineProps {
  item: TreeItem;
  tree: CollectionTree;
  /** How many papers it has; undefined until that is known. */
  count: number | undefined;
  /** The collection that is being dragged, as the data of a drag cannot be read before the drop. */
  dragged: CollectionId | null;
  onDrag: (id: CollectionId | null) => void;
  placeFor: (target: TreeItem, drop: Drop) => Place | null;
}

/** A collection in the tree. Others can be dropped on it, and papers unless it is a smart one. */
export function CollectionLine({ item, tree, count, dragged, onDrag, placeFor }: CollectionLineProps) {
  const { node, level, position, siblings } = item;
  const open = node.children.length > 0 ? !tree.collapsed.has(node.id) : undefined;
  const { hint, ...dropping } = useDropping(item, tree, dragged, placeFor);
  const isSmart = node.query !== undefined;
  const renaming = tree.naming?.kind === 'rename' && tree.naming.id === node.id;
  return (
    <div
      role="treeitem"
      data-collection={node.id}
      className={`${sidebar.line} ${classes.item}`}
      style={{ '--level': level } as CSSProperties}
      data-drop={hint ?? undefined}
      aria-level={level}
      aria-posinset={position + 1}
      aria-setsize={siblings.length}
      aria-expanded={open}
      aria-selected={tree.current === node.id}
      aria-current={tree.current === node.id ? 'page' : undefined}
      tabIndex={tree.tabStop?.node.id === node.id ? 0 : -1}
      draggable={!renaming}
      onFocus={() => tree.setFocused(node.id)}
      onKeyDown={(event) => tree.onKeyDown(event, item)}
      onClick={() => { if (!renaming) goToScope({ kind: 'collection', id: node.id }); }}
      onDoubleClick={() => tree.beginNaming({ kind: 'rename', id: node.id })}
      onDragStart={(event) => {
        event.dataTransfer.setData(COLLECTION_TYPE, node.id);
        onDrag(node.id);
      }}
      onDragEnd={() => onDrag(null)}
      {...dropping}
    >
      <span className={classes.chevron} data-open={open} aria-hidden="true" onClick={(event) => { event.stopPropagation(); tree.collapse(node.id, open === true); }}>
        {open !== undefined && <IconChevronRight size={13} stroke={2} />}
      </span>
      <span className={sidebar.glyph}>{isSmart ? <IconFolderSearch size={16} stroke={1.6} role="img" aria-label="Smart collection" /> : <IconFolder size={16} stroke={1.6} aria-hidden="true" />}</span>
      {renaming
        ? <NameField name={node.name} label="Name of the collection" onEnd={(name) => { void tree.endNaming(name); }} />
        : <span className={sidebar.label} title={isSmart ? `${node.name}: ${node.query}` : node.name}>{node.name}</span>}
      {count !== undefined && <Count count={count} />}
    </div>
  );
}

/** What may be dropped on a line, where it would go, and the hint that shows it. */
function useDropping(item: TreeItem, tree: CollectionTree, dragged: CollectionId | null, placeFor: CollectionLineProps['placeFor']) {
  const [hint, setHint] = useState<Drop | null>(null);
  const { id, name, query } = item.node;

  function dropOf(event: DragEvent): Drop | null {
    if (carriesPapers(event.dataTransfer)) return query === undefined ? 'inside' : null;
    if (dragged === null) return null;
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const drop = dropAt((event.clientY - top) / height);
    return placeFor(item, drop) === null ? null : drop;
  }

  return {
    hint,
    onDragOver(event: DragEvent) {
      const drop = dropOf(event);
      setHint(drop);
      if (drop !== null) event.preventDefault();
    },
    onDragLeave: () => setHint(null),
    onDrop(event: DragEvent) {
      const drop = dropOf(event);
      setHint(null);
      if (drop === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (carriesPapers(event.dataTransfer)) {
        void collectionActions.addPapers(id, name, droppedPapers(event.dataTransfer));
        return;
      }
      const source = tree.lines.find(({ node }) => node.id === dragged);
      const place = placeFor(item, drop);
      if (source !== undefined && place !== null) void tree.move(source, place, `${drop} ${name}`);
    },
  };
}
