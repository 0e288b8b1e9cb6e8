import { targetOf } from './anchor';
import { DomainError } from './errors';
import type { Library } from './library';
import type { Annotation, AnnotationId, HighlightColor, PaperId } from './model';
import { existing, quoted } from './papers';
import type { Clock, Ids } from './ports';
import type { ReadonlyTables } from './tables';
import { create, edit, remove } from './transaction';

export interface AnnotationUseCases {
  /** Highlights `[start, end)` of a paper's abstract, in UTF-16 code units. */
  highlight(input: { paperId: PaperId; start: number; end: number; color: HighlightColor; comment?: string | undefined }): Promise<AnnotationId>;
  edit(input: { id: AnnotationId; color?: HighlightColor | undefined; comment?: string | undefined }): Promise<void>;
  remove(id: AnnotationId): Promise<void>;
}

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
    async edit({ id, color, comment }) {
      await library.commit((tables) => {
        const annotation = existingAnnotation(tables, id);
        const changes = edit('annotations', annotation, { ...(color !== undefined && { color }), ...(comment !== undefined && { comment }) });
        if (changes.length > 0) changes.push(...edit('annotations', annotation, { modifiedAt: clock.now() }));
        return { label: comment === undefined ? 'Recolour a highlight' : 'Comment on a highlight', changes };
      });
    },
    async remove(id) {
      await library.commit((tables) => ({ label: 'Delete a highlight', changes: [remove('annotations', existingAnnotation(tables, id))] }));
    },
  };
}

function existingAnnotation(tables: ReadonlyTables, id: AnnotationId): Annotation {
  const annotation = tables.annotations.get(id);
  if (annotation === undefined) throw new DomainError('not-found', 'This highlight is not in the library any more. Undo may bring it back.');
  return annotation;
}
