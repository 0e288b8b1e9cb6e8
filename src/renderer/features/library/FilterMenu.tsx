import { ActionIcon, Chip, Group, MultiSelect, NumberInput, Popover, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { choices, facetOf, parse, rangeOf, rewritten, withFacet, withRange, type Bounds, type FacetField, type Query, type RangeField } from '../../../core/query';
import { collectionLines } from '../../app/collections';
import { useOverview } from '../../app/queries';
import { useLibrary } from '../../app/selection';
import { statusNames } from '../../ui/StatusGlyph';
import classes from './FilterMenu.module.css';

/** Writes the filter for those who would rather choose than type. */
export function FilterMenu() {
  return (
    <Popover position="bottom-end" width={380} shadow="sm" trapFocus returnFocus>
      <Popover.Target>
        <Tooltip label="Choose what to filter by" openDelay={400}>
          <ActionIcon variant="default" size={30} aria-label="Filters"><IconAdjustmentsHorizontal size={15} stroke={1.6} /></ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p="sm" aria-label="Filters"><Filters /></Popover.Dropdown>
    </Popover>
  );
}

function Filters() {
  const { filter, setFilter } = useLibrary();
  const { data: overview } = useOverview();
  const { query } = parse(filter);
  const change = (to: (query: Query) => Query) => setFilter(rewritten(filter, to));
  const props = { query, change };
  return (
    <div className={classes.filters}>
      <Choices {...props} title="Status" field="status" values={choices.status.map((value) => ({ value, label: statusNames[value] }))} />
      <Ranges {...props} title="Rating" field="rating" values={[['1', 'Any star'], ['3', '3 and more'], ['4', '4 and more'], ['5', '5']].map(([at = '', label = '']) => ({ label, bounds: { kind: 'than', than: '>=', at } }))} />
      <Years {...props} />
      <Ranges {...props} title="Added" field="added" values={[['7d', 'This week'], ['1m', 'This month'], ['1y', 'This year']].map(([at = '', label = '']) => ({ label, bounds: { kind: 'than', than: '<', at } }))} />
      <Choices {...props} title="Has" field="has" values={(['note', 'annotation', 'abstract', 'doi', 'arxiv', 'tag'] as const).map((value) => ({ value, label: havings[value] }))} />
      <Choices {...props} title="Is" field="is" values={[{ value: 'starred', label: 'Starred' }, { value: 'duplicate', label: 'Duplicate' }]} />
      <Names {...props} title="Techniques" field="technique" values={(overview?.techniques ?? []).filter(({ count }) => count > 0).map(({ id, name }) => ({ value: id, label: name }))} />
      <Names {...props} title="Tags" field="tag" values={(overview?.tags ?? []).map(({ tag }) => ({ value: tag, label: tag }))} />
      <Names {...props} title="Collections" field="collection" values={uniquelyNamed(collectionLines(overview?.collections ?? [])).map(({ name, path }) => ({ value: name, label: path }))} />
      <Names {...props} title="Kinds of work" field="type" values={choices.type.map((value) => ({ value, label: value }))} />
    </div>
  );
}

const havings = { note: 'Notes', annotation: 'Highlights', abstract: 'Abstract', doi: 'DOI', arxiv: 'arXiv id', tag: 'Tags' } as const;

interface Choosing { query: Query; change: (to: (query: Query) => Query) => void; title: string }
interface Option { value: string; label: string }

function Part({ title, children }: { title: string; children: (labelId: string) => ReactNode }) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={classes.part}>
      <span id={id} className={classes.title}>{title}</span>
      {children(id)}
    </div>
  );
}

function Choices({ query, change, title, field, values }: Choosing & { field: FacetField; values: readonly Option[] }) {
  const chosen = facetOf(query, field);
  const others = chosen.filter((value) => !values.some((each) => each.value === value));
  return (
    <Part title={title}>{() => (
      <Chip.Group multiple value={chosen} onChange={(next) => change((each) => withFacet(each, field, [...others, ...next.filter((value) => !others.includes(value))]))}>
        <Group gap={6}>{values.map(({ value, label }) => <Chip key={value} value={value} size="xs">{label}</Chip>)}</Group>
      </Chip.Group>
    )}</Part>
  );
}

function Ranges({ query, change, title, field, values }: Choosing & { field: RangeField; values: readonly { label: string; bounds: Bounds }[] }) {
  const chosen = JSON.stringify(rangeOf(query, field));
  return (
    <Part title={title}>{() => (
      <Group gap={6}>
        {values.map(({ label, bounds }) => {
          const isChosen = JSON.stringify(bounds) === chosen;
          return <Chip key={label} size="xs" checked={isChosen} onChange={() => change((each) => withRange(each, field, isChosen ? null : bounds))}>{label}</Chip>;
        })}
      </Group>
    )}</Part>
  );
}

function Years({ query, change }: Omit<Choosing, 'title'>) {
  const bounds = rangeOf(query, 'year');
  const [from, to] = bounds === null ? [null, null] : bounds.kind === 'span' ? [bounds.from, bounds.to] : bounds.kind === 'at' ? [bounds.at, bounds.at] : bounds.than === '>=' ? [bounds.at, null] : bounds.than === '<=' ? [null, bounds.at] : [null, null];
  const set = (nextFrom: string | null, nextTo: string | null) =>
    change((each) => withRange(each, 'year', nextFrom === null && nextTo === null ? null : { kind: 'span', from: nextFrom, to: nextTo }));
  const end = (label: string, value: string | null, onSet: (year: string | null) => void) => (
    <NumberInput key={value} size="xs" w={96} aria-label={label} placeholder={label} hideControls allowDecimal={false} allowNegative={false} maxLength={4} defaultValue={value ?? ''}
      onBlur={({ currentTarget }) => { const year = currentTarget.value.trim(); if (year !== (value ?? '')) onSet(year === '' ? null : year); }}
      onKeyDown={({ key, currentTarget }) => { if (key === 'Enter') currentTarget.blur(); }} />
  );
  return <Part title="Year">{() => <Group gap={6}>{end('From year', from, (year) => set(year, to))}<span aria-hidden="true">–</span>{end('To year', to, (year) => set(from, year))}</Group>}</Part>;
}

function Names({ query, change, title, field, values }: Choosing & { field: FacetField; values: readonly Option[] }) {
  const chosen = facetOf(query, field);
  const all = [...values, ...chosen.filter((value) => !values.some((each) => each.value === value)).map((value) => ({ value, label: value }))];
  if (all.length === 0) return null;
  return (
    <Part title={title}>{() => (
      <MultiSelect size="xs" aria-label={title} placeholder={chosen.length === 0 ? 'Any' : ''} searchable hidePickedOptions data={all} value={chosen}
        onChange={(next) => change((each) => withFacet(each, field, next))} comboboxProps={{ withinPortal: false }} maxDropdownHeight={160} />
    )}</Part>
  );
}

function uniquelyNamed<T extends { name: string }>(lines: readonly T[]): T[] {
  return lines.filter(({ name }, index) => lines.findIndex((other) => other.name === name) === index);
}
