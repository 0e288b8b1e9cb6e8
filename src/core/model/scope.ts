import { z } from 'zod';
import { CollectionId, TechniqueId } from './ids';
import { ReadingStatus } from './paper';

/** The part of the library that is looked at. The trash is a part of its own; no other part shows what is in it. */
export const Scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('status'), status: ReadingStatus }),
  z.strictObject({ kind: z.literal('technique'), id: TechniqueId }),
  z.strictObject({ kind: z.literal('collection'), id: CollectionId }),
  z.strictObject({ kind: z.literal('tag'), tag: z.string() }),
  z.strictObject({ kind: z.literal('trash') }),
]);
export type Scope = z.infer<typeof Scope>;
