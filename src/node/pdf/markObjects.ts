import { numbersOf, samePlace, type PdfMark } from '../../core/marks/pdfMark';
import type { MarkStyle } from '../../core/model';
import { appearanceOf, channelsOf, FONT_SIZE, FRAME_WIDTH, quadsOf, rectangleOf } from './appearance';
import { digest, OWN_KEY, type ReadMark } from './markReading';
import { Bytes, dictOf, Name, nameOf, type Dict, type Ref, type Value } from './objects';
import { printedNumber } from './print';
import { dateString, textString } from './text';
import type { Update } from './update';

const subtypes: Record<MarkStyle, string> = { highlight: 'Highlight', underline: 'Underline', strike: 'StrikeOut', note: 'Text', text: 'FreeText', ink: 'Ink', area: 'Square' };
const drawn: ReadonlySet<string> = new Set(Object.values(subtypes));

/** Is printed; a note is a sign that neither grows nor turns with the page. */
const [PRINT, NO_ZOOM, NO_ROTATE] = [4, 8, 16];

export interface Writing {
  /** The library that the marks are of: a mark of its own that it does not know any more was deleted there. */
  library: string;
  /** Whose marks they are where they do not say it. */
  author: string;
}

/** Whether an object says all that a mark does, so that it can stay as it is. */
export function saysSame(found: ReadMark, mark: PdfMark, library: string): boolean {
  const isOurs = found.written?.library === library;
  return found.style === mark.style && found.color === mark.color && found.comment === normal(mark.comment) && samePlace(found.shape, mark.shape)
    && JSON.stringify(found.tags) === JSON.stringify(mark.tags) && (!isOurs || found.written?.modifiedAt === mark.modifiedAt);
}

function normal(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** A mark as it is in the file. */
export interface Before { dict: Dict; mark: ReadMark }

/**
 * The object of a mark. What `before` holds that we know nothing of stays, and what it looks like as well,
 * unless that is what changes.
 */
export function objectOf(mark: PdfMark, page: { ref: Ref; rotation: number }, writing: Writing, update: Update, before?: Before): Dict {
  const object: Dict = new Map(before?.dict);
  const set = (entries: Record<string, Value>): void => { for (const [key, value] of Object.entries(entries)) object.set(key, value); };
  const [isRestyled, isMoved] = [before?.mark.style !== mark.style, before === undefined || !samePlace(before.mark.shape, mark.shape)];
  const isRecoloured = before?.mark.color !== mark.color;
  const isRewritten = normal(mark.comment) !== before?.mark.comment;
  set({ NM: textString(mark.name), P: page.ref, M: dateString(mark.modifiedAt) });
  if (isRestyled) set({ Type: new Name('Annot'), Subtype: new Name(subtypes[mark.style]), F: mark.style === 'note' ? PRINT | NO_ZOOM | NO_ROTATE : PRINT });
  if (isRestyled && mark.style === 'note') set({ Name: new Name('Comment') });
  if (before === undefined) set({ T: textString(mark.author === '' ? writing.author : mark.author), CreationDate: dateString(mark.createdAt === '' ? mark.modifiedAt : mark.createdAt) });
  if (isRewritten) {
    set({ Contents: textString(normal(mark.comment)) });
    object.delete('RC'); // the same in rich text, which would be shown instead
  }
  if (isRestyled || isMoved) set(placed(mark));
  if (isRestyled || isRecoloured) set(coloured(mark));
  if (isRestyled || isMoved || isRecoloured || (isRewritten && mark.style === 'text')) dress(object, mark, page.rotation, update);
  set({ [OWN_KEY]: ownOf(mark, writing.library) });
  return object;
}

function placed({ shape, style }: PdfMark): Record<string, Value> {
  const rectangle: Record<string, Value> = { Rect: rectangleOf(shape) };
  if (style === 'highlight' || style === 'underline' || style === 'strike') return { ...rectangle, QuadPoints: quadsOf(shape).flat() };
  if (shape.kind === 'ink') return { ...rectangle, InkList: shape.strokes, BS: dictOf({ W: shape.width }) };
  return style === 'area' ? { ...rectangle, BS: dictOf({ W: FRAME_WIDTH }) } : rectangle;
}

function coloured({ style, color }: PdfMark): Record<string, Value> {
  const channels = channelsOf(color);
  return style === 'text' ? { DA: textString(`/Helv ${FONT_SIZE} Tf ${channels.map(printedNumber).join(' ')} rg`) } : { C: channels };
}

/** Gives an object its appearance anew. What we do not draw, such as circles, programs draw by themselves where it has none. */
function dress(object: Dict, mark: PdfMark, rotation: number, update: Update): void {
  const appearance = drawn.has(nameOf(object.get('Subtype')) ?? '') ? appearanceOf(mark, rotation) : null;
  object.delete('AS');
  if (appearance === null) object.delete('AP');
  else object.set('AP', dictOf({ N: update.add(appearance) }));
}

function ownOf(mark: PdfMark, library: string): Dict {
  const plain = (text: string): Bytes => new Bytes(Buffer.from(text, 'latin1'));
  return dictOf({
    Library: plain(library), Modified: plain(mark.modifiedAt), Color: plain(mark.color), Comment: plain(digest(normal(mark.comment))),
    Place: numbersOf(mark.shape), Tags: mark.tags.length === 0 ? undefined : mark.tags.map(textString),
  });
}
