import type { Library } from './library';
import type { Annotation, AnnotationId, Note, NoteId, PaperId } from './model';
import type { Change } from './transaction';

/** The notes and annotations of each paper, kept up with every change; oldest first. */
export interface Children {
  notesOf(id: PaperId): Note[];
  annotationsOf(id: PaperId): Annotation[];
}

export function indexChildren(library: Library): Children {
  const notes = new Map<string, Set<NoteId>>();
  const annotations = new Map<string, Set<AnnotationId>>();
  void library.ready.then(() => {
    for (const note of library.tables.notes.values()) put(notes, note.paperId, note.id);
    for (const annotation of library.tables.annotations.values()) put(annotations, annotation.paperId, annotation.id);
  }, () => undefined);
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
