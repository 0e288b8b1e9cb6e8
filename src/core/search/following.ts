import type { Children } from '../children';
import type { Library } from '../library';
import type { AnnotationId, AttachmentId, NoteId, PaperId } from '../model';
import type { Clock } from '../ports';
import { inSlices } from '../slices';
import { touchedPapers, type Transaction } from '../transaction';
import { beginning } from './beginning';
import { documentOf } from './documents';
import type { Changed, ChangedRecord, SearchDocument, SearchIndex, SearchState } from './types';

/** A library with fewer papers is looked through by a process that does not stay before an index is even looked for. */
const FEW_PAPERS = 2_000;

export interface Followed {
  library: Library;
  children: Children;
  index: SearchIndex;
  clock: Clock;
  onState: (state: SearchState) => void;
  onNotice: (text: string) => void;
}

/** The index of the library, kept up with every change. */
export interface Following {
  /**
   * Resolves when the index has what changed before the call; false where there is none to be asked, and the papers
   * themselves are to be looked through.
   */
  isIndexed(): Promise<boolean>;
  /** The same when the index is whole, however long that takes. */
  isWhole(): Promise<boolean>;
  /** Asks the index, once more from the beginning where it failed. */
  asked<T>(question: () => Promise<T>): Promise<T>;
  document(id: PaperId): SearchDocument | undefined;
  /** The files of a paper have been read. */
  touch(id: PaperId): void;
  state(): SearchState;
  close(): Promise<void>;
}

/** The searchable texts of the library as they are now. */
function textsOf({ library, children, clock }: Pick<Followed, 'library' | 'children' | 'clock'>) {
  const { tables } = library;

  function document(id: PaperId): SearchDocument | undefined {
    const paper = tables.papers.get(id);
    return paper && documentOf(paper, children.notesOf(id), children.annotationsOf(id), children.attachmentsOf(id));
  }

  return {
    document,
    async changed(ids: Iterable<PaperId>): Promise<Changed> {
      const changed: Changed = { documents: [], gone: [] };
      await inSlices(ids, clock, (id) => {
        const known = document(id);
        if (known === undefined) changed.gone.push(id);
        else changed.documents.push(known);
      });
      return changed;
    },
    papersOf({ table, id, paperId }: ChangedRecord): PaperId[] {
      if (table === 'papers') return [id as PaperId];
      if (table === 'files') return [...tables.attachments.values()].flatMap((each) => (each.sha256 === id ? each.paperId : []));
      if (paperId !== undefined) return [paperId as PaperId];
      const owner = table === 'notes' ? tables.notes.get(id as NoteId)?.paperId : table === 'attachments' ? tables.attachments.get(id as AttachmentId)?.paperId : table === 'annotations' ? tables.annotations.get(id as AnnotationId)?.paperId : null;
      return owner === null || owner === undefined ? [] : [owner];
    },
  };
}

export function followLibrary({ library, children, index, clock, onState, onNotice }: Followed): Following {
  const texts = textsOf({ library, children, clock });
  let state: SearchState = { kind: 'building', part: 0 };
  // The thread of the index may end at any time: what it knew is in the cache, and what changed since in the journal.
  const indexing = beginning(begin, (cause) => {
    onNotice(`The search index could not follow the library: ${cause instanceof Error ? cause.message : String(cause)} What is found may be incomplete until Lectern is started again.`);
  });
  /** Updates on their way, one behind the other. */
  let updating: Promise<void> = Promise.resolve();

  function begin(): Promise<'ready' | 'absent'> {
    return index.start({
      seq: library.seq, papers: library.tables.papers.size, keep: library.condition.kind === 'sound',
      onState(next) {
        state = next;
        onState(next);
      },
      changed: (records) => texts.changed(new Set(records.flatMap((record) => texts.papersOf(record)))),
    });
  }

  function follow({ seq, changes }: Transaction): void {
    if (!indexing.hasBegun) return;
    const touched = touchedPapers(changes, library.tables) as Set<PaperId>;
    updating = updating.then(async () => {
      const { documents, gone } = await texts.changed(touched);
      await index.update(documents, gone, seq);
    }).catch((cause: unknown) => indexing.again(cause));
  }

  /** Brings one paper up to date that looks the same, but whose files have been read. */
  function touch(id: PaperId): void {
    if (!indexing.hasBegun) return;
    updating = updating.then(async () => {
      const { documents, gone } = await texts.changed([id]);
      await index.update(documents, gone, null);
    }).catch((cause: unknown) => indexing.again(cause));
  }

  library.onCommit(follow);
  if (index.stays) void children.ready.then(() => indexing.start(), () => undefined);

  async function isIndexed(whole: boolean): Promise<boolean> {
    await children.ready;
    const isAsked = index.stays || indexing.hasBegun || library.tables.papers.size >= FEW_PAPERS;
    if (!isAsked || ((whole || !index.stays) && (await indexing.outcome()) === 'absent')) return false;
    await updating;
    return true;
  }

  return {
    document: texts.document,
    touch,
    state: () => state,
    isIndexed: () => isIndexed(false),
    isWhole: () => isIndexed(true),
    async asked(question) {
      try {
        return await question();
      } catch (error) {
        indexing.again(error);
        return question();
      }
    },
    async close() {
      indexing.stop();
      await updating;
      await index.close();
    },
  };
}
