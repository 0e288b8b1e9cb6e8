import { ScrollArea } from '@mantine/core';
import { IconBooks, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ReadingStatus } from '../../../core/model';
import { useOverview } from '../../app/queries';
import { StatusGlyph, statusNames } from '../../ui/StatusGlyph';
import { CollectionsSection } from './CollectionsSection';
import { ScopeLink } from './ScopeLink';
import { SidebarHeader } from './SidebarHeader';
import { TagsSection } from './Sections';
import { TechniquesSection } from './TechniquesSection';
import classes from './Sidebar.module.css';

const statuses: readonly ReadingStatus[] = ['to-read', 'reading', 'done'];

/** The parts of the library, with how many papers each holds. `foot` stays below them. */
export function Sidebar({ foot }: { foot: ReactNode }) {
  const { data: overview } = useOverview();
  return (
    <>
      <SidebarHeader undo={overview?.undo ?? null} redo={overview?.redo ?? null} />
      <ScrollArea className={classes.scroll} type="auto" scrollbarSize={8} viewportProps={{ tabIndex: -1 }}>
        <ul className={classes.list}>
          <li><ScopeLink scope={{ kind: 'all' }} icon={<IconBooks size={16} stroke={1.6} />} name="All papers" count={overview?.all} /></li>
          {statuses.map((status) => (
            <li key={status}>
              <ScopeLink scope={{ kind: 'status', status }} icon={<StatusGlyph status={status} text={false} />} name={statusNames[status]} count={overview?.statuses[status]} />
            </li>
          ))}
        </ul>
        <CollectionsSection nodes={overview?.collections ?? none} />
        <TechniquesSection techniques={overview?.techniques ?? none} hasPapers={(overview?.all ?? 0) > 0} />
        <TagsSection tags={overview?.tags ?? none} />
        <ul className={classes.list}>
          <li><ScopeLink scope={{ kind: 'trash' }} icon={<IconTrash size={16} stroke={1.6} />} name="Trash" count={overview?.trash} /></li>
        </ul>
      </ScrollArea>
      {foot}
    </>
  );
}

const none: readonly never[] = [];
