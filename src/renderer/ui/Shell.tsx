import { Burger, Drawer } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { useEffect, type ReactNode } from 'react';
import { useDialog } from '../app/dialogs';
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
    <>
      <div className={classes.shell} data-narrow={narrow || undefined}>
        <button type="button" className={classes.skip} onClick={() => document.getElementById(MAIN_ID)?.focus()}>Skip to the content</button>
        {narrow ? <NarrowBar sidebar={sidebar} /> : <nav className={classes.sidebar} aria-label="Library">{sidebar}</nav>}
        <main id={MAIN_ID} tabIndex={-1} className={classes.main}>{children}</main>
        <ProgressStrip />
        <ConnectionNotice />
      </div>
      {/* Mantine puts menus, tooltips and messages into the element with this mark, so they too lie in a landmark. */}
      <section aria-label="Menus and messages" data-mantine-shared-portal-node="true" />
    </>
  );
}

function NarrowBar({ sidebar }: { sidebar: ReactNode }) {
  const [opened, { open, close }] = useDisclosure(false);
  const route = useRoute();
  const { dialog } = useDialog();
  useEffect(close, [route, dialog, close]); // a dialog would open beneath the drawer
  return (
    <header className={classes.bar}>
      <Burger size="sm" opened={opened} onClick={open} aria-label="Open the sidebar" aria-expanded={opened} />
      <span className={classes.name}>Lectern</span>
      <Drawer.Root opened={opened} onClose={close} size={280} padding={0}>
        <Drawer.Overlay />
        <Drawer.Content aria-label="Sidebar" className={classes.drawer}>
          <Drawer.Body className={classes.drawerBody}><nav className={classes.sidebar} aria-label="Library">{sidebar}</nav></Drawer.Body>
        </Drawer.Content>
      </Drawer.Root>
    </header>
  );
}
