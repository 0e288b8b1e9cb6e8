import { z } from 'zod';
import { AnnotationId, PaperId } from './ids';

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

export const Target = z.discriminatedUnion('kind', [AbstractRange]);
export type Target = z.infer<typeof Target>;

export const Annotation = z.strictObject({
  id: AnnotationId,
  paperId: PaperId,
  target: Target,
  color: HighlightColor,
  /** The reader's comment, plain text; '' for a bare highlight. */
  comment: z.string(),
  createdAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
});
export type Annotation = z.infer<typeof Annotation>;
