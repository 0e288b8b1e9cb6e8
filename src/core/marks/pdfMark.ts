import type { MarkStyle, Quad, Rectangle } from '../model';

/** Where a mark is on its page. */
export type PdfShape =
  | { kind: 'quads'; quads: Quad[] }
  | { kind: 'rectangle'; rectangle: Rectangle }
  | { kind: 'ink'; strokes: number[][]; width: number };

/** An annotation as a PDF has it. */
export interface PdfMark {
  /** Its `NM`: our id, or the name that another program gave it. */
  name: string;
  /** From 0. */
  page: number;
  style: MarkStyle;
  shape: PdfShape;
  /** `#rrggbb`. */
  color: string;
  comment: string;
  tags: string[];
  author: string;
  /** ISO dates in UTC; '' for one that is not known. */
  createdAt: string;
  modifiedAt: string;
}

/** The words that a mark covers, and where they stand in the text of its page (UTF-16 code units). */
export interface Quote { start: number; end: number; exact: string; prefix: string; suffix: string }

/** A mark that was found in a file. */
export interface FoundMark extends PdfMark {
  /** Where Lectern wrote it: which library, the `modifiedAt` that the annotation had, and what is otherwise now. */
  written: { library: string; modifiedAt: string; changed: readonly ('color' | 'comment' | 'shape')[] } | null;
  /** Null where the page has no text there, or the mark covers none. */
  quote: Quote | null;
}

/** The smallest rectangle around a shape. */
export function boundsOf(shape: PdfShape): Rectangle {
  if (shape.kind === 'rectangle') return shape.rectangle;
  const bounds: Rectangle = [Infinity, Infinity, -Infinity, -Infinity];
  for (const points of shape.kind === 'quads' ? shape.quads : shape.strokes) {
    for (let index = 0; index + 1 < points.length; index += 2) {
      const [x, y] = [points[index] ?? 0, points[index + 1] ?? 0];
      bounds[0] = Math.min(bounds[0], x);
      bounds[1] = Math.min(bounds[1], y);
      bounds[2] = Math.max(bounds[2], x);
      bounds[3] = Math.max(bounds[3], y);
    }
  }
  return bounds;
}

/** Files hold rounded numbers: places that differ by less than this are the same, in points. */
const TOLERANCE = 0.02;

/** Whether two marks are in the same place: point by point, or by their bounds where one of them has no more. */
export function samePlace(a: PdfShape, b: PdfShape): boolean {
  const [left, right] = a.kind === b.kind ? [numbersOf(a), numbersOf(b)] : [boundsOf(a), boundsOf(b)];
  return left.length === right.length && left.every((number, index) => Math.abs(number - (right[index] ?? 0)) <= TOLERANCE);
}

/** All coordinates of a shape, in order; strokes are told apart by how many each has. */
export function numbersOf(shape: PdfShape): number[] {
  if (shape.kind === 'rectangle') return shape.rectangle;
  return shape.kind === 'quads' ? shape.quads.flat() : [shape.width, ...shape.strokes.flatMap((stroke) => [stroke.length, ...stroke])];
}
