import { z } from 'zod';
import { AttachmentId, HighlightColor, MarkStyle, PaperId, Sha256, type Target } from '../model';
import { MAX_INPUT } from '../formats/kinds';

/** No page is larger, in PDF units: it would be some 300 m wide. */
const FARTHEST = 1e6;
const coordinate = z.number().min(-FARTHEST).max(FARTHEST);
const file = { attachmentId: AttachmentId, sha256: Sha256 };
const page = z.number().int().min(0).max(1_000_000);
const offset = z.number().int().min(0).max(100_000_000);
const surroundings = z.string().max(1000);
const passage = { start: offset, end: offset, exact: z.string().min(1).max(200_000), prefix: surroundings, suffix: surroundings };
const stroke = z.array(coordinate).min(2).max(40_000).refine((points) => points.length % 2 === 0, 'A stroke is made of pairs');

/** A place in a file, as the model has it, within the bounds of what a person can mark. */
const FileTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pdf-text'), ...file, page, ...passage, quads: z.array(z.array(coordinate).length(8)).min(1).max(5000) }),
  z.strictObject({ kind: z.literal('pdf-area'), ...file, page, rectangle: z.tuple([coordinate, coordinate, coordinate, coordinate]) }),
  z.strictObject({ kind: z.literal('pdf-ink'), ...file, page, strokes: z.array(stroke).min(1).max(1000), width: z.number().min(0.05).max(100) }),
  z.strictObject({ kind: z.literal('text'), ...file, ...passage }),
]);

export const MarkComment = z.string().max(MAX_INPUT);
export const MarkTags = z.array(z.string().trim().min(1).max(200)).max(200);

/** Which places a style can be at. */
const placesOf: Record<MarkStyle, readonly Target['kind'][]> = {
  highlight: ['pdf-text', 'text'], underline: ['pdf-text', 'text'], strike: ['pdf-text', 'text'],
  note: ['pdf-area', 'pdf-text', 'text'], text: ['pdf-area'], area: ['pdf-area'], ink: ['pdf-ink'],
};

/** A mark that a reader makes in a file. */
export const NewMark = z.strictObject({ paperId: PaperId, target: FileTarget, style: MarkStyle, color: HighlightColor, comment: MarkComment, tags: MarkTags })
  .refine(({ style, target }) => placesOf[style].includes(target.kind), 'Such a mark cannot be at such a place')
  .refine(({ target }) => target.kind === 'pdf-area' || target.kind === 'pdf-ink' || target.start < target.end, 'The passage is empty')
  .refine(({ target }) => target.kind !== 'pdf-area' || (target.rectangle[0] <= target.rectangle[2] && target.rectangle[1] <= target.rectangle[3]), 'The corners of the area are the wrong way round');
export type NewMark = z.infer<typeof NewMark>;
