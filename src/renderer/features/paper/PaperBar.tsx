import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconFileExport, IconQuote, IconTrash } from '@tabler/icons-react';
import type { Paper, ReadingStatus } from '../../../core/model';
import { useDialog } from '../../app/dialogs';
import { goBackToLibrary } from '../../app/lastScope';
import { useLibrary, viewOf } from '../../app/selection';
import { CiteMenu } from '../../ui/CiteMenu';
import { StarsInput } from '../../ui/Stars';
import { statusNames } from '../../ui/StatusGlyph';
import type { PaperActions } from './paperActions';
import classes from './PaperBar.module.css';

const statuses = (Object.entries(statusNames) as [ReadingStatus, string][]).map(([value, label]) => ({ value, label }));

/** The way back, how far the reading is, and what can be done with the paper as a whole. */
export function PaperBar({ paper, actions }: { paper: Paper; actions: PaperActions }) {
  const { open } = useDialog();
  return (
    <div className={classes.bar}>
      <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconArrowLeft size={16} stroke={1.7} />} onClick={goBackToLibrary}>Library</Button>
      <span className={classes.space} />
      <SegmentedControl<ReadingStatus> size="xs" aria-label="Reading status" data={statuses} value={paper.status} onChange={actions.mark} transitionDuration={0} />
      <StarsInput rating={paper.rating} onChange={actions.rate} />
      <CiteMenu target={<ActionIcon variant="subtle" color="gray" size={28} aria-label="Copy a citation" title="Copy a citation"><IconQuote size={18} stroke={1.6} /></ActionIcon>} />
      <Tooltip label="Export or cite">
        <ActionIcon variant="subtle" color="gray" size={28} aria-label="Export or cite" onClick={() => open({ kind: 'export', selected: [paper.id], view: viewOf({ kind: 'all' }, useLibrary.getState()) })}>
          <IconFileExport size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      {paper.trashedAt === null && (
        <Tooltip label="Move to the trash">
          <ActionIcon variant="subtle" color="gray" size={28} aria-label="Move to the trash" onClick={actions.trash}><IconTrash size={18} stroke={1.6} /></ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
