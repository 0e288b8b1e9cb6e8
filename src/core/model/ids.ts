import { z } from 'zod';

/** Ids are short lowercase words made by the `Ids` port; they never carry meaning. */
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{2,63}$/, 'not an id');

export const PaperId = id.brand<'PaperId'>();
export type PaperId = z.infer<typeof PaperId>;

export const NoteId = id.brand<'NoteId'>();
export type NoteId = z.infer<typeof NoteId>;

export const AnnotationId = id.brand<'AnnotationId'>();
export type AnnotationId = z.infer<typeof AnnotationId>;

export const AttachmentId = id.brand<'AttachmentId'>();
export type AttachmentId = z.infer<typeof AttachmentId>;

export const CollectionId = id.brand<'CollectionId'>();
export type CollectionId = z.infer<typeof CollectionId>;

export const BindingId = id.brand<'BindingId'>();
export type BindingId = z.infer<typeof BindingId>;

/** Technique ids are the taxonomy's own words, such as `peft`. */
export const TechniqueId = id.brand<'TechniqueId'>();
export type TechniqueId = z.infer<typeof TechniqueId>;
