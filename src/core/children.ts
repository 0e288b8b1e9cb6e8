import type { Library } from './library';
import type { Annotation, AnnotationId, Attachment, AttachmentId, Note, NoteId, PaperId } from './model';
import type { Clock } from './ports';
import { inSlices } from './slices';
import type { Change } from './transaction';

/** The files, notes and annotations of each paper, kept up with every change; oldest first. */
export interface Children {
  /** Of a paper, or of the library itself. */
  notesOf(id: PaperId | null): Note[];
  attachmentsOf(id: PaperId): Attachment[];
  annotationsOf(id: PaperId): Annotation[];
  /** How many there are of each. */
  countsOf(id: PaperId): { notes: number; annotations: number; attachments: number };
  /** Resolves when the library is read and those of every paper are known. */
  ready: Promise<void>;
}

export function indexChildren(library: Library, clock: Clock): Children {
  const notes = new Map<string, Set<NoteId>>();
  const annotations = new Map<string, Set<AnnotationId>>();
  const attachments = new Map<string, Set<AttachmentId>>();
  const ready = library.ready.then(async () => {
    await inSlices(library.tables.notes.values(), clock, ({ paperId, id }) => put(notes, keyOf(paperId), id));
    await inSlices(library.tables.annotations.values(), clock, ({ paperId, id }) => put(annotations, paperId, id));
    await inSlices(library.tables.attachments.values(), clock, ({ paperId, id }) => put(attachments, paperId, id));
  });
  library.onCommit(({ changes }) => {
    for (const change of changes) follow(change);
  });

  function follow(change: Change): void {
    if (change.op !== 'create' && change.op !== 'delete') return;
    const act = change.op === 'create' ? put : drop;
    if (change.table === 'notes') act(notes, keyOf(change.record['paperId'] as PaperId | null), change.id as NoteId);
    if (change.table === 'annotations') act(annotations, String(change.record['paperId']), change.id as AnnotationId);
    if (change.table === 'attachments') act(attachments, String(change.record['paperId']), change.id as AttachmentId);
  }

  return {
    ready,
    countsOf: (id) => ({ notes: notes.get(id)?.size ?? 0, annotations: annotations.get(id)?.size ?? 0, attachments: attachments.get(id)?.size ?? 0 }),
    notesOf: (id) => byAge([...(notes.get(keyOf(id)) ?? [])].flatMap((note) => library.tables.notes.get(note) ?? [])),
    annotationsOf: (id) => byAge([...(annotations.get(id) ?? [])].flatMap((annotation) => library.tables.annotations.get(annotation) ?? [])),
    attachmentsOf: (id) => byAge([...(attachments.get(id) ?? [])].flatMap((attachment) => library.tables.attachments.get(attachment) ?? [])),
  };
}

/** Notes of the library itself are kept under a name that no paper has. */
function keyOf(paperId: PaperId | null): string {
  return paperId ?? '';
}

function put<Id>(index: Map<string, Set<Id>>, paperId: string, id: Id): void {
  const ids = index.get(paperId);
  if (ids) ids.add(id);
  else index.set(paperId, new Set([id]));
}

function drop<Id>(index: Map<string, Set<Id>>, paperId: string, id: Id): void {
  index.get(paperId)?.delete(id);
}

function byAge<T extends { createdAt: string } | { addedAt: string }>(records: T[]): T[] {
  const birth = (record: T): string => ('createdAt' in record ? record.createdAt : record.addedAt);
  return records.toSorted((a, b) => (birth(a) < birth(b) ? -1 : birth(a) > birth(b) ? 1 : 0));
}
