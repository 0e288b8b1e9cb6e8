import type { Annotation, AnnotationId, Attachment } from '../model';
import { create, edit, type Change } from '../transaction';
import { nearestColor, paintOf } from './colors';
import { pdfMarkOf, targetOfMark } from './conversion';
import { samePlace, type FoundMark } from './pdfMark';

/** What came of reading the marks of a file. */
export interface TakenIn {
  /** New marks of other programs. */
  added: number;
  /** Marks that were edited elsewhere. */
  edited: number;
  /** Marks that were edited both here and elsewhere: here they stay as they are, with both comments. */
  both: number;
  /** Marks that are in the library as they are in the file. */
  known: number;
  /** Annotations of kinds that Lectern leaves alone, such as stamps. */
  others: number;
}

interface Taking {
  attachment: Attachment;
  /** Those on this file. */
  annotations: readonly Annotation[];
  /** What marks that Lectern wrote carry as their library. */
  library: string;
  at: string;
  nextId: () => AnnotationId;
}

type Field = 'color' | 'comment' | 'shape';

/**
 * The changes that bring the marks of a file into the library. A mark is known by its name: ours by its id. One that was written by this library
 * and is not in it any more was deleted here, and stays so. Doing it twice changes nothing the second time.
 */
export function takeIn(marks: readonly FoundMark[], taking: Taking): { changes: Change[]; counts: Omit<TakenIn, 'others'> } {
  const known = new Map(taking.annotations.map((annotation) => [annotation.origin?.name ?? annotation.id, annotation]));
  const counts = { added: 0, edited: 0, both: 0, known: 0 };
  const changes = marks.flatMap((mark): Change[] => {
    const annotation = known.get(mark.name);
    if (annotation === undefined) {
      if (mark.written?.library === taking.library) return [];
      counts.added += 1;
      return [create('annotations', annotationOf(mark, taking))];
    }
    const difference = differenceOf(mark, annotation, taking.library);
    const own = difference.fields.length === 0 ? [] : difference.isEditedHere ? joined(mark, annotation, difference.fields, taking) : followed(mark, annotation, difference.fields, taking);
    counts[own.length === 0 ? 'known' : difference.isEditedHere ? 'both' : 'edited'] += 1;
    return own;
  });
  return { changes, counts };
}

function annotationOf(mark: FoundMark, { attachment, at, nextId }: Taking): Annotation {
  const color = nearestColor(mark.color);
  const createdAt = mark.createdAt || mark.modifiedAt || at;
  const annotation: Annotation = {
    id: nextId(), paperId: attachment.paperId, target: targetOfMark(mark, attachment), color, comment: mark.comment,
    origin: { name: mark.name, author: mark.author, modified: mark.modifiedAt, ...(paintOf(mark.style, color) !== mark.color && { color: mark.color }) },
    createdAt, modifiedAt: mark.modifiedAt || createdAt,
  };
  if (mark.style !== 'highlight') annotation.style = mark.style;
  if (mark.tags.length > 0) annotation.tags = [...new Set(mark.tags)];
  return annotation;
}

/** What another program changed, and whether the annotation was edited here as well since the two were the same. */
function differenceOf(mark: FoundMark, annotation: Annotation, library: string): { fields: readonly Field[]; isEditedHere: boolean } {
  if (mark.written?.library === library) return { fields: mark.written.changed, isEditedHere: annotation.modifiedAt !== mark.written.modifiedAt };
  const { origin } = annotation;
  const ours = pdfMarkOf(annotation);
  const fields: Field[] = [];
  if (ours?.color !== mark.color) fields.push('color');
  if (ours?.comment !== mark.comment) fields.push('comment');
  if (ours === null || ours.page !== mark.page || !samePlace(ours.shape, mark.shape)) fields.push('shape');
  if (origin === undefined) return mark.modifiedAt > annotation.modifiedAt ? { fields, isEditedHere: false } : { fields: [], isEditedHere: true };
  const isEditedHere = annotation.modifiedAt !== (origin.modified || annotation.createdAt);
  return isEditedHere && mark.modifiedAt === origin.modified ? { fields: [], isEditedHere } : { fields, isEditedHere };
}

/** Takes what was changed elsewhere. */
function followed(mark: FoundMark, annotation: Annotation, fields: readonly Field[], { attachment, at }: Taking): Change[] {
  const color = nearestColor(mark.color);
  const origin = annotation.origin && { name: annotation.origin.name, author: annotation.origin.author, modified: mark.modifiedAt, ...(paintOf(mark.style, color) !== mark.color && { color: mark.color }) };
  const changes = edit('annotations', annotation, {
    ...(fields.includes('color') && { color }), ...(fields.includes('comment') && { comment: mark.comment }),
    ...(fields.includes('shape') && { target: targetOfMark(mark, attachment) }), ...(origin !== undefined && { origin }),
  });
  return changes.length === 0 ? [] : [...changes, ...edit('annotations', annotation, { modifiedAt: annotation.origin === undefined ? at : mark.modifiedAt || annotation.createdAt })];
}

/** Of a mark that was edited on both sides what was written elsewhere is kept below what was written here. */
function joined(mark: FoundMark, annotation: Annotation, fields: readonly Field[], { at }: Taking): Change[] {
  if (!fields.includes('comment') || annotation.comment.includes(mark.comment)) return [];
  return edit('annotations', annotation, { comment: `${annotation.comment}\n\n${mark.comment}`, modifiedAt: at });
}
