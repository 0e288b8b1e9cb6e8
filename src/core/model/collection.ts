import { z } from 'zod';
import { CollectionId } from './ids';

/** A folder of the reader's own. Papers name the collections they are in, so a paper may be in many. */
export const Collection = z.strictObject({
  id: CollectionId,
  name: z.string().min(1),
  parentId: CollectionId.nullable(),
  /** Sorts siblings; a number between two others puts a collection between them. */
  order: z.number(),
  /** What a smart collection finds: it holds the papers that match, and none can be put in. Absent in others. */
  query: z.string().min(1).max(1000).exactOptional(),
});
export type Collection = z.infer<typeof Collection>;
