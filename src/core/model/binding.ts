import { z } from 'zod';
import { BindingId } from './ids';
import { Scope } from './scope';

/** What a file can be kept up to date in. */
export const BoundFormat = z.enum(['bibtex', 'biblatex']);
export type BoundFormat = z.infer<typeof BoundFormat>;

/** A part of the library whose papers a file outside the library follows. */
export const Binding = z.strictObject({
  id: BindingId,
  scope: Scope,
  /** What was typed into the filter; `""` for the whole part. */
  filter: z.string().max(1000),
  format: BoundFormat,
  /** The whole path of the file, on the machine where it was bound. */
  path: z.string().min(1).max(4096),
  /** Whether the file follows; one that does not is left as it is. */
  on: z.boolean(),
});
export type Binding = z.infer<typeof Binding>;
