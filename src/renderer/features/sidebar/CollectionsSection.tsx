import { ActionIcon, Menu, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowLeft, IconArrowRight, IconArrowUp, IconFileSymlink, IconFolderPlus, IconFolderSearch, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { Fragment, useRef, useState, type CSSProperties } from 'react';
import type { CollectionId } from '../../../core/model';
import type { CollectionNode } from '../../../core/overview';
import { useDialog } from '../../app/dialogs';
import { useSmartCounts } from '../../app/queries';
import { CollectionLine } from './CollectionLine';
import { placeOf, type TreeItem } from './collectionTree';
import { NameField } from './NameField';
import { Section } from './Sections';
import { useCollectionTree, type CollectionTree, type Naming } from './useCollectionTree';
import sidebar from './Sidebar.module.css';
import classes from './CollectionTree.module.css';

/** The reader's own collections: a tree that can be rearranged with the mouse and with Alt and the arrow keys. */
export function CollectionsSection({ nodes }: { nodes: readonly CollectionNode[] }) {
  const root = useRef<HTMLDivElement>(null);
  const tree = useCollectionTree(nodes, root);
  const [menuFor, setMenuFor] = useState<TreeItem | null>(null);
  /** The name asked for in the menu. It is typed once the menu has closed and given the focus back, which would end the typing. */
  const [asked, setAsked] = useState<Naming | null>(null);
  const [dragged, setDragged] = useState<CollectionId | null>(null);
  const openDialog = useDialog(({ open }) => open);
  const counts = useSmartCounts(isAnySmart(nodes)).data;
  const draftAt = draftPosition(tree);
  const empty = nodes.length === 0 && tree.naming === null;
  return (
    <Section title="Collections" action={<NewCollection onClick={() => tree.beginNaming({ kind: 'create', parentId: null })} onSmart={() => openDialog({ kind: 'smart-collection', query: '' })} />}>
      {empty && <p className={classes.hint}>Make a collection, then drag papers onto it.</p>}
      {!empty && (
        <Menu
          shadow="sm"
          width={280}
          onExitTransitionEnd={() => {
            if (asked !== null) tree.beginNaming(asked);
            setAsked(null);
          }}
        >
          <Menu.ContextMenu disabled={nodes.length === 0}>
            <div
              ref={root}
              role="tree"
              aria-label="Collections"
              className={classes.tree}
              onContextMenuCapture={({ target }) => setMenuFor(lineUnder(target, tree))}
            >
              {tree.lines.map((item, index) => (
                <Fragment key={item.node.id}>
                  <CollectionLine
                    item={item}
                    tree={tree}
                    count={item.node.query === undefined ? item.node.count : counts?.[item.node.id]}
                    dragged={dragged}
                    onDrag={setDragged}
                    placeFor={(target, drop) => (dragged === null ? null : placeOf(nodes, dragged, target, drop))}
                  />
                  {index === draftAt && <Draft tree={tree} />}
                </Fragment>
              ))}
              {tree.naming?.kind === 'create' && draftAt === -1 && <Draft tree={tree} />}
            </div>
          </Menu.ContextMenu>
          <Menu.Dropdown>{menuFor !== null && <CollectionMenu item={menuFor} tree={tree} onName={setAsked} />}</Menu.Dropdown>
        </Menu>
      )}
      <VisuallyHidden><output>{tree.told}</output></VisuallyHidden>
    </Section>
  );
}

function NewCollection({ onClick, onSmart }: { onClick: () => void; onSmart: () => void }) {
  return (
    <span className={classes.actions}>
      <Tooltip label="New smart collection" openDelay={400}>
        <ActionIcon variant="subtle" color="gray" size={24} className={sidebar.icon} aria-label="New smart collection" onClick={onSmart}><IconFolderSearch size={15} stroke={1.6} /></ActionIcon>
      </Tooltip>
      <Tooltip label="New collection" openDelay={400}>
        <ActionIcon variant="subtle" color="gray" size={24} className={sidebar.icon} aria-label="New collection" onClick={onClick}><IconPlus size={15} stroke={1.8} /></ActionIcon>
      </Tooltip>
    </span>
  );
}

function isAnySmart(nodes: readonly CollectionNode[]): boolean {
  return nodes.some(({ query, children }) => query !== undefined || isAnySmart(children));
}

function lineUnder(target: EventTarget, tree: CollectionTree): TreeItem | null {
  const id = target instanceof Element ? target.closest<HTMLElement>('[data-collection]')?.dataset['collection'] : undefined;
  return tree.lines.find(({ node }) => node.id === id) ?? null;
}

/** The line below which a new collection is named: the last one inside its parent; -1 at the end of the tree. */
function draftPosition({ naming, lines }: CollectionTree): number {
  if (naming?.kind !== 'create' || naming.parentId === null) return -1;
  const parent = lines.findIndex(({ node }) => node.id === naming.parentId);
  const after = lines.findIndex(({ level }, index) => index > parent && level <= (lines[parent]?.level ?? 0));
  return (after === -1 ? lines.length : after) - 1;
}

function Draft({ tree }: { tree: CollectionTree }) {
  const parentId = tree.naming?.kind === 'create' ? tree.naming.parentId : null;
  const level = (tree.lines.find(({ node }) => node.id === parentId)?.level ?? 0) + 1;
  return (
    <div role="treeitem" aria-selected={false} aria-level={level} tabIndex={-1} className={`${sidebar.line} ${classes.item}`} style={{ '--level': level } as CSSProperties}>
      <span className={classes.chevron} />
      <span className={sidebar.glyph} aria-hidden="true"><IconFolderPlus size={16} stroke={1.6} /></span>
      <NameField name="" label="Name of the new collection" onEnd={(name) => { void tree.endNaming(name); }} />
    </div>
  );
}

function CollectionMenu({ item, tree, onName }: { item: TreeItem; tree: CollectionTree; onName: (naming: Naming) => void }) {
  const { id, name, query } = item.node;
  const openDialog = useDialog(({ open }) => open);
  const icon = { size: 15, stroke: 1.6 };
  return (
    <>
      <Menu.Item leftSection={<IconFolderPlus {...icon} />} onClick={() => onName({ kind: 'create', parentId: id })}>New collection inside</Menu.Item>
      {query !== undefined && <Menu.Item leftSection={<IconFolderSearch {...icon} />} onClick={() => openDialog({ kind: 'smart-collection', id, name, query })}>Edit the query…</Menu.Item>}
      <Menu.Item leftSection={<IconPencil {...icon} />} rightSection="F2" onClick={() => onName({ kind: 'rename', id })}>Rename</Menu.Item>
      <Menu.Item leftSection={<IconFileSymlink {...icon} />} onClick={() => openDialog({ kind: 'bindings', make: { scope: { kind: 'collection', id }, filter: '' } })}>Keep a .bib file up to date…</Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<IconArrowUp {...icon} />} rightSection="Alt ↑" onClick={() => tree.step(item, 'up')}>Move up</Menu.Item>
      <Menu.Item leftSection={<IconArrowDown {...icon} />} rightSection="Alt ↓" onClick={() => tree.step(item, 'down')}>Move down</Menu.Item>
      <Menu.Item leftSection={<IconArrowRight {...icon} />} rightSection="Alt →" onClick={() => tree.step(item, 'in')}>Move into the one above</Menu.Item>
      <Menu.Item leftSection={<IconArrowLeft {...icon} />} rightSection="Alt ←" onClick={() => tree.step(item, 'out')}>Move out</Menu.Item>
      <Menu.Divider />
      <Menu.Item leftSection={<IconTrash {...icon} />} rightSection="Del" onClick={() => tree.remove(item)}>Delete</Menu.Item>
    </>
  );
}
