import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import { run } from '../app/commands';
import { isMac, keyNames } from '../app/keyNames';
import type { Command } from '../app/shortcuts';

const forms: readonly { command: Command; label: string; keys: string }[] = [
  { command: 'copy-key', label: 'Copy the citation key', keys: 'K' },
  { command: 'copy-latex', label: 'Copy as \\cite{key}', keys: 'Shift K' },
  { command: 'copy-pandoc', label: 'Copy as [@key]', keys: 'Alt K' },
  { command: 'copy-link', label: 'Copy as a Markdown link', keys: 'L' },
  { command: 'copy-entry', label: 'Copy the bibliography entry', keys: keyNames('mod+shift+C', isMac).join(' ') },
];

/** The ways in which the chosen papers, or the open one, are cited in a text. `target` opens the menu. */
export function CiteMenu({ target }: { target: ReactElement }) {
  return (
    <Menu width={280} position="bottom-end">
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        {forms.map(({ command, label, keys }) => <Menu.Item key={command} onClick={() => run(command)} rightSection={<kbd aria-hidden>{keys}</kbd>}>{label}</Menu.Item>)}
      </Menu.Dropdown>
    </Menu>
  );
}
