import type { Annotation, Attachment, Rectangle, Target } from '../model';
import { nearestColor, paintOf } from './colors';
import { boundsOf, type FoundMark, type PdfMark, type PdfShape } from './pdfMark';

/** The side of the sign that stands for a note, in points. */
const SIGN = 20;

/** An annotation as it is written into its PDF; null for one that is on no page. */
export function pdfMarkOf({ id, target, style = 'highlight', color, comment, tags = [], origin, createdAt, modifiedAt }: Annotation): PdfMark | null {
  const shape = shapeOf(target, style === 'note');
  if (shape === null || target.kind === 'abstract' || target.kind === 'text') return null;
  const isTheirs = origin?.color !== undefined && nearestColor(origin.color) === color;
  return { name: origin?.name ?? id, page: target.page, style, shape, color: isTheirs && origin.color !== undefined ? origin.color : paintOf(style, color), comment, tags, author: origin?.author ?? '', createdAt, modifiedAt };
}

function shapeOf(target: Target, isNote: boolean): PdfShape | null {
  switch (target.kind) {
    case 'pdf-text': return isNote ? { kind: 'rectangle', rectangle: signBeside(target.quads.slice(0, 1)) } : { kind: 'quads', quads: target.quads };
    case 'pdf-area': return { kind: 'rectangle', rectangle: target.rectangle };
    case 'pdf-ink': return { kind: 'ink', strokes: target.strokes, width: target.width };
    default: return null;
  }
}

/** A note on words stands before the first of them. */
function signBeside(quads: number[][]): Rectangle {
  const [left, , , top] = boundsOf({ kind: 'quads', quads });
  return [left - SIGN, top - SIGN, left, top];
}

/** The place of a mark that was found in a file. One on words that are not known covers their rectangle. */
export function targetOfMark({ page, shape, quote }: FoundMark, { id, sha256 }: Pick<Attachment, 'id' | 'sha256'>): Target {
  const file = { attachmentId: id, sha256, page };
  if (shape.kind === 'ink') return { kind: 'pdf-ink', ...file, strokes: shape.strokes, width: shape.width };
  if (shape.kind === 'quads' && quote !== null) return { kind: 'pdf-text', ...file, ...quote, quads: shape.quads };
  return { kind: 'pdf-area', ...file, rectangle: boundsOf(shape) };
}
