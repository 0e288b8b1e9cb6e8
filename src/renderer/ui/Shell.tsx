import { Burger, Drawer } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useEffect, type ReactNode } from 'react';
import { useRoute } from '../app/route';
import { ConnectionNotice } from './ConnectionNotice';
import { ProgressStrip } from './ProgressStrip';
import classes from './Shell.module.css';

/** The main landmark, to which the skip link leads. */
const MAIN_ID = 'main-content';

/** The frame of the window: the sidebar and the place beside it. A narrow window keeps the sidebar in a drawer. */
export function Shell({ sidebar, children }: { sidebar: ReactNode; children: ReactNode }) {
  const narrow = useMediaQuery('(max-width: 759px)', false, { getInitialValueInEffect: false });
  return (
    <div className={classes.shell} data-narrow={narrow || undefined}>
      <button type="button" className={classes.skip} onClick={() => document.getElementById(MAIN_ID)?.focus()}>Skip to the content</button>
      {narrow ? <NarrowBar sidebar={sidebar} /> : <nav className={classes.sidebar} aria-label="Library">{sidebar}</nav>}
      <main id={MAIN_ID} tabIndex={-1} className={classes.main}>{children}</main>
      <ProgressStrip />
      <ConnectionNotice />
    </div>
  );
}

function NarrowBar({ sidebar }: { sidebar: ReactNode }) {
  const [opened, { open, close }] = useDisclosure(false);
  const route = useRoute();
  useEffect(close, [route, close]);
  return (
    <header className={classes.bar}>
      <Burger size="sm" opened={opened} onClick={open} aria-label="Open the sidebar" aria-expanded={opened} />
      <span className={classes.name}>Lectern</span>
      <Drawer opened={opened} onClose={close} size={280} withCloseButton={false} padding={0} aria-label="Sidebar" classNames={{ body: classes.drawer, content: classes.drawerContent }}>
        <nav className={classes.sidebar} aria-label="Library">{sidebar}</nav>
      </Drawer>
    </header>
  );
}
