import { z } from 'zod';
import { AttachmentId, PaperId } from './ids';

/** A SHA-256 over a file's bytes, in lowercase hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'not a SHA-256');

/** Where a file lies: in the library's `files/`, by its path in there with `/` between folders, or wherever the reader keeps it. */
export const Place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('library'), file: z.string().min(1) }),
  z.strictObject({ kind: z.literal('linked'), path: z.string().min(1) }),
]);
export type Place = z.infer<typeof Place>;

/** What a file is to its paper: the text to read, something beside it, or a text that a newer one replaced. */
export const AttachmentRole = z.enum(['main', 'supplement', 'earlier']);
export type AttachmentRole = z.infer<typeof AttachmentRole>;

export const MediaType = z.enum(['application/pdf', 'text/html', 'text/plain']);
export type MediaType = z.infer<typeof MediaType>;

/** A file of a paper. The record says what the file was when it was last looked at; whether it is there still is asked of the disk. */
export const Attachment = z.strictObject({
  id: AttachmentId,
  paperId: PaperId,
  role: AttachmentRole,
  type: MediaType,
  /** What the reader calls it, such as `v2`; '' for one that its role names well enough. */
  label: z.string(),
  place: Place,
  /** What it was called when it came. */
  originalName: z.string(),
  sha256: Sha256,
  bytes: z.number().int().nonnegative(),
  /** The pages of a PDF; absent where they could not be counted, and for other files. */
  pages: z.number().int().positive().exactOptional(),
  addedAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
});
export type Attachment = z.infer<typeof Attachment>;
