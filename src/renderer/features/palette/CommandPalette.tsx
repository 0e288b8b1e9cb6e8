import { Modal } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useRef } from 'react';
import { useCommands } from '../../app/commands';
import { useDialog } from '../../app/dialogs';
import type { Entry } from './entries';
import { Palette } from './Palette';
import classes from './CommandPalette.module.css';

/** Finds papers, parts of the library and commands by some of their letters, from everywhere. */
export function CommandPalette() {
  const { dialog, close } = useDialog();
  const before = useRef<Element | null>(null);

  function show(): void {
    const { dialog, open } = useDialog.getState();
    if (dialog !== null) return;
    before.current = document.activeElement;
    open({ kind: 'palette' });
  }

  /** What is chosen finds the focus where it was: it may be about what had it, and gives it back later. */
  function leave(entry?: Entry): void {
    close();
    if (before.current instanceof HTMLElement) before.current.focus();
    entry?.act();
  }

  useCommands({ palette: show });
  useHotkeys([['mod+K', show]], [], true); // also while something is being written

  return (
    <Modal.Root opened={dialog?.kind === 'palette'} onClose={leave} returnFocus={false} size="lg" yOffset="12vh" transitionProps={{ duration: 0 }}>
      <Modal.Overlay />
      <Modal.Content aria-label="Command palette" className={classes.content}>
        <Modal.Body p={0}><Palette onChoose={leave} /></Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
