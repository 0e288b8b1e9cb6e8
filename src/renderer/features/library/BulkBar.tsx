import { Button, CloseButton, Menu } from '@mantine/core';
import { IconChevronDown, IconKey, IconQuote, IconTrash } from '@tabler/icons-react';
import type { PaperId, ReadingStatus } from '../../../core/model';
import type { Scope } from '../../../core/view';
import { run } from '../../app/commands';
import { useOverview } from '../../app/queries';
import { BibHandle } from '../../ui/BibHandle';
import { CiteMenu } from '../../ui/CiteMenu';
import { Stars } from '../../ui/Stars';
import { StatusGlyph, statusNames } from '../../ui/StatusGlyph';
import { countOf, paperActions } from './paperActions';
import { pathTo } from './useScopeTitle';
import classes from './LibraryView.module.css';

interface BulkBarProps {
  scope: Scope;
  selected: readonly PaperId[];
  onClear: () => void;
}

/** What can be done to several chosen papers at once; in the trash, to any. */
export function BulkBar({ scope, selected, onClear }: BulkBarProps) {
  if (scope.kind === 'trash') return <TrashBar selected={selected} onClear={onClear} />;
  if (selected.length < 2) return null;
  return (
    <div className={classes.bar} role="toolbar" aria-label="Selected papers">
      <Chosen selected={selected} onClear={onClear} />
      <MarkMenu selected={selected} />
      <RateMenu selected={selected} />
      <Button size="compact-sm" variant="default" onClick={() => run('tag')}>Tag</Button>
      <Button size="compact-sm" variant="default" onClick={() => run('collect')}>Collect</Button>
      {scope.kind === 'collection' && <TakeOut id={scope.id} selected={selected} />}
      <CiteMenu target={<Button size="compact-sm" variant="default" px={6} aria-label="Cite" title="Copy a citation"><IconQuote size={15} stroke={1.7} /></Button>} />
      <Button size="compact-sm" variant="default" onClick={() => run('export')}>Export</Button>
      <BibHandle ids={selected} size="compact-sm" />
      <Button size="compact-sm" variant="default" px={6} title="Regenerate citation keys…" aria-label="Regenerate citation keys…" onClick={() => run('regenerate-keys')}><IconKey size={15} stroke={1.7} /></Button>
      <Button size="compact-sm" variant="default" px={6} title="Move to trash" aria-label="Move to trash" onClick={() => paperActions.trash(selected)}><IconTrash size={15} stroke={1.7} /></Button>
    </div>
  );
}

function Chosen({ selected, onClear }: Pick<BulkBarProps, 'selected' | 'onClear'>) {
  return (
    <>
      <CloseButton size="sm" aria-label="Clear the selection" onClick={onClear} />
      <output className={classes.barCount}>{countOf(selected)} selected</output>
    </>
  );
}

function MarkMenu({ selected }: { selected: readonly PaperId[] }) {
  const statuses: readonly ReadingStatus[] = ['to-read', 'reading', 'done'];
  return (
    <Menu position="top-start" width={160}>
      <Menu.Target><Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={13} />}>Mark</Button></Menu.Target>
      <Menu.Dropdown>
        {statuses.map((status) => (
          <Menu.Item key={status} leftSection={<StatusGlyph status={status} text={false} />} onClick={() => paperActions.mark(selected, status)}>{statusNames[status]}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function RateMenu({ selected }: { selected: readonly PaperId[] }) {
  return (
    <Menu position="top-start" width={160}>
      <Menu.Target><Button size="compact-sm" variant="default" rightSection={<IconChevronDown size={13} />}>Rate</Button></Menu.Target>
      <Menu.Dropdown>
        {[5, 4, 3, 2, 1].map((rating) => <Menu.Item key={rating} onClick={() => paperActions.rate(selected, rating)}><Stars rating={rating} size={14} /></Menu.Item>)}
        <Menu.Item onClick={() => paperActions.rate(selected, 0)}>Not rated</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function TakeOut({ id, selected }: { id: Extract<Scope, { kind: 'collection' }>['id']; selected: readonly PaperId[] }) {
  const { data: overview } = useOverview();
  const { name = '', query } = pathTo(overview?.collections ?? [], id).at(-1) ?? {};
  return query === undefined && <Button size="compact-sm" variant="default" onClick={() => paperActions.takeOut(selected, { id, name })}>Remove from collection</Button>;
}

function TrashBar({ selected, onClear }: Pick<BulkBarProps, 'selected' | 'onClear'>) {
  const { data: overview } = useOverview();
  const trashed = overview?.trash ?? 0;
  const chosen = selected.length > 0;
  if (trashed === 0) return null;
  return (
    <div className={classes.bar} role="toolbar" aria-label="Trash">
      {chosen ? <Chosen selected={selected} onClear={onClear} /> : <span className={classes.barCount} />}
      <Button size="compact-sm" variant="default" disabled={!chosen} onClick={() => paperActions.restore(selected)}>Restore</Button>
      <Button size="compact-sm" variant="default" disabled={!chosen} onClick={() => paperActions.erase(selected)}>Delete</Button>
      <Button size="compact-sm" variant="default" onClick={() => paperActions.emptyTrash(trashed)}>Empty trash</Button>
    </div>
  );
}
