import { Button, Tooltip } from '@mantine/core';
import { IconFileExport } from '@tabler/icons-react';
import { useRef, type DragEvent } from 'react';
import type { PaperId } from '../../core/model';
import { counted } from '../../core/text';
import { BibDrag, saveBib } from '../app/bibDrag';
import { bridge } from '../client';

/** Papers as a .bib file that can be dragged into a folder or another program. Pressed, it is saved. */
export function BibHandle({ ids, size = 'xs' }: { ids: readonly PaperId[]; size?: 'xs' | 'compact-sm' }) {
  const drag = useRef<BibDrag>(null);

  function onDragStart(event: DragEvent): void {
    const { current } = drag;
    if (bridge !== undefined) {
      event.preventDefault();
      void current?.start();
      return;
    }
    current?.offer(event.dataTransfer);
    Object.assign(event.dataTransfer, { effectAllowed: 'copy' });
  }

  return (
    <Tooltip label={`${ids.length === 1 ? 'This paper' : 'These papers'} as a .bib file: drag it into a folder or another program, or press it to save it`} multiline maw={260}>
      <Button
        size={size} variant="default" px={6} draggable flex="none" aria-label={`Save ${counted(ids.length, 'paper')} as a .bib file`}
        onPointerDown={({ button }) => { if (button === 0) drag.current = new BibDrag(ids, { asText: bridge === undefined }); }}
        onDragStart={onDragStart}
        onClick={() => { void saveBib(ids); }}
      >
        <IconFileExport size={15} stroke={1.7} />
      </Button>
    </Tooltip>
  );
}
