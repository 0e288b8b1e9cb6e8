import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPin, IconPinFilled } from '@tabler/icons-react';
import type { Paper } from '../../../../core/model';
import { act } from '../../../app/act';
import { client } from '../../../client';

/** Whether the citation key of a paper stays when keys are made anew. */
export function KeyPin({ paper: { id, keyPinned } }: { paper: Paper }) {
  const isPinned = keyPinned === true;
  const Icon = isPinned ? IconPinFilled : IconPin;
  return (
    <Tooltip label={isPinned ? 'Pinned: stays when keys are regenerated' : 'Pin, so that it stays when keys are regenerated'} openDelay={400}>
      <ActionIcon variant="subtle" color={isPinned ? undefined : 'gray'} size={24} aria-label="Pin the citation key" aria-pressed={isPinned} onClick={() => { void act(() => client.papers.edit.mutate({ id, fields: { keyPinned: !isPinned } })); }}>
        <Icon size={15} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
