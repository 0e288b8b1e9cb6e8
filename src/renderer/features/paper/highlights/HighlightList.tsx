import { IconHighlight } from '@tabler/icons-react';
import type { Annotation, AnnotationId } from '../../../../core/model';
import { quotation } from '../../../../core/tex';
import { EmptyState } from '../../../ui/States';
import type { Passage } from '../../../ui/segments';
import { HighlightItem } from './HighlightItem';
import classes from './Highlights.module.css';

/** A highlight and where it stands in the abstract as it is now; null where its words are gone. */
export interface PlacedHighlight {
  annotation: Annotation;
  /** The words as they were marked. */
  exact: string;
  place: Passage | null;
}

/** The entry of a highlight, or its comment, that is asked for. */
export interface WantedHighlight {
  id: AnnotationId;
  part: 'entry' | 'comment';
}

interface HighlightListProps {
  highlights: readonly PlacedHighlight[];
  abstract: string;
  wanted: WantedHighlight | null;
  onJump: (id: AnnotationId) => void;
  onQuote: (id: AnnotationId, text: string) => void;
}

/** The highlights in the order of the text; those whose passage is gone come last. */
export function HighlightList({ highlights, abstract, wanted, onJump, onQuote }: HighlightListProps) {
  if (highlights.length === 0) return <EmptyState icon={<IconHighlight size={28} stroke={1.4} />} title="No highlights yet" message="Select a passage of the abstract, or go to it with the keyboard, and choose a colour." />;
  const ordered = highlights.toSorted((a, b) => (a.place?.start ?? Infinity) - (b.place?.start ?? Infinity) || 0);
  return (
    <ul className={classes.list} aria-label="Highlights">
      {ordered.map(({ annotation, exact, place }) => (
        <HighlightItem
          key={annotation.id} annotation={annotation} found={place !== null}
          quote={place === null ? exact : quotation(abstract, place.start, place.end)}
          wanted={wanted?.id === annotation.id ? wanted : null} onJump={onJump} onQuote={onQuote}
        />
      ))}
    </ul>
  );
}
