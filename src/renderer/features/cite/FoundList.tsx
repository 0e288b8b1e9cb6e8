import { Skeleton, VisuallyHidden } from '@mantine/core';
import { IconBooks, IconCheck, IconPlus, IconSearchOff } from '@tabler/icons-react';
import { memo, useEffect, useRef } from 'react';
import type { Citable } from '../../../core/citing';
import { wordsOf } from '../../client';
import { EmptyState, FailureState } from '../../ui/States';
import { TexText } from '../../ui/TexText';
import { holds } from './gathering';
import type { useFound } from './useCiting';
import classes from './Cite.module.css';

export const LIST_ID = 'papers-to-cite';
export const optionId = (index: number): string => `${LIST_ID}-${index}`;

interface FoundListProps {
  found: ReturnType<typeof useFound>;
  /** Whether words narrow the list. */
  sought: boolean;
  active: Citable | undefined;
  gathered: readonly Citable[];
  onCopy: (paper: Citable) => void;
  onGather: (paper: Citable) => void;
}

/** The papers that were found. The keyboard stays in the field above and moves through them from there. */
export function FoundList({ found: { papers, total, error, isPending, refetch }, sought, active, gathered, onCopy, onGather }: FoundListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => { if (active !== undefined) list.current?.children[papers.indexOf(active)]?.scrollIntoView({ block: 'nearest' }); }, [active, papers]);
  return (
    <div className={classes.found}>
      <div ref={list} id={LIST_ID} role="listbox" aria-label="Papers" className={classes.list} hidden={papers.length === 0}>
        {papers.map((paper, index) => (
          <Option key={paper.id} index={index} paper={paper} isActive={paper === active} isGathered={holds(gathered, paper)} onCopy={onCopy} onGather={onGather} />
        ))}
      </div>
      {papers.length === 0 && (error === null ? <Nothing isPending={isPending} sought={sought} /> : <FailureState title="The papers could not be shown" message={wordsOf(error)} onRetry={() => { void refetch(); }} />)}
      <VisuallyHidden role="status">{isPending ? '' : total > papers.length ? `The first ${papers.length} of ${total.toLocaleString('en')} papers` : `${total} ${total === 1 ? 'paper' : 'papers'}`}</VisuallyHidden>
    </div>
  );
}

function Nothing({ isPending, sought }: { isPending: boolean; sought: boolean }) {
  if (isPending) {
    return (
      <div className={classes.waiting} aria-busy="true" aria-label="Looking for papers">
        {[72, 58, 80, 64, 70].map((width) => <div key={width}><Skeleton height={12} width={`${width}%`} mb={7} /><Skeleton height={9} width={`${width / 2}%`} /></div>)}
      </div>
    );
  }
  if (sought) return <EmptyState icon={<IconSearchOff size={26} stroke={1.4} />} title="No paper has all these words" message="They are sought in the authors, title, year and citation key." />;
  return <EmptyState icon={<IconBooks size={26} stroke={1.4} />} title="There are no papers to cite yet" message="Import some into the library, and they can be cited from here." />;
}

interface OptionProps {
  index: number;
  paper: Citable;
  isActive: boolean;
  isGathered: boolean;
  onCopy: (paper: Citable) => void;
  onGather: (paper: Citable) => void;
}

const Option = memo(function Option({ index, paper, isActive, isGathered, onCopy, onGather }: OptionProps) {
  const { title, authors, year, venue, key } = paper;
  const facts = [authors, year === null ? '' : String(year), venue].filter((fact) => fact !== '').join(' · ');
  return (
    // The keys are answered by the field, which has the keyboard (ARIA combobox); a press must not take it away.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={optionId(index)} role="option" aria-selected={isActive} className={classes.option} data-gathered={isGathered || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={({ shiftKey, ctrlKey, metaKey }) => (shiftKey || ctrlKey || metaKey ? onGather(paper) : onCopy(paper))}
    >
      <span className={classes.words}>
        <span className={classes.title}><TexText text={title === '' ? 'Untitled paper' : title} /></span>
        <span className={classes.facts}>{facts === '' ? 'Authors not known' : facts}</span>
      </span>
      <span className={classes.key}>{key}</span>
      {isGathered && <VisuallyHidden>, gathered</VisuallyHidden>}
      <span aria-hidden="true" title={isGathered ? 'Let go' : 'Gather (Shift+Enter)'} className={classes.gather} onClick={(event) => { event.stopPropagation(); onGather(paper); }}>
        {isGathered ? <IconCheck size={15} stroke={2} /> : <IconPlus size={15} stroke={1.7} />}
      </span>
    </div>
  );
});
