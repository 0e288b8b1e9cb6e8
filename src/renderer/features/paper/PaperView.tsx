import { Button, Tabs } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { navigate } from 'wouter/use-hash-location';
import { locate } from '../../../core/anchor';
import type { AnnotationId, Evidence, PaperId } from '../../../core/model';
import type { PaperDetail } from '../../../core/papers';
import { requestQuote } from '../../app/quote';
import { hrefOf } from '../../app/route';
import { Abstract } from './abstract/Abstract';
import type { PaintedMark } from './abstract/MarkedText';
import { RelatedPapers } from '../../ui/RelatedPapers';
import type { Passage } from '../../ui/segments';
import { MetadataForm } from './details/MetadataForm';
import { HighlightList, type PlacedHighlight, type WantedHighlight } from './highlights/HighlightList';
import { Organisation } from './Organisation';
import { usePaperActions } from './paperActions';
import { PaperBar } from './PaperBar';
import { PaperHeader } from './PaperHeader';
import { TechniqueList } from './techniques/TechniqueList';
import classes from './PaperPage.module.css';

type Tab = 'notes' | 'highlights' | 'techniques' | 'details' | 'history';

interface PaperViewProps {
  detail: PaperDetail;
  annotation: AnnotationId | null;
  moved: ReactNode;
  files: ReactNode;
  notes: ReactNode;
  history: ReactNode;
}

export function PaperView({ detail, annotation, moved, files, notes, history }: PaperViewProps) {
  const { paper, assignments } = detail;
  const [tab, setTab] = useState<Tab>(annotation === null ? 'notes' : 'highlights');
  const actions = usePaperActions(paper);
  const reading = useReading(detail, annotation, setTab);
  const side = useRef<HTMLDivElement>(null);

  function show(value: string | null): void {
    setTab((value ?? 'notes') as Tab);
    side.current?.scrollIntoView({ block: 'nearest' }); // in one column it may stand below the window
  }

  return (
    <div className={classes.page}>
      <PaperBar paper={paper} actions={actions} />
      {paper.trashedAt !== null && <TrashBanner onRestore={actions.restore} />}
      {moved}
      <div className={classes.columns}>
        <article className={classes.reading}>
          <PaperHeader paper={paper} evidence={reading.marks.title} flash={reading.flash.title} />
          <div className={classes.organisation}><Organisation paper={paper} /></div>
          {files}
          <h2 className={classes.heading}>Abstract</h2>
          {paper.abstract === ''
            ? <p className={classes.none}>There is no abstract. It can be written under Details.</p>
            : <Abstract paperId={paper.id} text={paper.abstract} marks={reading.marks.abstract} flash={reading.flash.abstract} onOpen={(id) => reading.want({ id, part: 'entry' })} onComment={(id) => reading.want({ id, part: 'comment' })} />}
          <h2 className={classes.heading}>Related papers</h2>
          <div className={classes.organisation}><RelatedPapers paperId={paper.id} /></div>
        </article>
        <Tabs ref={side} className={classes.side} value={tab} onChange={show} keepMountedMode="display-none">
          <Tabs.List className={classes.tabs} aria-label="Beside the abstract">
            <Tabs.Tab value="notes">Notes<Count of={detail.notes.length} /></Tabs.Tab>
            <Tabs.Tab value="highlights">Highlights<Count of={reading.highlights.length} /></Tabs.Tab>
            <Tabs.Tab value="techniques">Techniques<Count of={assignments.filter(({ state }) => state !== 'rejected').length} /></Tabs.Tab>
            <Tabs.Tab value="details">Details</Tabs.Tab>
            <Tabs.Tab value="history">History</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="notes" className={classes.panel}>{notes}</Tabs.Panel>
          <Tabs.Panel value="highlights" className={classes.panel}>
            <HighlightList highlights={reading.highlights} abstract={paper.abstract} wanted={reading.wanted} onJump={reading.jump} onQuote={reading.quote} />
          </Tabs.Panel>
          <Tabs.Panel value="techniques" className={classes.panel}>
            <TechniqueList paperId={paper.id} assignments={assignments} onPoint={reading.point} onShow={reading.showEvidence} />
          </Tabs.Panel>
          <Tabs.Panel value="details" className={classes.panel}><MetadataForm paper={paper} /></Tabs.Panel>
          {/* Read when it is looked at: it takes a way through the journal. */}
          <Tabs.Panel value="history" className={classes.panel}>{tab === 'history' && history}</Tabs.Panel>
        </Tabs>
      </div>
    </div>
  );
}

/** What is painted on title and abstract, and how highlights, their list and evidence lead to one another. */
function useReading({ paper, annotations }: PaperDetail, annotation: AnnotationId | null, setTab: (tab: Tab) => void) {
  const { id: paperId, abstract } = paper;
  const [flash, setFlash] = useState<{ title: Passage | null; abstract: Passage | null }>({ title: null, abstract: null });
  const [wanted, setWanted] = useState<WantedHighlight | null>(null);
  const [evidence, setEvidence] = useState<readonly Evidence[]>([]);
  const highlights = useMemo(() => annotations.flatMap((annotation): PlacedHighlight[] => (annotation.target.kind === 'abstract' ? [{ annotation, exact: annotation.target.exact, place: locate(annotation.target, abstract) }] : [])), [annotations, abstract]);

  const marks = useMemo(() => ({
    title: evidenceIn('title', evidence),
    abstract: [...highlights.flatMap(paintOf).toSorted(longestFirst), ...evidenceIn('abstract', evidence)],
  }), [highlights, evidence]);

  const jump = useCallback((id: AnnotationId) => {
    const place = highlights.find((each) => each.annotation.id === id)?.place;
    if (place) setFlash({ title: null, abstract: { ...place } });
  }, [highlights]);

  const quote = useCallback((annotationId: AnnotationId, text: string) => {
    requestQuote({ paperId, annotationId, text });
    setTab('notes');
  }, [paperId, setTab]);

  const want = (highlight: WantedHighlight) => {
    setTab('highlights');
    setWanted(highlight);
  };

  // An address that names a highlight leads to it once, as soon as the highlight is there.
  const [arrived, setArrived] = useState(false);
  const target = annotation === null ? undefined : highlights.find((each) => each.annotation.id === annotation);
  if (target !== undefined && !arrived) {
    setArrived(true);
    setTab('highlights');
    setWanted({ id: target.annotation.id, part: 'entry' });
    if (target.place !== null) setFlash({ title: null, abstract: { ...target.place } });
  }
  if (annotation === null && arrived) setArrived(false);
  useEffect(() => { if (arrived) stayAtPaper(paperId); }, [arrived, paperId]);

  return {
    highlights, marks, flash, wanted, want, jump, quote,
    point: setEvidence,
    showEvidence: ({ field, start, end }: Evidence) => setFlash({ title: null, abstract: null, [field]: { start, end } }),
  };
}

/** Shortens the address to the paper's own, so that a link to the same highlight leads somewhere again. */
function stayAtPaper(id: PaperId): void {
  navigate(hrefOf({ kind: 'paper', id, annotation: null }), { replace: true });
}

function paintOf({ annotation: { id, color, comment }, place }: PlacedHighlight): PaintedMark[] {
  return place === null ? [] : [{ ...place, kind: 'highlight', id, color, commented: comment !== '' }];
}

/** A highlight inside another one must lie on top of it to be seen. */
function longestFirst(a: Passage, b: Passage): number {
  return (b.end - b.start) - (a.end - a.start);
}

function evidenceIn(field: Evidence['field'], evidence: readonly Evidence[]): PaintedMark[] {
  return evidence.filter((each) => each.field === field).map(({ start, end }) => ({ start, end, kind: 'evidence' }));
}

function Count({ of }: { of: number }) {
  return of === 0 ? null : <span className={classes.count}>{of}</span>;
}

function TrashBanner({ onRestore }: { onRestore: () => void }) {
  return (
    <div className={classes.banner} role="note">
      <span>This paper is in the trash.</span>
      <Button size="compact-sm" variant="default" onClick={onRestore}>Restore</Button>
    </div>
  );
}
