import { ActionIcon, Button, Menu, NativeSelect } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconChevronDown, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { ListedTechnique } from '../../../../core/taxonomy/useCases';
import { goToTechniques } from '../../../app/route';
import { pathTo } from '../../../app/techniqueTree';
import { MergeDialog } from './MergeDialog';
import { techniqueOptions } from './options';
import { SplitDialog } from './SplitDialog';
import { taxonomyActions } from './taxonomyActions';
import classes from './Taxonomy.module.css';

/** Where a technique lies, and what can be done with it as a whole. */
export function PlaceTools({ technique, techniques, onAdd }: { technique: ListedTechnique; techniques: readonly ListedTechnique[]; onAdd: () => void }) {
  const [asked, setAsked] = useState<'merge' | 'split' | null>(null);
  const { id, parentId, retired, origin } = technique;
  const siblings = techniques.filter((each) => each.parentId === parentId);
  const position = siblings.findIndex((each) => each.id === id);
  const within = (other: ListedTechnique['id']): boolean => pathTo(techniques, other).some((each) => each.id === id);
  const place = (parent: ListedTechnique['parentId'], before: ListedTechnique['parentId'] = null) => { void taxonomyActions.move(id, parent, before); };
  return (
    <div className={classes.place}>
      <NativeSelect
        size="xs" aria-label="Part of" data={techniqueOptions(techniques, 'at the top', within)} value={parentId ?? ''}
        onChange={({ currentTarget }) => place(techniques.find((each) => each.id === currentTarget.value)?.id ?? null)}
      />
      <ActionIcon variant="default" size={28} aria-label="Move up" title="Move up" disabled={position <= 0} onClick={() => place(parentId, siblings[position - 1]?.id ?? null)}><IconArrowUp size={15} stroke={1.6} /></ActionIcon>
      <ActionIcon variant="default" size={28} aria-label="Move down" title="Move down" disabled={position === siblings.length - 1} onClick={() => place(parentId, siblings[position + 2]?.id ?? null)}><IconArrowDown size={15} stroke={1.6} /></ActionIcon>
      <Button size="xs" variant="default" onClick={onAdd}>Add a part</Button>
      <Menu width={230} position="bottom-end" shadow="sm">
        <Menu.Target><Button size="xs" variant="default" rightSection={<IconChevronDown size={13} stroke={1.8} />}>More</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAsked('merge')}>Merge into another one…</Menu.Item>
          <Menu.Item onClick={() => setAsked('split')}>Split…</Menu.Item>
          <Menu.Divider />
          {retired
            ? <Menu.Item onClick={() => { void taxonomyActions.reinstate(technique); }}>Take into use again</Menu.Item>
            : <Menu.Item onClick={() => { void taxonomyActions.retire(technique); }}>Retire</Menu.Item>}
          <Menu.Item disabled={origin !== 'changed'} onClick={() => { void taxonomyActions.reset(technique); }}>Make as it came</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ActionIcon variant="default" size={28} aria-label={`About ${technique.name}`} title="About this technique" onClick={() => goToTechniques('about', id)}><IconInfoCircle size={15} stroke={1.6} /></ActionIcon>
      <code className={classes.id}>{id}</code>
      <MergeDialog opened={asked === 'merge'} technique={technique} techniques={techniques} onClose={() => setAsked(null)} />
      <SplitDialog opened={asked === 'split'} technique={technique} onClose={() => setAsked(null)} />
    </div>
  );
}
