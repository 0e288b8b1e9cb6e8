import { ActionIcon, Modal, VisuallyHidden } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import { useState } from 'react';
import { client } from '../../client';
import { CitePalette, type CitePaletteProps } from './CitePalette';
import { HotkeyForm } from './HotkeyForm';
import classes from './Cite.module.css';

/** The page of the desktop's small window: the palette, which its host puts away when it is done. */
export function PalettePage({ StyleField }: Pick<CitePaletteProps, 'StyleField'>) {
  const [choosing, setChoosing] = useState(false);
  return (
    <main className={classes.page} aria-label="Cite">
      <VisuallyHidden component="h1">Cite</VisuallyHidden>
      <CitePalette
        StyleField={StyleField}
        onLeave={() => { void client.host.palette.hide.mutate(); }}
        aside={<ActionIcon variant="subtle" color="gray" size={28} aria-label="Keys of the palette" title="Keys of the palette" onClick={() => setChoosing(true)}><IconKeyboard size={17} stroke={1.6} /></ActionIcon>}
      />
      <Modal opened={choosing} onClose={() => setChoosing(false)} title="Cite from any program" size={460} transitionProps={{ duration: 0 }}><HotkeyForm /></Modal>
    </main>
  );
}
