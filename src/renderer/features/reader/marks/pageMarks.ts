import type { Annotation, AttachmentId } from '../../../../core/model';
import { boundsOf } from './paths';

/** The marks of a file, page by page; of each page first those on words, as the text goes, then what is drawn, from the top down. */
export function marksIn(annotations: readonly Annotation[], file: AttachmentId): Annotation[] {
  const placed = annotations.flatMap((mark) => {
    const { target } = mark;
    if (target.kind === 'abstract' || target.kind === 'text' || target.attachmentId !== file) return [];
    const order = target.kind === 'pdf-text' ? target.start : BEHIND_WORDS - (boundsOf(target)?.[3] ?? 0);
    return [{ mark, page: target.page, order }];
  });
  return placed.toSorted((a, b) => a.page - b.page || a.order - b.order).map(({ mark }) => mark);
}

/** No page has so many characters, nor so many points. */
const BEHIND_WORDS = 1e9;

/** The marks of each page. Pages whose marks are the same as before keep their list, so that they are not drawn anew. */
export function byPage(marks: readonly Annotation[], before: ReadonlyMap<number, readonly Annotation[]>): Map<number, readonly Annotation[]> {
  const pages = new Map<number, Annotation[]>();
  for (const mark of marks) {
    if (!('page' in mark.target)) continue;
    const own = pages.get(mark.target.page);
    if (own === undefined) pages.set(mark.target.page, [mark]);
    else own.push(mark);
  }
  return new Map([...pages].map(([page, own]): [number, readonly Annotation[]] => {
    const known = before.get(page);
    return [page, known?.length === own.length && own.every((mark, index) => mark === known[index]) ? known : own];
  }));
}
