import { ActionIcon, Button, Tooltip, useComputedColorScheme } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconFileImport, IconHelp, IconHistory, IconMoon, IconPlus, IconSun } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { run } from '../../app/commands';
import type { Command } from '../../app/shortcuts';
import { Mark } from './Mark';
import classes from './Sidebar.module.css';

/** The app's name and what can be done from everywhere. `undo` and `redo` say what they would do, or null. */
export function SidebarHeader({ undo, redo }: { undo: string | null; redo: string | null }) {
  const dark = useComputedColorScheme() === 'dark';
  return (
    <header className={classes.header}>
      <div className={classes.row}>
        <Mark />
        <span className={classes.name}>Lectern</span>
        <CommandIcon command="history" label="History of the library"><IconHistory size={16} stroke={1.6} /></CommandIcon>
        <CommandIcon command="toggle-scheme" label={dark ? 'Use the light scheme' : 'Use the dark scheme'}>{dark ? <IconSun size={16} stroke={1.6} /> : <IconMoon size={16} stroke={1.6} />}</CommandIcon>
        <CommandIcon command="shortcuts" label="Keyboard shortcuts"><IconHelp size={16} stroke={1.6} /></CommandIcon>
      </div>
      <div className={classes.row}>
        <Button size="compact-sm" variant="default" className={classes.grow} leftSection={<IconFileImport size={15} stroke={1.6} />} onClick={() => run('import')}>Import</Button>
        <CommandIcon command="new-paper" label="Add a paper by hand"><IconPlus size={16} stroke={1.6} /></CommandIcon>
        <CommandIcon command="undo" label="Undo" explanation={undo === null ? 'Nothing to undo' : `Undo: ${undo}`} disabled={undo === null}><IconArrowBackUp size={16} stroke={1.6} /></CommandIcon>
        <CommandIcon command="redo" label="Redo" explanation={redo === null ? 'Nothing to redo' : `Redo: ${redo}`} disabled={redo === null}><IconArrowForwardUp size={16} stroke={1.6} /></CommandIcon>
      </div>
    </header>
  );
}

interface CommandIconProps {
  command: Command;
  label: string;
  /** What the tooltip says, where that is more than the name. */
  explanation?: string;
  disabled?: boolean;
  children: ReactNode;
}

function CommandIcon({ command, label, explanation = label, disabled = false, children }: CommandIconProps) {
  return (
    <Tooltip label={explanation} openDelay={400} multiline maw={280}>
      <ActionIcon variant="subtle" color="gray" size={26} className={classes.icon} aria-label={label} disabled={disabled} onClick={() => run(command)}>{children}</ActionIcon>
    </Tooltip>
  );
}
