import { ActionIcon, Menu } from '@mantine/core';
import { IconChevronRight, IconDots, IconGridDots, IconHash, IconHelpHexagon, IconSitemap } from '@tabler/icons-react';
import { useState, type CSSProperties } from 'react';
import type { TechniqueId } from '../../../core/model';
import type { TechniqueLine } from '../../../core/overview';
import { useTaxonomy } from '../../app/queries';
import { goToTechniques, useRoute, type TechniqueView } from '../../app/route';
import { filledTrees, pathTo, type TechniqueNode } from '../../app/techniqueTree';
import { ScopeLink } from './ScopeLink';
import { ScopeMenu } from './ScopeMenu';
import { Section } from './Sections';
import sidebar from './Sidebar.module.css';
import classes from './TechniquesSection.module.css';

/** How many techniques the section shows before the rest is asked for. */
const SHOWN = 8;

/** The techniques that have papers, the fullest first, each with its parts inside it. */
export function TechniquesSection({ techniques, hasPapers }: { techniques: readonly TechniqueLine[]; hasPapers: boolean }) {
  const { data: taxonomy } = useTaxonomy();
  const [all, setAll] = useState(false);
  const opened = useOpened(techniques);
  if (!hasPapers) return null;
  const trees = filledTrees(techniques);
  const definitions = new Map(taxonomy?.techniques.map(({ id, definition }) => [id, definition]));
  return (
    <Section title="Techniques" action={<ViewsMenu />}>
      {trees.length === 0 && <p className={classes.hint}>No paper has a technique yet.</p>}
      <ScopeMenu>
        <ul className={sidebar.list}>
          {(all ? trees : trees.slice(0, SHOWN)).map((node) => <Line key={node.technique.id} node={node} level={1} opened={opened} definitions={definitions} />)}
        </ul>
      </ScopeMenu>
      {trees.length > SHOWN && (
        <button type="button" className={sidebar.more} aria-expanded={all} onClick={() => setAll(!all)}>{all ? 'Show fewer techniques' : `Show all ${trees.length} techniques`}</button>
      )}
    </Section>
  );
}

interface Opened {
  has: (id: TechniqueId) => boolean;
  toggle: (id: TechniqueId) => void;
}

/** Which techniques show their parts: those that were opened, and those around the one on view. */
function useOpened(techniques: readonly TechniqueLine[]): Opened {
  const route = useRoute();
  const [chosen, setChosen] = useState<ReadonlyMap<TechniqueId, boolean>>(new Map());
  const current = route.kind === 'library' && route.scope.kind === 'technique' ? route.scope.id : null;
  const around = current === null ? [] : pathTo(techniques, current).slice(0, -1).map(({ id }) => id);
  const has = (id: TechniqueId): boolean => chosen.get(id) ?? around.includes(id);
  return { has, toggle: (id) => setChosen(new Map(chosen).set(id, !has(id))) };
}

function Line({ node: { technique, parts }, level, opened, definitions }: { node: TechniqueNode<TechniqueLine>; level: number; opened: Opened; definitions: ReadonlyMap<TechniqueId, string> }) {
  const { id, name, count, unread } = technique;
  const open = opened.has(id);
  const definition = definitions.get(id) ?? '';
  return (
    <li>
      <div className={classes.line} style={{ '--level': level } as CSSProperties}>
        {parts.length > 0
          ? <button type="button" className={classes.chevron} aria-expanded={open} aria-label={`Parts of ${name}`} onClick={() => opened.toggle(id)}><IconChevronRight size={13} stroke={2} /></button>
          : <span className={classes.leaf} aria-hidden="true"><IconHash size={14} stroke={1.6} /></span>}
        <ScopeLink scope={{ kind: 'technique', id }} name={name} count={count} unread={unread} explanation={`${name}${definition === '' ? '' : `: ${definition}`}`} />
      </div>
      {open && parts.length > 0 && <ul className={classes.parts}>{parts.map((part) => <Line key={part.technique.id} node={part} level={level + 1} opened={opened} definitions={definitions} />)}</ul>}
    </li>
  );
}

const views: readonly { view: TechniqueView; label: string; Glyph: typeof IconDots }[] = [
  { view: 'review', label: 'Review doubtful ones', Glyph: IconHelpHexagon },
  { view: 'compare', label: 'Compare techniques', Glyph: IconGridDots },
  { view: 'taxonomy', label: 'Edit the taxonomy', Glyph: IconSitemap },
];

function ViewsMenu() {
  return (
    <Menu width={220} position="bottom-end" shadow="sm">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={24} className={sidebar.icon} aria-label="Views of techniques" title="Views of techniques"><IconDots size={15} stroke={1.8} /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {views.map(({ view, label, Glyph }) => <Menu.Item key={view} leftSection={<Glyph size={15} stroke={1.6} />} onClick={() => goToTechniques(view)}>{label}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
}
