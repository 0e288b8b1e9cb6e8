import { NativeSelect, SegmentedControl } from '@mantine/core';
import { IconGridDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { TechniqueId } from '../../../../core/model';
import type { Overview, TechniqueLine } from '../../../../core/overview';
import { useOverview } from '../../../app/queries';
import { goToTechniques } from '../../../app/route';
import { wordsOf } from '../../../client';
import { EmptyState, FailureState, LoadingState } from '../../../ui/States';
import { statusNames } from '../../../ui/StatusGlyph';
import { combined, showPapers, showTechnique } from '../filtering';
import { PageFrame } from '../PageFrame';
import { useCrossTable, type CrossedBy } from '../techniqueQueries';
import { CrossGrid } from './CrossGrid';
import classes from './ComparePage.module.css';

const sides: { value: CrossedBy; label: string }[] = [
  { value: 'technique', label: 'with each other' },
  { value: 'status', label: 'by status' },
  { value: 'year', label: 'by year' },
];

/** How techniques meet each other, how far their papers are read, and when these appeared. `id`: the technique whose parts are compared, or null. */
export function ComparePage({ id }: { id: TechniqueId | null }) {
  const { data: overview } = useOverview();
  const [by, setBy] = useState<CrossedBy>('technique');
  if (overview === undefined) return <PageFrame title="Compare techniques"><LoadingState label="Counting" /></PageFrame>;
  return (
    <PageFrame
      title="Compare techniques"
      tools={(
        <>
          <Within id={id} techniques={overview.techniques} />
          <SegmentedControl<CrossedBy> size="xs" aria-label="Compare" data={sides} value={by} onChange={setBy} transitionDuration={0} />
        </>
      )}
    >
      <Table lines={overview.techniques.filter(({ parentId, count, retired }) => parentId === id && count > 0 && !retired)} by={by} />
    </PageFrame>
  );
}

function Within({ id, techniques }: { id: TechniqueId | null; techniques: Overview['techniques'] }) {
  const filled = techniques.filter((line) => techniques.some(({ parentId, count }) => parentId === line.id && count > 0));
  const options = [{ value: '', label: 'All techniques' }, ...filled.map((line) => ({ value: line.id as string, label: `Parts of ${line.name}` }))];
  return <NativeSelect size="xs" w={190} aria-label="Which techniques" data={options} value={id ?? ''} onChange={({ currentTarget }) => goToTechniques('compare', filled.find((line) => line.id === currentTarget.value)?.id ?? null)} />;
}

function Table({ lines, by }: { lines: readonly TechniqueLine[]; by: CrossedBy }) {
  const table = useCrossTable(lines.map(({ id }) => id), by);
  if (lines.length === 0) return <EmptyState icon={<IconGridDots size={32} stroke={1.4} />} title="Nothing to compare" message="None of these techniques has papers yet." />;
  if (table.isError) return <FailureState title="The techniques could not be compared" message={wordsOf(table.error)} onRetry={() => { void table.refetch(); }} />;
  if (table.data === undefined) return <LoadingState label="Counting" />;
  const names = new Map<string, string>(lines.map(({ id, name }) => [id, name]));
  // The answer to the question before this one may still be shown.
  const { rows, columns, counts } = table.data;
  const known = lines.filter(({ id }) => rows.includes(id));
  const asked = columns.every((column) => by === 'technique' ? names.has(column) : by === 'status' ? column in statusNames : /^\d+$/.test(column));
  if (!asked || known.length < rows.length) return <LoadingState label="Counting" />;
  const nameOf = (column: string): string => (by === 'status' ? statusNames[column as keyof typeof statusNames] : (names.get(column) ?? column));
  return (
    <div className={classes.place}>
      <p className={classes.explanation}>{by === 'technique' ? 'How many papers have both techniques.' : by === 'status' ? 'How far the papers of each technique are read.' : 'When the papers of each technique appeared.'} A cell opens its papers; the arrow keys go from cell to cell.</p>
      <CrossGrid
        label={`Techniques ${sides.find(({ value }) => value === by)?.label ?? ''}`}
        rows={known.map(({ id, name, count }) => ({ id, name, all: count }))}
        columns={columns.map((column) => ({ id: column, name: nameOf(column) }))}
        counts={counts}
        shape={by === 'status' ? 'bar' : 'shade'}
        onOpenRow={(row) => showTechnique(row as TechniqueId)}
        onOpen={(row, column) => showPapers(by === 'technique' ? combined.and(row as TechniqueId, column as TechniqueId) : `technique:${row} ${by}:${column}`)}
      />
    </div>
  );
}
