import type { Children } from '../children';
import { DomainError } from '../errors';
import type { Arrivals } from '../files/arrivals';
import { existingAttachment } from '../files/attachments';
import type { Files } from '../files/files';
import { freshFile, renamings } from '../files/places';
import type { Library } from '../library';
import type { Annotation, AnnotationId, Attachment, AttachmentId, Place } from '../model';
import { existing, quoted } from '../papers';
import type { Clock, Ids } from '../ports';
import { counted } from '../text';
import { edit, unset, type Change } from '../transaction';
import { pdfMarkOf } from './conversion';
import type { PdfMarks, Wrote } from './pdfMarks';
import { moveTo, passagesOf, supersede, type Replaced } from './replacing';
import { takeIn, type TakenIn } from './takeIn';

/** What came of writing marks into a PDF. */
export type Written = Omit<Wrote, 'sha256' | 'bytes' | 'unplaced'> & { unplaced: number };

export interface MarkUseCases {
  /** Takes in the marks that other programs made in a file of a paper, or in a copy of it that lies at `path`. */
  read(input: { id: AttachmentId; path?: string | undefined }): Promise<TakenIn>;
  /** Writes the annotations on a file into a copy of it at `to`, which may be there already. */
  writeCopy(input: { id: AttachmentId; to: string; author: string }): Promise<Written>;
  /** Writes them into the file itself, which must be what it was. What is in it stays, byte for byte; undo leaves the file as it is. */
  writeInto(input: { id: AttachmentId; author: string }): Promise<Written>;
  /** Makes an arrival the newer version of a file: the file becomes an earlier one, and its annotations move to where their words are now. */
  replace(input: { id: AttachmentId; arrival: string; label?: string | undefined }): Promise<Replaced & { id: AttachmentId }>;
  /** Says of an annotation whose place is not certain that it is right, or that it is lost: then it goes back to where it was. */
  judge(input: { id: AnnotationId; verdict: 'right' | 'lost' }): Promise<void>;
}

interface Needs { library: Library; clock: Clock; ids: Ids; children: Children; files: Files; arrivals: Arrivals; pdfMarks: PdfMarks }

export function markUseCases(needs: Needs): MarkUseCases {
  const { library, clock, ids, files, pdfMarks } = needs;
  return {
    async read({ id, path }) {
      const attachment = existingPdf(needs, id);
      const { marks, others } = await pdfMarks.read(path ?? files.pathOf(attachment.place));
      let taken: TakenIn = { added: 0, edited: 0, both: 0, known: 0, others };
      await library.commit((tables) => {
        const current = existingAttachment(tables, id);
        const { changes, counts } = takeIn(marks, { attachment: current, annotations: annotationsOn(needs, current), library: library.device, at: clock.now(), nextId: () => ids.next() as AnnotationId });
        taken = { ...counts, others };
        return { label: `Take in ${counted(counts.added + counts.edited + counts.both, 'annotation')} of ${quoted(existing(tables, current.paperId))}`, changes };
      });
      return taken;
    },
    async writeCopy({ id, to, author }) {
      const attachment = existingPdf(needs, id);
      const from = files.pathOf(attachment.place);
      if (to === from) throw new DomainError('invalid-input', 'The copy would be the file itself.');
      return told(await pdfMarks.write({ from, to, known: attachment, marks: marksOn(needs, attachment), library: library.device, author }));
    },
    async writeInto({ id, author }) {
      let written: Wrote | null = null;
      await library.commitSlowly(async (tables) => {
        const attachment = existingPdf(needs, id);
        const path = files.pathOf(attachment.place);
        written = await pdfMarks.write({ from: path, to: path, known: attachment, marks: marksOn(needs, attachment), library: library.device, author });
        return { label: `Write the annotations of ${quoted(existing(tables, attachment.paperId))} into its file`, changes: nowHas(attachment, annotationsOn(needs, attachment), written, clock.now()) };
      });
      if (written === null) throw new DomainError('internal', 'The marks were not written.');
      return told(written);
    },
    replace: (input) => replaceBy(input, needs),
    async judge({ id, verdict }) {
      await library.commit((tables) => {
        const annotation = tables.annotations.get(id);
        if (annotation === undefined) throw new DomainError('not-found', 'This annotation is not in the library any more. Undo may bring it back.');
        return { label: verdict === 'right' ? 'Keep an annotation where it was found' : 'Call an annotation lost', changes: judged(annotation, verdict, clock.now()) };
      });
    },
  };
}

function judged(annotation: Annotation, verdict: 'right' | 'lost', at: string): Change[] {
  const { moved } = annotation;
  if (moved === undefined) return [];
  const own = verdict === 'right' ? unset('annotations', annotation, 'moved') : edit('annotations', annotation, { target: moved.from, moved: { ...moved, state: 'lost' } });
  return [...own, ...edit('annotations', annotation, { modifiedAt: at })];
}

/** The file has these bytes now, and the annotations are on a file of these bytes. */
function nowHas(attachment: Attachment, annotations: readonly Annotation[], { sha256, bytes }: Wrote, at: string): Change[] {
  const changes = edit('attachments', attachment, { sha256, bytes });
  if (changes.length === 0) return [];
  return [...changes, ...edit('attachments', attachment, { modifiedAt: at }), ...annotations.flatMap((annotation) => edit('annotations', annotation, { target: { ...annotation.target, sha256 } as Annotation['target'] }))];
}

async function replaceBy({ id, arrival, label = '' }: Parameters<MarkUseCases['replace']>[0], needs: Needs): Promise<Replaced & { id: AttachmentId }> {
  const { library, clock, ids, files, arrivals, pdfMarks } = needs;
  const waiting = arrivals.get(arrival);
  const older = existingPdf(needs, id);
  if (waiting.type !== 'application/pdf') throw new DomainError('invalid-input', 'Only a PDF can replace a PDF.');
  if (waiting.sha256 === older.sha256) throw new DomainError('invalid-input', 'This is the same file.');
  const after = files.pathOf(waiting.at);
  const before = (await files.look(older.place)) === null ? null : files.pathOf(older.place);
  const annotations = annotationsOn(needs, older);
  const { pages } = await pdfMarks.read(after);
  const passages = await pdfMarks.move({ before, after, passages: passagesOf(annotations, older.pages) });
  let counts: Replaced = { placed: 0, uncertain: 0, lost: 0 };
  const newId = ids.next() as AttachmentId;
  await library.commitSlowly(async (tables) => {
    const paper = existing(tables, older.paperId);
    const [current, at] = [existingAttachment(tables, id), clock.now()];
    const which = { type: waiting.type, role: current.role === 'earlier' ? 'main' : current.role, label: label.trim() } as const;
    const place: Place = waiting.at.kind === 'copy' ? { kind: 'library', file: await files.settle(waiting.at.copy, freshFile(paper, which, tables)) } : waiting.at;
    const newer: Attachment = { id: newId, paperId: paper.id, ...which, place, originalName: waiting.name, sha256: waiting.sha256, bytes: waiting.bytes, pages, addedAt: at, modifiedAt: at };
    const moved = moveTo(newer, annotations.flatMap((annotation) => tables.annotations.get(annotation.id) ?? []), passages, at);
    ({ counts } = moved);
    return { label: `Replace a file of ${quoted(paper)}`, changes: [...supersede(current, newer, at), ...renamings(paper, [{ ...current, role: 'earlier' }], tables), ...moved.changes] };
  });
  arrivals.forget(arrival);
  return { ...counts, id: newId };
}

function existingPdf({ library }: Needs, id: AttachmentId): Attachment {
  const attachment = existingAttachment(library.tables, id);
  if (attachment.type !== 'application/pdf') throw new DomainError('invalid-input', 'This file is no PDF.');
  return attachment;
}

/** The annotations on a file, also those that did not find their place in a newer one. */
function annotationsOn({ children }: Needs, { id, paperId }: Attachment): Annotation[] {
  return children.annotationsOf(paperId).filter(({ target }) => 'attachmentId' in target && target.attachmentId === id);
}

function marksOn(needs: Needs, attachment: Attachment) {
  return annotationsOn(needs, attachment).flatMap((annotation) => pdfMarkOf(annotation) ?? []);
}

function told({ sha256: _, bytes: __, unplaced, ...counts }: Wrote): Written {
  return { ...counts, unplaced: unplaced.length };
}
