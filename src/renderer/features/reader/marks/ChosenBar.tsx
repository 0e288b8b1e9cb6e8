import { ActionIcon, Popover, TagsInput, Tooltip } from '@mantine/core';
import { IconTag, IconTrash, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Annotation, AnnotationId, HighlightColor } from '../../../../core/model';
import { act } from '../../../app/act';
import { client } from '../../../client';
import { colors } from '../../../ui/highlightColors';
import { Swatch } from '../../../ui/Swatch';
import { deleteMarks, recolour, useMarking, useMarkingState } from './marking';
import classes from './MarkList.module.css';

/** What can be done with the chosen marks. */
export function ChosenBar({ marks, meanings }: { marks: readonly Annotation[]; meanings: Record<HighlightColor, string> }) {
  const marking = useMarking();
  const chosen = useMarkingState((state) => state.chosen);
  const own = marks.filter(({ id }) => chosen.includes(id));
  if (own.length === 0) return null;
  const ids = own.map(({ id }) => id);
  const [first] = own;
  const color = own.every((mark) => mark.color === first?.color) ? first?.color : undefined;
  return (
    <div className={classes.bar} role="toolbar" aria-label="Chosen annotations">
      <span className={classes.count}>{own.length === 1 ? '1 chosen' : `${own.length.toLocaleString('en')} chosen`}</span>
      {colors.map((each, index) => (
        <Tooltip key={each} label={`${meanings[each]} (${index + 1})`} openDelay={300}>
          <ActionIcon variant="subtle" color="gray" size={24} className={classes.choice} aria-label={`Make ${meanings[each]}`} aria-pressed={each === color} onClick={() => recolour(ids, each)}><Swatch color={each} /></ActionIcon>
        </Tooltip>
      ))}
      <span className={classes.space} />
      {own.length > 1 && <TagAll ids={ids} />}
      <Tooltip label="Delete (Del)"><ActionIcon variant="subtle" color="gray" size={26} aria-label="Delete the chosen annotations" onClick={() => { marking.choose([]); deleteMarks(ids); }}><IconTrash size={16} stroke={1.6} /></ActionIcon></Tooltip>
      <Tooltip label="Choose none (Escape)"><ActionIcon variant="subtle" color="gray" size={26} aria-label="Choose none" onClick={() => marking.choose([])}><IconX size={16} stroke={1.6} /></ActionIcon></Tooltip>
    </div>
  );
}

function TagAll({ ids }: { ids: AnnotationId[] }) {
  const [opened, setOpened] = useState(false);
  const [tags, setTags] = useState<string[]>([]);
  const close = (): void => {
    setOpened(false);
    setTags([]);
    if (tags.length > 0) void act(() => client.annotations.update.mutate({ ids, addTags: tags }));
  };
  return (
    <Popover opened={opened} onChange={(open) => { if (!open) close(); }} position="top-end" trapFocus shadow="sm">
      <Popover.Target>
        <Tooltip label="Tag" disabled={opened}><ActionIcon variant="subtle" color="gray" size={26} aria-label="Tag the chosen annotations" onClick={() => { if (opened) close(); else setOpened(true); }}><IconTag size={16} stroke={1.6} /></ActionIcon></Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label="Tags for the chosen annotations">
        <TagsInput size="xs" w={220} aria-label="Tags to add" placeholder="Tags to add" value={tags} onChange={setTags} onKeyDown={(event) => { if (event.key === 'Enter' && event.currentTarget.value === '') close(); }} />
      </Popover.Dropdown>
    </Popover>
  );
}
