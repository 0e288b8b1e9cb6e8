import { memo, useMemo, type ReactNode } from 'react';
import type { AnnotationId, HighlightColor } from '../../../../core/model';
import { shownText, tokenize } from '../../../../core/tex';
import { Formula } from '../../../ui/Formula';
import textClasses from '../../../ui/TexText.module.css';
import { colorNames } from '../../../ui/highlightColors';
import { segmentsOf, type Passage, type Segment } from '../../../ui/segments';
import classes from './MarkedText.module.css';

/** What is painted on a text: highlights, the words that speak for a technique, and the passage just jumped to. */
export type PaintedMark = Passage & (
  | { kind: 'highlight'; id: AnnotationId; color: HighlightColor; commented: boolean }
  | { kind: 'evidence' }
  | { kind: 'flash' }
);
type HighlightMark = Extract<PaintedMark, { kind: 'highlight' }>;
type PaintedSegment = Segment<PaintedMark>;

interface MarkedTextProps {
  text: string;
  marks: readonly PaintedMark[];
}

/**
 * A text with formulas, links and marks. Every segment says where it stands in the source, for the
 * selection. Of highlights that overlap the last one given lies on top.
 */
export const MarkedText = memo(function MarkedText({ text, marks }: MarkedTextProps) {
  const tokens = useMemo(() => tokenize(text), [text]);
  const segments = useMemo(() => segmentsOf(tokens, marks).filter(({ token }) => shownText(text, token) !== ''), [text, tokens, marks]);
  const entrances = useMemo(() => entrancesOf(segments), [segments]);
  return <>{segments.map((segment) => <SegmentView key={segment.start} text={text} segment={segment} entrance={entrances.get(segment)} />)}</>;
});

/** The highlight that an element of a marked text belongs to: to the mouse the one on top, to the keyboard the one entered there. */
export function highlightAt(target: EventTarget, by: 'mouse' | 'keyboard'): AnnotationId | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-top]') : null;
  return (element?.dataset[by === 'mouse' ? 'top' : 'entrance'] ?? null) as AnnotationId | null;
}

/** For each highlight the segment that the keyboard reaches it by: its first one that is not a link already. */
function entrancesOf(segments: readonly PaintedSegment[]): Map<PaintedSegment, HighlightMark> {
  const entered = new Set<AnnotationId>();
  const entrances = new Map<PaintedSegment, HighlightMark>();
  for (const segment of segments) {
    if (segment.token.kind === 'link') continue;
    const mark = highlightsOn(segment).find(({ id }) => !entered.has(id));
    if (mark === undefined) continue;
    entered.add(mark.id);
    entrances.set(segment, mark);
  }
  return entrances;
}

const highlightsOn = ({ marks }: PaintedSegment): HighlightMark[] => marks.filter((mark) => mark.kind === 'highlight');

interface SegmentViewProps {
  text: string;
  segment: PaintedSegment;
  /** The highlight that is entered here, if one is. */
  entrance: HighlightMark | undefined;
}

function SegmentView({ text, segment, entrance }: SegmentViewProps) {
  const { start, end, token, marks } = segment;
  const highlights = highlightsOn(segment);
  const top = highlights.at(-1);
  const source = text.slice(start, end);
  const shown = token.kind === 'text' ? source : shownText(text, token);
  const content: ReactNode = token.kind === 'math' ? <Formula tex={token.tex} display={token.display} source={source} /> : shown;
  const place = {
    'data-start': start,
    'data-end': end,
    'data-whole': shown === source ? undefined : '',
    'data-flash': marks.some(({ kind }) => kind === 'flash') ? '' : undefined,
    'data-evidence': marks.some(({ kind }) => kind === 'evidence') ? '' : undefined,
    className: [classes.segment, token.style && textClasses[token.style], token.kind === 'link' && textClasses.link].filter(Boolean).join(' '),
    ...(top && paintOf(top, highlights.at(-2), entrance)),
  };
  if (token.kind === 'link') return <a {...place} href={token.href} target="_blank" rel="noopener noreferrer">{content}</a>;
  if (top === undefined) return <span {...place}>{content}</span>;
  return <mark {...place} {...(entrance && asButton)}>{content}</mark>;
}

/** The keyboard stops at the entrance of a highlight; a real button could not run over the end of a line. */
const asButton = { role: 'button', tabIndex: 0 };

function paintOf(top: HighlightMark, under: HighlightMark | undefined, entrance: HighlightMark | undefined) {
  const named = entrance ?? top;
  return {
    'data-top': top.id,
    'data-entrance': entrance?.id,
    'data-color': top.color,
    'data-under': under?.color,
    title: `${colorNames[named.color]} highlight${named.commented ? ', commented' : ''}`,
  };
}
