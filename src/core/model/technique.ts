import { z } from 'zod';
import { TechniqueId } from './ids';

/**
 * Words that point to a technique. Case, hyphens, plurals and British spellings do not matter; `*` at the
 * end of a word stands for any ending, alone for any one word. A weight of 1 names the technique, 0.3 hints
 * at it, 0 keeps a longer phrase from counting as a shorter one inside it (`token pruning` is not
 * `pruning`), and a negative one speaks against the technique. Where phrases of one technique overlap, the
 * leftmost and then the longest counts.
 */
export const Phrase = z.strictObject({
  text: z.string().min(2),
  weight: z.number().min(-2).max(2),
  /** Where it counts; everywhere when left out. */
  field: z.enum(['title', 'abstract']).optional(),
});
export type Phrase = z.infer<typeof Phrase>;

/** One technique of the taxonomy: what it is called, what it means, and the words that point to it. */
export const Technique = z.strictObject({
  id: TechniqueId,
  name: z.string().min(1),
  definition: z.string(),
  /** Other names of the technique itself; like its name, phrases of weight 1. */
  synonyms: z.array(z.string()),
  phrases: z.array(Phrase),
  /** The technique that this one is a part of; absent at the top. */
  parentId: TechniqueId.exactOptional(),
});
export type Technique = z.infer<typeof Technique>;

/**
 * A technique as a library has it: one of the reader's own, or a built-in one of the same id that the reader has
 * changed, which it stands for then.
 */
export const OwnTechnique = z.strictObject({
  ...Technique.shape,
  parentId: TechniqueId.nullable(),
  /** Sorts siblings; a number between two others puts a technique between them. */
  order: z.number(),
  /** Proposed no more, and shown only where the reader had decided on it. */
  retired: z.boolean(),
});
export type OwnTechnique = z.infer<typeof OwnTechnique>;

/** A taxonomy as a file holds it; siblings stand in their order. */
export const Taxonomy = z.strictObject({
  version: z.literal(1),
  name: z.string(),
  techniques: z.array(Technique),
});
export type Taxonomy = z.infer<typeof Taxonomy>;

/** Where the text itself names a technique. Offsets count UTF-16 code units of the field. */
export interface Evidence {
  field: 'title' | 'abstract';
  start: number;
  end: number;
  text: string;
}

/**
 * A paper's membership in a technique. `score` is 0..1, higher is surer. A decision of the reader
 * always wins: a rejected technique stays in the list with its state, so that it can be taken back.
 */
export interface Membership {
  id: TechniqueId;
  /** The techniques that it is a part of, from its parent up to the root. */
  ancestors: readonly TechniqueId[];
  score: number;
  state: 'suggested' | 'confirmed' | 'rejected';
}

/** A membership with what speaks for it. */
export interface Assignment extends Membership {
  evidence: Evidence[];
}
