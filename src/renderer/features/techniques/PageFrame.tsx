import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { goBackToLibrary } from '../../app/lastScope';
import { hrefOf, useRoute, type TechniqueView } from '../../app/route';
import classes from './PageFrame.module.css';

const views: readonly { view: TechniqueView; label: string }[] = [
  { view: 'compare', label: 'Compare' },
  { view: 'review', label: 'Review' },
  { view: 'taxonomy', label: 'Taxonomy' },
];

/** A page about techniques: the way back, the ways to the other such pages, and `tools` of its own. */
export function PageFrame({ title, tools, children }: { title: string; tools?: ReactNode; children: ReactNode }) {
  const route = useRoute();
  return (
    <div className={classes.page}>
      <header className={classes.bar}>
        <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconArrowLeft size={16} stroke={1.7} />} onClick={goBackToLibrary}>Library</Button>
        <h1 className={classes.title} title={title}>{title}</h1>
        <div className={classes.tools}>{tools}</div>
        <nav className={classes.views} aria-label="Views of techniques">
          {views.map(({ view, label }) => (
            <a key={view} href={`#${hrefOf({ kind: 'techniques', view, id: null })}`} aria-current={route.kind === 'techniques' && route.view === view ? 'page' : undefined}>{label}</a>
          ))}
        </nav>
      </header>
      {children}
    </div>
  );
}
