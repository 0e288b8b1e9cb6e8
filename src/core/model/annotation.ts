import { z } from 'zod';
import { Sha256 } from './attachment';
import { AnnotationId, AttachmentId, PaperId } from './ids';

export const HighlightColor = z.enum(['yellow', 'green', 'blue', 'pink', 'violet']);
export type HighlightColor = z.infer<typeof HighlightColor>;

/**
 * A passage of the abstract, by position and by quote (W3C TextPositionSelector and TextQuoteSelector):
 * the position is right until the abstract is edited, the quote finds the passage again afterwards.
 * Offsets count UTF-16 code units of the abstract's source text.
 */
export const AbstractRange = z.strictObject({
  kind: z.literal('abstract'),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
});
export type AbstractRange = z.infer<typeof AbstractRange>;

/** A passage of a file by the words there and the words around them (W3C TextQuoteSelector). */
const quote = { exact: z.string().min(1), prefix: z.string(), suffix: z.string() };
/** The file that an annotation is on, and what the file was when the place was found: with other bytes the place may be another. */
const file = { attachmentId: AttachmentId, sha256: Sha256 };
/** Pages count from 0. Points are in PDF user space (1/72 inch, from the page's lower left, before it is turned). */
const page = z.number().int().nonnegative();
const point = z.number();

/** Four corners of a stretch of text as `QuadPoints` has them: upper left, upper right, lower left, lower right; x before y. */
export const Quad = z.array(point).length(8);
export type Quad = z.infer<typeof Quad>;

/** Left, bottom, right, top. */
export const Rectangle = z.tuple([point, point, point, point]);
export type Rectangle = z.infer<typeof Rectangle>;

/** Words on a page of a PDF: where they stand in the page's text (UTF-16 code units), what they are, and the quads they cover. */
export const PdfPassage = z.strictObject({
  kind: z.literal('pdf-text'), ...file, page, start: z.number().int().nonnegative(), end: z.number().int().positive(), ...quote, quads: z.array(Quad).min(1),
});
export type PdfPassage = z.infer<typeof PdfPassage>;

/** A part of a page: an image, a place for a note or for free text. */
export const PdfArea = z.strictObject({ kind: z.literal('pdf-area'), ...file, page, rectangle: Rectangle });
export type PdfArea = z.infer<typeof PdfArea>;

/** Lines drawn on a page, each a list of coordinates, x before y. */
export const PdfInk = z.strictObject({ kind: z.literal('pdf-ink'), ...file, page, strokes: z.array(z.array(point).min(2)).min(1), width: z.number().positive() });
export type PdfInk = z.infer<typeof PdfInk>;

/** A passage of a page of HTML or of a plain text: offsets count UTF-16 code units of the text that is shown. */
export const TextPassage = z.strictObject({ kind: z.literal('text'), ...file, start: z.number().int().nonnegative(), end: z.number().int().positive(), ...quote });
export type TextPassage = z.infer<typeof TextPassage>;

export const Target = z.discriminatedUnion('kind', [AbstractRange, PdfPassage, PdfArea, PdfInk, TextPassage]);
export type Target = z.infer<typeof Target>;

/** How a mark looks. A note is a sign that opens; text stands on the page itself. */
export const MarkStyle = z.enum(['highlight', 'underline', 'strike', 'note', 'text', 'ink', 'area']);
export type MarkStyle = z.infer<typeof MarkStyle>;

/** An annotation that another program made in a PDF: enough to know it again when the file is read once more. */
export const Origin = z.strictObject({
  /** Its `NM`, or what stands for it where it has none: a digest of what it is and where. */
  name: z.string().min(1),
  author: z.string(),
  /** When it was last changed by that program; '' where it does not say. */
  modified: z.string(),
  /** Its own colour where none of ours is just that, as `#rrggbb`. */
  color: z.string().regex(/^#[0-9a-f]{6}$/).exactOptional(),
});
export type Origin = z.infer<typeof Origin>;

/** What became of an annotation when its file was replaced by a newer one. One that was found for certain keeps no such trace. */
export const Moved = z.strictObject({
  state: z.enum(['uncertain', 'lost']),
  /** From 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** Where it was. */
  from: Target,
});
export type Moved = z.infer<typeof Moved>;

/** Fields that may be absent came with version 4; without them an annotation is a highlight of the reader's own. */
export const Annotation = z.strictObject({
  id: AnnotationId,
  paperId: PaperId,
  target: Target,
  /** Absent for a highlight. */
  style: MarkStyle.exactOptional(),
  color: HighlightColor,
  /** The reader's comment in Markdown; '' for a bare mark. The text itself of a mark that is text. */
  comment: z.string(),
  tags: z.array(z.string()).exactOptional(),
  origin: Origin.exactOptional(),
  moved: Moved.exactOptional(),
  createdAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
});
export type Annotation = z.infer<typeof Annotation>;
