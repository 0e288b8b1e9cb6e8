import { z } from 'zod';
import { TechniqueId } from './ids';

/** One technique of the taxonomy: what it is called, what it means, and the words that point to it. */
export const Technique = z.strictObject({
  id: TechniqueId,
  name: z.string().min(1),
  definition: z.string().min(1),
  /** Other names of the technique itself. */
  synonyms: z.array(z.string()),
  /** Words that point to it, each with a weight; `*` at the end of a word stands for any ending. */
  phrases: z.array(z.strictObject({ text: z.string().min(2), weight: z.number() })),
});
export type Technique = z.infer<typeof Technique>;

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
export interface Assignment {
  id: TechniqueId;
  score: number;
  state: 'suggested' | 'confirmed' | 'rejected';
  evidence: Evidence[];
}
