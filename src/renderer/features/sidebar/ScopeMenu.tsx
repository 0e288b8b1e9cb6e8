import { Menu } from '@mantine/core';
import { IconFileSymlink } from '@tabler/icons-react';
import { useState, type MouseEvent, type ReactNode } from 'react';
import type { Scope } from '../../../core/view';
import { useDialog } from '../../app/dialogs';
import { routeOf } from '../../app/route';

/** Gives the links to parts of the library inside it a menu of what can be done with such a part. */
export function ScopeMenu({ children }: { children: ReactNode }) {
  const [scope, setScope] = useState<Scope | null>(null);
  const open = useDialog((dialogs) => dialogs.open);

  function choose(event: MouseEvent): void {
    const under = scopeUnder(event.target);
    setScope(under);
    if (under === null) event.stopPropagation(); // what is no link has the menu of the browser
  }

  return (
    <Menu shadow="sm" width={260}>
      <Menu.ContextMenu><div onContextMenuCapture={choose}>{children}</div></Menu.ContextMenu>
      <Menu.Dropdown>
        {scope !== null && (
          <Menu.Item leftSection={<IconFileSymlink size={15} stroke={1.6} />} onClick={() => open({ kind: 'bindings', make: { scope, filter: '' } })}>Keep a .bib file up to date…</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function scopeUnder(target: EventTarget): Scope | null {
  const address = target instanceof Element ? target.closest('a')?.getAttribute('href') : undefined;
  const route = address?.startsWith('#') ? routeOf(address.slice(1)) : undefined;
  return route?.kind === 'library' ? route.scope : null;
}
