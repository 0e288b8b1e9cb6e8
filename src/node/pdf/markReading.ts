import { createHash } from 'node:crypto';
import { markColors } from '../../core/marks/colors';
import { boundsOf, numbersOf, type FoundMark, type PdfMark, type PdfShape } from '../../core/marks/pdfMark';
import type { MarkStyle, Quad, Rectangle } from '../../core/model';
import type { PdfDocument } from './document';
import { nameOf, numberOf, type Dict, type Value } from './objects';
import { standing } from './quads';
import { dateOf, textOf } from './text';

/** What the kinds of annotations are to us. Others belong to the page (links, forms) or hold what no mark of ours can. */
const styles = new Map<string, MarkStyle>([
  ['Highlight', 'highlight'], ['Underline', 'underline'], ['Squiggly', 'underline'], ['StrikeOut', 'strike'], ['Text', 'note'], ['Caret', 'note'], ['FreeText', 'text'],
  ['Ink', 'ink'], ['Line', 'ink'], ['PolyLine', 'ink'], ['Polygon', 'ink'], ['Square', 'area'], ['Circle', 'area'],
]);

/** The kinds that say nothing, and are passed over. */
export const silent: ReadonlySet<string | null> = new Set([null, 'Link', 'Popup', 'Widget', 'PrinterMark', 'TrapNet', 'Watermark']);

/** Where what Lectern knows of an annotation and a PDF has no place for is kept in it. */
export const OWN_KEY = 'Lectern';

/** A mark as its object says it, before names are made one of a kind; null for an annotation that is none. */
export type ReadMark = Omit<FoundMark, 'quote'>;

export function readMark(document: PdfDocument, dict: Dict, page: number): ReadMark | null {
  const subtype = nameOf(document.look(dict.get('Subtype')));
  const style = styles.get(subtype ?? '');
  // A state, such as "accepted", is said of another annotation.
  if (style === undefined || dict.has('State')) return null;
  const shape = shapeOf(document, dict, style);
  if (shape === null) return null;
  const comment = textOf(document.look(dict.get('Contents'))).replace(/\r\n?/g, '\n');
  const modifiedAt = dateOf(document.look(dict.get('M')));
  const mark: PdfMark = {
    name: textOf(document.look(dict.get('NM'))).slice(0, 1000), page, style, shape, comment, tags: [], modifiedAt,
    color: colorOf(document, dict, style),
    author: textOf(document.look(dict.get('T'))),
    createdAt: dateOf(document.look(dict.get('CreationDate'))),
  };
  if (mark.name === '') mark.name = `unnamed-${digest([subtype, page, ...boundsOf(shape).map(Math.round), mark.author, mark.createdAt])}`;
  return withOwn(document, dict, mark);
}

export function digest(what: unknown): string {
  return createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 32);
}

function withOwn(document: PdfDocument, dict: Dict, mark: PdfMark): ReadMark {
  const own = document.dict(dict.get(OWN_KEY));
  if (own === null) return { ...mark, written: null };
  const text = (key: string): string => textOf(document.look(own.get(key)));
  const tags = (document.list(own.get('Tags')) ?? []).map((tag) => textOf(document.look(tag))).filter((tag) => tag !== '');
  const place = numbersIn(document, own.get('Place'));
  const changed: ('color' | 'comment' | 'shape')[] = [];
  if (text('Color') !== mark.color) changed.push('color');
  if (text('Comment') !== digest(mark.comment)) changed.push('comment');
  const now = numbersOf(mark.shape);
  if (now.length !== place.length || now.some((number, index) => Math.abs(number - (place[index] ?? 0)) > 0.02)) changed.push('shape');
  return { ...mark, tags, written: { library: text('Library'), modifiedAt: text('Modified'), changed } };
}

function shapeOf(document: PdfDocument, dict: Dict, style: MarkStyle): PdfShape | null {
  if (style === 'ink') return inkOf(document, dict);
  if (style === 'highlight' || style === 'underline' || style === 'strike') {
    const points = numbersIn(document, dict.get('QuadPoints'));
    const quads: Quad[] = [];
    for (let at = 0; at + 8 <= points.length; at += 8) quads.push(standing(points.slice(at, at + 8)));
    if (quads.length > 0) return { kind: 'quads', quads };
  }
  const rectangle = rectangleIn(document, dict.get('Rect'));
  return rectangle === null ? null : { kind: 'rectangle', rectangle };
}

function inkOf(document: PdfDocument, dict: Dict): PdfShape | null {
  const border = document.dict(dict.get('BS'));
  const width = Math.max(0.1, Math.min(100, numberOf(document.look(border?.get('W'))) ?? 1));
  const list = document.list(dict.get('InkList')) ?? [dict.get('L') ?? dict.get('Vertices') ?? null];
  const strokes = list.map((stroke) => pairs(numbersIn(document, stroke))).filter((stroke) => stroke.length >= 2);
  if (nameOf(document.look(dict.get('Subtype'))) === 'Polygon') for (const stroke of strokes) stroke.push(...stroke.slice(0, 2));
  return strokes.length === 0 ? null : { kind: 'ink', strokes, width };
}

function pairs(numbers: number[]): number[] {
  return numbers.slice(0, numbers.length & ~1);
}

function rectangleIn(document: PdfDocument, value: Value | undefined): Rectangle | null {
  const [a, b, c, d] = numbersIn(document, value);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** The numbers of a list; none where one of them is no number. */
function numbersIn(document: PdfDocument, value: Value | undefined): number[] {
  const numbers = (document.list(value) ?? []).map((each) => numberOf(document.look(each)));
  return numbers.includes(null) ? [] : (numbers as number[]);
}

/** Of free text the colour of the letters: its `C` is that of the paper behind them. */
function colorOf(document: PdfDocument, dict: Dict, style: MarkStyle): string {
  const numbers = style === 'text' ? textColor(textOf(document.look(dict.get('DA')))) : numbersIn(document, dict.get('C'));
  const [first = 0, second = 0, third = 0, fourth = 0] = numbers;
  switch (numbers.length) {
    case 1: return hex([first, first, first]);
    case 3: return hex([first, second, third]);
    case 4: return hex([first, second, third].map((part) => (1 - Math.min(1, part)) * (1 - Math.min(1, fourth))));
    default: return style === 'text' ? '#000000' : markColors.yellow;
  }
}

/** The operands of the last operator that sets a colour. */
function textColor(operators: string): number[] {
  const words = operators.trim().split(/\s+/);
  const at = words.findLastIndex((word) => word === 'rg' || word === 'g' || word === 'k');
  const count = { rg: 3, g: 1, k: 4 }[words[at] ?? ''] ?? 0;
  const numbers = words.slice(Math.max(0, at - count), at).map(Number);
  return at >= count && numbers.every(Number.isFinite) ? numbers : [];
}

function hex(channels: number[]): string {
  return `#${channels.map((part) => Math.round(Math.max(0, Math.min(1, part)) * 255).toString(16).padStart(2, '0')).join('')}`;
}
