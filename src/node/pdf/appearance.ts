import { boundsOf, type PdfMark, type PdfShape } from '../../core/marks/pdfMark';
import type { Quad, Rectangle } from '../../core/model';
import { winAnsi, wrapped } from './helvetica';
import { Bytes, dictOf, Name, Stream, type Value } from './objects';
import { printed, printedNumber } from './print';

export const FONT_SIZE = 11;
const LINE_HEIGHT = 1.2;
const PADDING = 2;
export const FRAME_WIDTH = 1.5;

/** What a mark looks like, so that every program shows the same. Null for text that the standard fonts cannot show: programs set that themselves. */
export function appearanceOf(mark: PdfMark, rotation: number): Stream | null {
  const { shape, color } = mark;
  const rectangle = rectangleOf(shape);
  switch (mark.style) {
    case 'highlight': return form(rectangle, `/Blend gs ${fill(color)}\n${quadsOf(shape).map((quad) => `${path([0, 1, 3, 2], quad)} h f`).join('\n')}`, { ExtGState: dictOf({ Blend: dictOf({ BM: new Name('Multiply') }) }) });
    case 'underline': return form(rectangle, lines(shape, color, 0.08));
    case 'strike': return form(rectangle, lines(shape, color, 0.48));
    case 'area': return form(rectangle, frame(rectangle, color));
    case 'note': return form(rectangle, sheet(rectangle, color));
    case 'ink': return form(rectangle, `${stroke(color)} ${printedNumber(shape.kind === 'ink' ? shape.width : 1)} w 1 J 1 j\n${shape.kind === 'ink' ? shape.strokes.map(pathThrough).join('\n') : ''}`);
    case 'text': return textOn(rectangle, mark, rotation);
    default: return mark.style satisfies never;
  }
}

/** The `Rect` of a mark: all that its appearance covers. */
export function rectangleOf(shape: PdfShape): Rectangle {
  const [left, bottom, right, top] = boundsOf(shape);
  const margin = shape.kind === 'ink' ? shape.width : 0;
  return [left - margin, bottom - margin, right + margin, top + margin];
}

/** The quads of a mark on text; the corners of one whose text is not known. */
export function quadsOf(shape: PdfShape): Quad[] {
  if (shape.kind === 'quads') return shape.quads;
  const [left, bottom, right, top] = boundsOf(shape);
  return [[left, top, right, top, left, bottom, right, bottom]];
}

/** The three numbers of a colour, from 0 to 1. */
export function channelsOf(color: string): [number, number, number] {
  const value = Number.parseInt(color.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

function form(box: Rectangle, content: string, resources: Record<string, Value> = {}, matrix?: number[]): Stream {
  const dict = dictOf({ Type: new Name('XObject'), Subtype: new Name('Form'), BBox: box, Matrix: matrix, Resources: dictOf(resources) });
  return new Stream(dict, Buffer.from(content, 'latin1'));
}

const fill = (color: string): string => `${channelsOf(color).map(printedNumber).join(' ')} rg`;
const stroke = (color: string): string => `${channelsOf(color).map(printedNumber).join(' ')} RG`;
const point = (x: number, y: number): string => `${printedNumber(x)} ${printedNumber(y)}`;

/** A path through corners of a quad, which are numbered as they stand in it. */
function path(corners: number[], quad: Quad): string {
  return corners.map((corner, index) => `${point(quad[2 * corner] ?? 0, quad[2 * corner + 1] ?? 0)} ${index === 0 ? 'm' : 'l'}`).join(' ');
}

function pathThrough(points: number[]): string {
  const steps: string[] = [];
  for (let index = 0; index + 1 < points.length; index += 2) steps.push(`${point(points[index] ?? 0, points[index + 1] ?? 0)} ${index === 0 ? 'm' : 'l'}`);
  // A single point is drawn as a dot.
  if (steps.length === 1) steps.push(`${point(points[0] ?? 0, points[1] ?? 0)} l`);
  return `${steps.join(' ')} S`;
}

/** A line along each quad, at a part of its height over its lower edge. */
function lines(shape: PdfShape, color: string, height: number): string {
  return quadsOf(shape).map((quad) => {
    const between = (upper: number, lower: number): number => (quad[lower] ?? 0) + height * ((quad[upper] ?? 0) - (quad[lower] ?? 0));
    const tall = Math.hypot((quad[0] ?? 0) - (quad[4] ?? 0), (quad[1] ?? 0) - (quad[5] ?? 0));
    return `${stroke(color)} ${printedNumber(Math.max(0.5, tall * 0.07))} w ${point(between(0, 4), between(1, 5))} m ${point(between(2, 6), between(3, 7))} l S`;
  }).join('\n');
}

function frame([left, bottom, right, top]: Rectangle, color: string): string {
  const inset = FRAME_WIDTH / 2;
  return `${stroke(color)} ${FRAME_WIDTH} w ${point(left + inset, bottom + inset)} ${point(Math.max(0, right - left - FRAME_WIDTH), Math.max(0, top - bottom - FRAME_WIDTH))} re S`;
}

/** A small sheet with three lines of writing. */
function sheet([left, bottom, right, top]: Rectangle, color: string): string {
  const at = (x: number, y: number): string => point(left + x * (right - left), bottom + y * (top - bottom));
  const writing = [0.7, 0.5, 0.3].map((y) => `${at(0.25, y)} m ${at(0.75, y)} l S`).join(' ');
  return `${fill(color)} 0.25 0.25 0.25 RG 0.8 w ${at(0.08, 0.08)} ${point(0.84 * (right - left), 0.84 * (top - bottom))} re B ${writing}`;
}

/** Text that stands upright when the page is turned as it is shown. */
function textOn([left, bottom, right, top]: Rectangle, { comment, color }: PdfMark, rotation: number): Stream | null {
  const isTurned = rotation % 180 !== 0;
  const [width, height] = isTurned ? [top - bottom, right - left] : [right - left, top - bottom];
  const set = wrapped(comment, FONT_SIZE, width - 2 * PADDING).map(winAnsi);
  if (set.includes(null)) return null;
  const rows = set.map((line) => `${printed(new Bytes(line ?? new Uint8Array()))} Tj T*`).join('\n');
  const content = `/Tx BMC q 0 0 ${point(width, height)} re W n BT /Helv ${FONT_SIZE} Tf ${printedNumber(FONT_SIZE * LINE_HEIGHT)} TL ${fill(color)} ${point(PADDING, height - PADDING - FONT_SIZE)} Td\n${rows}\nET Q EMC`;
  const font = dictOf({ Type: new Name('Font'), Subtype: new Name('Type1'), BaseFont: new Name('Helvetica'), Encoding: new Name('WinAnsiEncoding') });
  const [cos, sin] = [[1, 0], [0, 1], [-1, 0], [0, -1]][rotation / 90] ?? [1, 0];
  return form([0, 0, width, height], content, { Font: dictOf({ Helv: font }) }, [cos ?? 1, sin ?? 0, -(sin ?? 0), cos ?? 1, 0, 0]);
}
