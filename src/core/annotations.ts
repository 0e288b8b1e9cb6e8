import { targetOf } from './anchor';
import { DomainError } from './errors';
import type { Library } from './library';
import type { NewMark } from './marks/newMark';
import type { Annotation, AnnotationId, HighlightColor, MarkStyle, PaperId } from './model';
import { existing, quoted } from './papers';
import type { Clock, Ids } from './ports';
import type { ReadonlyTables } from './tables';
import { counted } from './text';
import { create, edit, remove, unset, type Change } from './transaction';

export interface AnnotationUseCases {
  /** Highlights `[start, end)` of a paper's abstract, in UTF-16 code units. */
  highlight(input: { paperId: PaperId; start: number; end: number; color: HighlightColor; comment?: string | undefined }): Promise<AnnotationId>;
  /** Marks a place in a file of a paper. Throws `not-found` where the file is not in the library any more. */
  annotate(mark: NewMark): Promise<AnnotationId>;
  edit(input: { id: AnnotationId; color?: HighlightColor | undefined; comment?: string | undefined; tags?: string[] | undefined }): Promise<void>;
  /** Changes several at once; those that are gone are left out. */
  update(ids: readonly AnnotationId[], fields: MarkUpdate): Promise<void>;
  remove(id: AnnotationId): Promise<void>;
  /** Removes several at once; those that are gone are left out. */
  removeAll(ids: readonly AnnotationId[]): Promise<void>;
}

/** What can be done to several annotations at once. */
export interface MarkUpdate {
  color?: HighlightColor | undefined;
  addTags?: string[] | undefined;
  removeTags?: string[] | undefined;
}

const acts: Record<MarkStyle, string> = {
  highlight: 'Highlight in', underline: 'Underline in', strike: 'Strike out in', note: 'Put a note in', text: 'Write in', ink: 'Draw in', area: 'Mark an area of',
};
const names: Record<MarkStyle, string> = {
  highlight: 'a highlight', underline: 'an underline', strike: 'a strike-out', note: 'a note', text: 'a text', ink: 'a drawing', area: 'an area',
};
const nameOf = ({ style = 'highlight' }: Annotation): string => names[style];

export function annotationUseCases({ library, clock, ids }: { library: Library; clock: Clock; ids: Ids }): AnnotationUseCases {
  return {
    async highlight({ paperId, start, end, color, comment = '' }) {
      const id = ids.next() as AnnotationId;
      await library.commit((tables) => {
        const paper = existing(tables, paperId);
        if (start >= end || end > paper.abstract.length) throw new DomainError('invalid-input', 'The selection is not inside the abstract any more. Select the passage again.');
        const at = clock.now();
        const annotation: Annotation = { id, paperId, target: targetOf(paper.abstract, start, end), color, comment, createdAt: at, modifiedAt: at };
        return { label: `Highlight in ${quoted(paper)}`, changes: [create('annotations', annotation)] };
      });
      return id;
    },
    async annotate({ paperId, target, style, color, comment, tags }) {
      const id = ids.next() as AnnotationId;
      await library.commit((tables) => {
        const paper = existing(tables, paperId);
        if (tables.attachments.get(target.attachmentId)?.paperId !== paperId) throw new DomainError('not-found', 'This file is not in the library any more. Undo may bring it back.');
        const at = clock.now();
        const annotation: Annotation = { id, paperId, target, ...(style !== 'highlight' && { style }), color, comment, ...(tags.length > 0 && { tags: distinct(tags) }), createdAt: at, modifiedAt: at };
        return { label: `${acts[style]} ${quoted(paper)}`, changes: [create('annotations', annotation)] };
      });
      return id;
    },
    async edit({ id, color, comment, tags }) {
      await library.commit((tables) => {
        const annotation = existingAnnotation(tables, id);
        const changes = edit('annotations', annotation, { ...(color !== undefined && { color }), ...(comment !== undefined && { comment }) });
        if (tags !== undefined) changes.push(...tagging(annotation, distinct(tags)));
        const verb = comment !== undefined ? 'Comment on' : tags !== undefined ? 'Tag' : 'Recolour';
        return { label: `${verb} ${nameOf(annotation)}`, changes: stamped(annotation, changes, clock.now()) };
      });
    },
    async update(ids, { color, addTags = [], removeTags = [] }) {
      await library.commit((tables) => {
        const annotations = ids.flatMap((id) => tables.annotations.get(id) ?? []);
        const at = clock.now();
        const changes = annotations.flatMap((annotation) => {
          const { tags = [] } = annotation;
          const own = color === undefined ? [] : edit('annotations', annotation, { color });
          own.push(...tagging(annotation, distinct([...tags, ...addTags]).filter((tag) => !removeTags.includes(tag))));
          return stamped(annotation, own, at);
        });
        const verb = color !== undefined ? 'Recolour' : addTags.length > 0 ? `Tag ${addTags.join(', ')}` : `Untag ${removeTags.join(', ')}`;
        return { label: `${verb}: ${counted(annotations.length, 'annotation')}`, changes };
      });
    },
    async remove(id) {
      await library.commit((tables) => {
        const annotation = existingAnnotation(tables, id);
        return { label: `Delete ${nameOf(annotation)}`, changes: [remove('annotations', annotation)] };
      });
    },
    async removeAll(ids) {
      await library.commit((tables) => {
        const annotations = ids.flatMap((id) => tables.annotations.get(id) ?? []);
        return { label: `Delete ${counted(annotations.length, 'annotation')}`, changes: annotations.map((annotation) => remove('annotations', annotation)) };
      });
    },
  };
}

function distinct(tags: readonly string[]): string[] {
  return [...new Set(tags)];
}

/** The changes that give an annotation these tags; one without tags has no such field. */
function tagging(annotation: Annotation, tags: string[]): Change[] {
  return tags.length === 0 ? unset('annotations', annotation, 'tags') : edit('annotations', annotation, { tags });
}

function stamped(annotation: Annotation, changes: Change[], at: string): Change[] {
  return changes.length === 0 ? [] : [...changes, ...edit('annotations', annotation, { modifiedAt: at })];
}

function existingAnnotation(tables: ReadonlyTables, id: AnnotationId): Annotation {
  const annotation = tables.annotations.get(id);
  if (annotation === undefined) throw new DomainError('not-found', 'This annotation is not in the library any more. Undo may bring it back.');
  return annotation;
}
