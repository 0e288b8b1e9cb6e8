import { DomainError } from './errors';
import type { Library } from './library';
import type { AbstractRange, Annotation, AnnotationId, HighlightColor, PaperId } from './model';
import { existing, quoted } from './papers';
import type { Clock, Ids } from './ports';
import type { ReadonlyTables } from './tables';
import { create, edit, remove } from './transaction';

/** How much text beside a passage is kept to find it again. */
const CONTEXT = 32;

/** The target of a passage of a text: its position, its words and the words around it. */
export function targetOf(text: string, start: number, end: number): AbstractRange {
  return {
    kind: 'abstract', start, end, exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT),
  };
}

/**
 * Where a passage stands in the text as it is now: at its old position if the words are still there,
 * else where its words occur, preferring the occurrence with the most of its old surroundings.
 * Null when the words are gone.
 */
export function locate(target: AbstractRange, text: string): { start: number; end: number } | null {
  const { exact, start } = target;
  if (text.startsWith(exact, start)) return { start, end: start + exact.length };
  let best: { start: number; likeness: number } | null = null;
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    const likeness = commonTail(text.slice(Math.max(0, at - CONTEXT), at), target.prefix) + commonHead(text.slice(at + exact.length, at + exact.length + CONTEXT), target.suffix);
    if (best === null || likeness > best.likeness) best = { start: at, likeness };
  }
  return best && { start: best.start, end: best.start + exact.length };
}

function commonHead(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function commonTail(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}

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
