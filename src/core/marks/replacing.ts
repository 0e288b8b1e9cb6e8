import type { Annotation, Attachment, Moved, Target } from '../model';
import { create, edit, unset, type Change } from '../transaction';
import type { MovedPassage, PassageToMove } from './pdfMarks';

/** What became of the annotations of a file that was replaced by a newer one. */
export interface Replaced { placed: number; uncertain: number; lost: number }

/** How sure one is of a mark on no words in the same place of a newer file. */
const SAME_PLACE = 0.5;

/** The passages of annotations that are to be found in a newer file. `pages` are those of the older one. */
export function passagesOf(annotations: readonly Annotation[], pages: number | undefined): PassageToMove[] {
  const count = pages ?? Math.max(1, ...annotations.map(({ target }) => ('page' in target ? target.page + 1 : 1)));
  return annotations.flatMap(({ id, target }) => (target.kind !== 'pdf-text' ? [] : [{ id, page: target.page, quote: { exact: target.exact, prefix: target.prefix, suffix: target.suffix }, depth: (target.page + 0.5) / count }]));
}

/**
 * The changes that move annotations to a newer file. One whose place is certain is there as if it had always been; one whose place
 * is not says so, and where it was; one that is lost stays on the older file. What is on no words, such as a drawing, stays in its place
 * of its page, which is not certain.
 */
export function moveTo(newer: Attachment, annotations: readonly Annotation[], passages: readonly MovedPassage[], at: string): { changes: Change[]; counts: Replaced } {
  const outcomes = new Map(passages.map((passage) => [passage.id, passage]));
  const counts: Replaced = { placed: 0, uncertain: 0, lost: 0 };
  const changes = annotations.flatMap((annotation): Change[] => {
    const { target, moved } = annotation;
    const from = moved?.from ?? target;
    const next = nextPlace(target, outcomes.get(annotation.id), newer);
    counts[next.state === 'certain' ? 'placed' : next.state] += 1;
    const trace: Moved | null = next.state === 'certain' ? null : { state: next.state, confidence: next.confidence, from };
    return [
      ...edit('annotations', annotation, { target: next.target, modifiedAt: at, ...(trace !== null && { moved: trace }) }),
      ...(trace === null ? unset('annotations', annotation, 'moved') : []),
    ];
  });
  return { changes, counts };
}

interface Place { state: 'certain' | 'uncertain' | 'lost'; confidence: number; target: Target }

function nextPlace(target: Target, found: MovedPassage | undefined, newer: Attachment): Place {
  const file = { attachmentId: newer.id, sha256: newer.sha256 };
  if (found !== undefined && found.state !== 'lost') return { state: found.state, confidence: found.confidence, target: { kind: 'pdf-text', ...file, ...found.place } };
  const staysThere = (target.kind === 'pdf-area' || target.kind === 'pdf-ink') && (newer.pages === undefined || target.page < newer.pages);
  if (staysThere) return { state: 'uncertain', confidence: SAME_PLACE, target: { ...target, ...file } };
  return { state: 'lost', confidence: found?.confidence ?? 0, target };
}

/** The changes that make a newer file take the place of an older one. */
export function supersede(older: Attachment, newer: Attachment, at: string): Change[] {
  return [create('attachments', newer), ...edit('attachments', older, { role: 'earlier', modifiedAt: at })];
}
