import type { Library } from './library';
import type { Annotation, AnnotationId, Note, NoteId, PaperId } from './model';
import type { Clock } from './ports';
import { inSlices } from './slices';
import type { Change } from './transaction';

/** The notes and annotations of each paper, kept up with every change; oldest first. */
export interface Children {
  notesOf(id: PaperId): Note[];
  annotationsOf(id: PaperId): Annotation[];
  /** How many there are of each. */
  countsOf(id: PaperId): { notes: number; annotations: number };
  /** Resolves when the library is read and those of every paper are known. */
  ready: Promise<void>;
}

export function indexChildren(library: Library, clock: Clock): Children {
  const notes = new Map<string, Set<NoteId>>();
  const annotations = new Map<string, Set<AnnotationId>>();
  const ready = library.ready.then(async () => {
    await inSlices(library.tables.notes.values(), clock, ({ paperId, id }) => put(notes, paperId, id));
    await inSlices(library.tables.annotations.values(), clock, ({ paperId, id }) => put(annotations, paperId, id));
  });
  library.onCommit(({ changes }) => {
    for (const change of changes) follow(change);
  });

  function follow(change: Change): void {
    if (change.op !== 'create' && change.op !== 'delete') return;
    const act = change.op === 'create' ? put : drop;
    if (change.table === 'notes') act(notes, String(change.record['paperId']), change.id as NoteId);
    if (change.table === 'annotations') act(annotations, String(change.record['paperId']), change.id as AnnotationId);
  }

  return {
    ready,
    countsOf: (id) => ({ notes: notes.get(id)?.size ?? 0, annotations: annotations.get(id)?.size ?? 0 }),
    notesOf: (id) => byAge([...(notes.get(id) ?? [])].flatMap((note) => library.tables.notes.get(note) ?? [])),
    annotationsOf: (id) => byAge([...(annotations.get(id) ?? [])].flatMap((annotation) => library.tables.annotations.get(annotation) ?? [])),
  };
}

function put<Id>(index: Map<string, Set<Id>>, paperId: string, id: Id): void {
  const ids = index.get(paperId);
  if (ids) ids.add(id);
  else index.set(paperId, new Set([id]));
}

function drop<Id>(index: Map<string, Set<Id>>, paperId: string, id: Id): void {
  index.get(paperId)?.delete(id);
}

function byAge<T extends { createdAt: string }>(records: T[]): T[] {
  return records.toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
}
