import { memo, useMemo, type MouseEvent, type ReactNode } from 'react';
import type { AnnotationId, HighlightColor } from '../../../../core/model';
import { shownText, tokenize } from '../../../../core/tex';
import { Formula } from '../../../ui/Formula';
import textClasses from '../../../ui/TexText.module.css';
import { segmentsOf, type Passage, type Segment } from './segments';
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
  onOpen?: (id: AnnotationId) => void;
}

/** A text with formulas, links and marks. Every segment says where it stands in the source, for the selection. */
export const MarkedText = memo(function MarkedText({ text, marks, onOpen }: MarkedTextProps) {
  const tokens = useMemo(() => tokenize(text), [text]);
  const segments = useMemo(() => segmentsOf(tokens, marks).filter(({ token }) => shownText(text, token) !== ''), [text, tokens, marks]);
  const entrances = useMemo(() => entrancesOf(segments), [segments]);
  return <>{segments.map((segment) => <SegmentView key={segment.start} text={text} segment={segment} entrance={entrances.get(segment)} onOpen={onOpen} />)}</>;
});

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
  onOpen: ((id: AnnotationId) => void) | undefined;
}

function SegmentView({ text, segment, entrance, onOpen }: SegmentViewProps) {
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
    className: [classes.segment, token.style && textClasses[token.style]].filter(Boolean).join(' '),
  };
  const paint = top && { 'data-color': top.color, 'data-under': highlights.at(-2)?.color, 'data-highlights': highlights.map(({ id }) => id).join(' ') };
  const opensOnClick = top && onOpen && ((event: MouseEvent) => { if (window.getSelection()?.isCollapsed !== false) { event.stopPropagation(); onOpen(top.id); } });

  if (token.kind === 'link') return <a {...place} {...paint} className={`${place.className} ${textClasses.link}`} href={token.href} target="_blank" rel="noopener noreferrer">{content}</a>;
  if (top === undefined) return <span {...place}>{content}</span>;
  if (entrance === undefined || onOpen === undefined) return <mark {...place} {...paint} onClick={opensOnClick}>{content}</mark>;
  return (
    <mark
      {...place} {...paint} role="button" tabIndex={0}
      aria-description={`${entrance.color} highlight${entrance.commented ? ', commented' : ''}`}
      onClick={opensOnClick}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        onOpen(entrance.id);
      }}
    >
      {content}
    </mark>
  );
}
