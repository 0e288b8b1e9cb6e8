import { IconChevronRight } from '@tabler/icons-react';
import { useRef, useState, type CSSProperties, type KeyboardEvent } from 'react';
import type { TechniqueId } from '../../../../core/model';
import type { ListedTechnique } from '../../../../core/taxonomy/useCases';
import { goToTechniques } from '../../../app/route';
import { pathTo, treesOf } from '../../../app/techniqueTree';
import { intentOf, linesOf } from './treeLines';
import classes from './Taxonomy.module.css';

const originWords: Record<ListedTechnique['origin'], string> = { 'built-in': '', changed: 'changed', own: 'yours' };

/** All techniques as a tree; the chosen one is shown beside it. */
export function TaxonomyTree({ techniques, chosen }: { techniques: readonly ListedTechnique[]; chosen: TechniqueId | null }) {
  const root = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<ReadonlyMap<TechniqueId, boolean>>(new Map());
  const [focused, setFocused] = useState<TechniqueId | null>(null);
  const around = chosen === null ? [] : pathTo(techniques, chosen).slice(0, -1).map(({ id }) => id);
  const isOpen = (id: TechniqueId): boolean => opened.get(id) ?? around.includes(id);
  const lines = linesOf(treesOf(techniques), isOpen);
  const stop = lines.find(({ node }) => node.technique.id === (focused ?? chosen)) ?? lines[0];

  const toggle = (id: TechniqueId, open: boolean) => setOpened(new Map(opened).set(id, open));

  function onKeyDown(event: KeyboardEvent, index: number): void {
    const id = lines[index]?.node.technique.id;
    if (id === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const intent = intentOf(event.key, lines, index, isOpen);
    if (intent === null) return;
    if (intent.kind === 'open') toggle(id, intent.open);
    else if (intent.kind === 'choose') goToTechniques('taxonomy', id);
    else root.current?.querySelectorAll<HTMLElement>('[role="treeitem"]')[intent.index]?.focus();
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <div ref={root} role="tree" aria-label="Taxonomy" className={classes.tree}>
      {lines.map(({ node: { technique, parts }, level, position, siblings }, index) => (
        <div
          key={technique.id}
          role="treeitem"
          className={classes.line}
          style={{ '--level': level } as CSSProperties}
          aria-level={level}
          aria-posinset={position + 1}
          aria-setsize={siblings.length}
          aria-expanded={parts.length > 0 ? isOpen(technique.id) : undefined}
          aria-selected={technique.id === chosen}
          tabIndex={technique.id === stop?.node.technique.id ? 0 : -1}
          data-retired={technique.retired || undefined}
          onFocus={() => setFocused(technique.id)}
          onKeyDown={(event) => onKeyDown(event, index)}
          onClick={() => goToTechniques('taxonomy', technique.id)}
        >
          <span className={classes.chevron} data-open={isOpen(technique.id)} aria-hidden="true" onClick={(event) => { event.stopPropagation(); toggle(technique.id, !isOpen(technique.id)); }}>
            {parts.length > 0 && <IconChevronRight size={13} stroke={2} />}
          </span>
          <span className={classes.name} title={technique.name}>{technique.name}</span>
          <span className={classes.origin}>{technique.retired ? 'retired' : originWords[technique.origin]}</span>
        </div>
      ))}
    </div>
  );
}
