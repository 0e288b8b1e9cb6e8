import { Annotation, Attachment, Collection, Note, OwnTechnique, Paper, Settings } from './model';

/** The record of each table. */
export interface Records {
  papers: Paper;
  attachments: Attachment;
  notes: Note;
  annotations: Annotation;
  collections: Collection;
  settings: Settings;
  techniques: OwnTechnique;
}
export type TableName = keyof Records;

export const tableNames: readonly TableName[] = ['settings', 'techniques', 'collections', 'papers', 'attachments', 'notes', 'annotations'];

/** One schema per table: whatever is read from outside is checked against it. */
export const recordSchemas = { papers: Paper, attachments: Attachment, notes: Note, annotations: Annotation, collections: Collection, settings: Settings, techniques: OwnTechnique } as const;

/** The whole library in memory: a map of immutable records per table. */
export type Tables = { [T in TableName]: Map<Records[T]['id'], Records[T]> };
export type ReadonlyTables = { readonly [T in TableName]: ReadonlyMap<Records[T]['id'], Records[T]> };

export function emptyTables(): Tables {
  return { papers: new Map(), attachments: new Map(), notes: new Map(), annotations: new Map(), collections: new Map(), settings: new Map(), techniques: new Map() };
}
