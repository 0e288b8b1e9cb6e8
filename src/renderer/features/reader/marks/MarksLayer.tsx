import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { memo, type CSSProperties } from 'react';
import type { Annotation, AnnotationId, HighlightColor, MarkStyle } from '../../../../core/model';
import { boxOf, viewportOf } from '../pages/space';
import type { Rotation } from '../pages/layout';
import { useReaderPreferences } from '../kept';
import { styleOf, useMarkingState } from './marking';
import { drawingOf, type DrawnMark } from './paths';
import classes from './Marks.module.css';

interface MarksLayerProps {
  page: PDFPageProxy;
  index: number;
  rotation: Rotation;
  marks: readonly Annotation[];
  dark: boolean;
}

const none: readonly AnnotationId[] = [];

/**
 * The marks of a page: one drawing in the page's own space, which the browser scales, whatever their number. The entries
 * of the list stand for them where they cannot be seen.
 */
export const MarksLayer = memo(function MarksLayer({ page, index, rotation, marks, dark }: MarksLayerProps) {
  const chosen = useMarkingState((state) => (state.chosen.some((id) => marks.some((mark) => mark.id === id)) ? state.chosen : none));
  const { width, height, transform } = viewportOf(page, rotation);
  return (
    <>
      <svg className={classes.layer} data-dark={dark || undefined} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true" data-marks={marks.length}>
        <g transform={`matrix(${transform.join(' ')})`}>
          {marks.map((mark) => drawn(mark, chosen.includes(mark.id)))}
          <DraftOn index={index} />
        </g>
      </svg>
      {marks.map((mark) => styleOf(mark) === 'text' && mark.target.kind === 'pdf-area' && (
        <div key={mark.id} className={classes.text} data-chosen={chosen.includes(mark.id) || undefined} data-dark={dark || undefined} style={{ ...boxOf(page, rotation, mark.target.rectangle), ...colorsOf(mark.color) }} aria-hidden="true">{mark.comment === '' ? 'Text' : mark.comment}</div>
      ))}
    </>
  );
});

function colorsOf(color: HighlightColor): CSSProperties {
  return { '--mark': `var(--mark-${color})`, '--mark-edge': `var(--mark-${color}-edge)` } as CSSProperties;
}

function drawn(mark: Annotation, isChosen: boolean) {
  const drawing = drawingOf(styleOf(mark), mark.target);
  return drawing && shape(drawing, { key: mark.id, color: mark.color, isChosen, commented: mark.comment !== '' });
}

function shape({ path, as, width }: DrawnMark, { key, color, isChosen, commented }: { key: string; color: HighlightColor; isChosen: boolean; commented: boolean }) {
  return <path key={key} d={path} className={classes[as]} data-chosen={isChosen || undefined} data-commented={commented || undefined} style={colorsOf(color)} strokeWidth={width || undefined} />;
}

/** What is being drawn on the page. */
function DraftOn({ index }: { index: number }) {
  const draft = useMarkingState(({ draft }) => (draft?.target.page === index ? draft : null));
  const color = useReaderPreferences((preferences) => preferences.color);
  if (draft === null) return null;
  const style: MarkStyle = draft.style === 'ink' ? 'ink' : 'area';
  const drawing = drawingOf(style, draft.target);
  return drawing && shape(drawing, { key: 'draft', color, isChosen: false, commented: false });
}
