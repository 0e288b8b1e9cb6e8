import { Kbd } from '@mantine/core';
import { IconBooks, IconChevronRight, IconFileText, IconFolder, IconFolderSearch, IconHash, IconProgress, IconTag, IconTrash, type Icon } from '@tabler/icons-react';
import { keyNames } from '../../app/keyNames';
import type { Entry, EntryKind } from './entries';
import classes from './CommandPalette.module.css';

const glyphs: Record<EntryKind, Icon> = {
  command: IconChevronRight, paper: IconFileText, all: IconBooks, status: IconProgress, technique: IconHash, collection: IconFolder, smart: IconFolderSearch, tag: IconTag, trash: IconTrash,
};

const mac = navigator.platform.startsWith('Mac');

interface EntryLineProps { id: string; entry: Entry; active: boolean; onChoose: (entry: Entry) => void }

/** A line of the palette. The keyboard stays in its field. */
export function EntryLine({ id, entry, active, onChoose }: EntryLineProps) {
  const { kind, label, detail, keys } = entry;
  const Glyph = glyphs[kind];
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are those of the field
    <div ref={active ? intoView : undefined} role="option" id={id} aria-selected={active} tabIndex={-1} className={classes.option} onMouseDown={(event) => event.preventDefault()} onClick={() => onChoose(entry)}>
      <Glyph size={15} stroke={1.6} aria-hidden="true" />
      <span className={classes.label}>{label}</span>
      {detail !== '' && <span className={classes.detail}>{detail}</span>}
      {keys !== undefined && <span className={classes.keys}>{keyNames(keys, mac).map((key) => <Kbd key={key} size="xs">{key}</Kbd>)}</span>}
    </div>
  );
}

const intoView = (option: HTMLElement | null) => option?.scrollIntoView({ block: 'nearest' });
