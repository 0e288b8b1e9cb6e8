import { z } from 'zod';
import { NoteId, PaperId } from './ids';

/** A Markdown note on a paper, or on none: one of the library. The body is kept exactly as typed. */
export const Note = z.strictObject({
  id: NoteId,
  paperId: PaperId.nullable(),
  title: z.string(),
  body: z.string(),
  /** Counts the saves, so that a window with an older text cannot overwrite a newer one unseen. */
  version: z.number().int().nonnegative(),
  createdAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
});
export type Note = z.infer<typeof Note>;
