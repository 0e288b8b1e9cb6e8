import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconArrowsSort, IconChevronDown, IconColumns3, IconLayoutSidebarRight, IconQuote } from '@tabler/icons-react';
import type { Scope, Sort } from '../../../core/view';
import { run } from '../../app/commands';
import { useDialog } from '../../app/dialogs';
import { usePreferences } from '../../app/preferences';
import { hrefOf } from '../../app/route';
import { byRelevance, hasWords, orderOf, useLibrary } from '../../app/selection';
import { columns } from './columns';
import { FilterField } from './FilterField';
import { FilterMenu } from './FilterMenu';
import { sortedBy } from './PaperTableHead';
import { SaveFilter } from './SaveFilter';
import { useScopeTitle } from './useScopeTitle';
import { useSmartCollection } from './useSmartCollection';
import classes from './LibraryView.module.css';

/** What is listed, and what narrows, orders and exports it. `count` is undefined while it is not known. */
export function LibraryHeader({ scope, count }: { scope: Scope; count: number | undefined }) {
  const { title, line } = useScopeTitle(scope);
  return (
    <header className={classes.header}>
      <div className={classes.heading}>
        <h1 className={classes.scope} title={title}>{title}</h1>
        {scope.kind === 'technique' && <a className={classes.about} href={`#${hrefOf({ kind: 'techniques', view: 'about', id: scope.id })}`}>About it</a>}
        <output className={classes.total}>{count !== undefined && (count === 1 ? '1 paper' : `${count.toLocaleString('en')} papers`)}</output>
      </div>
      <div className={classes.tools}>
        <FilterField />
        <FilterMenu />
        <SaveFilter scope={scope} />
        <SortMenu />
        <ColumnsMenu />
        <PaneSwitch />
        <ExportButtons />
      </div>
      <Explanation scope={scope} line={line} />
    </header>
  );
}

/** What the part of the library is; what a smart collection finds can be changed here. */
function Explanation({ scope, line }: { scope: Scope; line: string | null }) {
  const smart = useSmartCollection(scope);
  const openDialog = useDialog(({ open }) => open);
  if (smart !== null) {
    return (
      <p className={classes.explanation} title={smart.query}>
        Finds <code>{smart.query}</code> <button type="button" className={classes.edit} onClick={() => openDialog({ kind: 'smart-collection', ...smart })}>Edit the query</button>
      </p>
    );
  }
  return line !== null && <p className={classes.explanation} title={line}>{line}</p>;
}

function ExportButtons() {
  return (
    <Button.Group>
      <Button size="xs" variant="default" leftSection={<IconQuote size={14} stroke={1.6} />} onClick={() => run('export')}>Export</Button>
      <Menu width={250} position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default" px={6} aria-label="More ways to export"><IconChevronDown size={14} stroke={1.6} /></Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => run('keep-up')}>Keep a .bib file up to date…</Menu.Item>
          <Menu.Item onClick={() => run('bindings')}>Files kept up to date…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  );
}

function SortMenu() {
  const sort = useLibrary(orderOf);
  const looksForWords = useLibrary(({ filter }) => hasWords(filter));
  const setSort = useLibrary((state) => state.setSort);
  const isByRelevance = sort.column === 'relevance';
  const label = columns.find((column) => column.sort === sort.column)?.label ?? 'Relevance';
  // The direction stays; from and to relevance, which has but one, it is the column's own.
  const choose = (column: Sort['column']) => setSort(isByRelevance || column === 'relevance' ? sortedBy(column, sort) : { ...sort, column });
  return (
    <Menu width={190} position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label="Sort" title={`Sorted by ${label.toLowerCase()}${isByRelevance ? '' : `, ${sort.direction}`}`}><IconArrowsSort size={15} stroke={1.6} /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={sort.column} onChange={(value) => choose(value as Sort['column'])}>
          {looksForWords && <Menu.RadioItem value={byRelevance.column}>Relevance</Menu.RadioItem>}
          {columns.flatMap((column) => (column.sort === null ? [] : <Menu.RadioItem key={column.id} value={column.sort}>{column.label}</Menu.RadioItem>))}
        </Menu.RadioGroup>
        {!isByRelevance && (
          <>
            <Menu.Divider />
            <Menu.RadioGroup value={sort.direction} onChange={(direction) => setSort({ ...sort, direction: direction as Sort['direction'] })}>
              <Menu.RadioItem value="ascending">Ascending</Menu.RadioItem>
              <Menu.RadioItem value="descending">Descending</Menu.RadioItem>
            </Menu.RadioGroup>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function ColumnsMenu() {
  const { columns: chosen, prefer } = usePreferences();
  return (
    <Menu width={190} position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label="Columns" title="Choose columns"><IconColumns3 size={15} stroke={1.6} /></ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.filter(({ id }) => id !== 'title').map(({ id, label }) => (
          <Menu.CheckboxItem
            key={id}
            checked={chosen.includes(id)}
            onChange={(shown) => prefer({ columns: shown ? [...chosen, id] : chosen.filter((other) => other !== id) })}
          >
            {label}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function PaneSwitch() {
  const { detailPane, prefer } = usePreferences();
  return (
    <Tooltip label={detailPane ? 'Hide the details' : 'Show the details'} openDelay={400}>
      <ActionIcon variant="default" size={30} className={classes.paneSwitch} aria-label="Details" aria-pressed={detailPane} onClick={() => prefer({ detailPane: !detailPane })}>
        <IconLayoutSidebarRight size={15} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}
