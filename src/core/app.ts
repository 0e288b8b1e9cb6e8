import { annotationUseCases, type AnnotationUseCases } from './annotations';
import { automaticBackups, backupUseCases, type BackupUseCases } from './backups';
import { bindingUseCases, type BindingUseCases } from './bindings';
import { indexChildren } from './children';
import { citingUseCases, type CitingUseCases } from './citing';
import { collectionUseCases, type CollectionUseCases } from './collections';
import type { Condition } from './condition';
import type { AttachmentUseCases } from './files/attachments';
import { papersFiles } from './files/papersFiles';
import { exportUseCases, type ExportUseCases } from './exports';
import { historyUseCases, type HistoryUseCases } from './historyUseCases';
import { keyUseCases, type KeyUseCases } from './citationKeys';
import { importUseCases, type ImportUseCases, type Progress } from './imports';
import { keepingUp } from './keepingUp';
import { indexKeys } from './keysInUse';
import { concernsTaxonomy } from './knowledge';
import { markUseCases, type MarkUseCases } from './marks/useCases';
import { openLibrary, type Library, type Undone } from './library';
import type { PaperId, Taxonomy } from './model';
import { listingUseCases, type ListingUseCases } from './listings';
import { noteUseCases, type NoteUseCases } from './notes';
import { overviewOf, type Overview } from './overview';
import { paperUseCases, type PaperUseCases } from './papers';
import type { Clock, Ports } from './ports';
import { queryUseCases, type QueryUseCases } from './queries';
import { createRoster } from './roster';
import { createSearch, type Search } from './search/search';
import type { SearchState } from './search/types';
import { settingsUseCases, type SettingsUseCases } from './settings';
import { styleUseCases, type StyleUseCases } from './styles/styles';
import { taxonomyUseCases, type TaxonomyUseCases } from './taxonomy/useCases';
import { unfolded } from './taxonomy/tree';
import { createTechniqueIndex, type TechniqueIndex } from './techniques';
import { techniqueViews, type TechniqueViews } from './techniqueViews';
import { touchedPapers } from './transaction';
import { createViewer } from './view';
import { webAnnotationUseCases, type WebAnnotationUseCases } from './webAnnotation/useCases';

/** How long the overview waits for papers to be classified before it counts those that are. */
const OVERVIEW_PATIENCE_MS = 200;

/** What the windows are told without asking. */
export type AppEvent =
  | { kind: 'changed'; seq: number; label: string; papers: PaperId[] }
  /** Anything may look different now: the library has been read to its end, or its papers sorted by technique. */
  | { kind: 'refreshed' }
  | { kind: 'progress'; progress: Progress }
  /** Techniques have been added, renamed, moved or retired. */
  | { kind: 'taxonomy' }
  /** A file that is kept up to date stands otherwise now. */
  | { kind: 'bindings' }
  /** How far the search index is. */
  | { kind: 'search'; state: SearchState }
  /** Something that nobody asked for did not work, in words. */
  | { kind: 'notice'; text: string };

/** Everything a person can do with a library, whichever host they sit at. */
export interface App {
  /** Resolves when the library is read. */
  ready: Promise<void>;
  papers: PaperUseCases;
  attachments: AttachmentUseCases;
  notes: NoteUseCases;
  annotations: AnnotationUseCases;
  /** The annotations of PDFs in their files. */
  marks: MarkUseCases;
  webAnnotations: WebAnnotationUseCases;
  collections: CollectionUseCases;
  techniques: TaxonomyUseCases & TechniqueViews;
  listings: ListingUseCases;
  queries: QueryUseCases;
  imports: ImportUseCases;
  exports: ExportUseCases;
  citing: CitingUseCases;
  styles: StyleUseCases;
  bindings: BindingUseCases;
  backups: BackupUseCases;
  history: HistoryUseCases;
  search: Omit<Search, 'close'>;
  overview(): Promise<Overview>;
  /** Whether all of the library could be read. */
  condition(): Condition;
  settings: SettingsUseCases;
  keys: KeyUseCases;
  /** Goes on with what is sound of a damaged library; answers with the name of the folder that keeps what was there. */
  mend(): Promise<string>;
  undo(): Promise<Undone>;
  redo(): Promise<Undone>;
  /** Calls `listener` with what happens from now on; the answer ends it. */
  onEvent(listener: (event: AppEvent) => void): () => void;
  /** Ends the use of the library, after the changes under way. */
  close(): Promise<void>;
}

/**
 * Opens the library that `ports.store` keeps, and is there as soon as the first screen of the list is;
 * `ready` tells when all is. Fails as the store fails: in use, not readable.
 */
export async function createApp(ports: Ports, taxonomy: Taxonomy): Promise<App> {
  const { store, clock, ids, reader, formatter, backups, timer } = ports;
  const opened = store.open();
  const library = openLibrary(store, clock, opened);
  const events = broadcast(library);
  const refreshed = (): void => events.emit({ kind: 'refreshed' });
  const onProgress = (progress: Progress): void => events.emit({ kind: 'progress', progress });
  const [techniques] = await Promise.all([
    createTechniqueIndex({ library, clock, builtIn: unfolded(taxonomy), onProgress: (done, total) => onProgress({ label: 'Sorting by technique', done, total }), onSorted: refreshed }),
    Promise.race([opened.begun, opened.ready]),
  ]);
  const children = indexChildren(library, clock);
  const keys = indexKeys(library, clock);
  void children.ready.then(refreshed, () => undefined);
  const notice = (text: string): void => events.emit({ kind: 'notice', text });
  const search = createSearch({ library, children, techniques, index: ports.search, texts: ports.texts, clock, onNotice: notice, onState(state) {
    events.emit({ kind: 'search', state });
    if (state.kind === 'ready' && state.wasBuilt) refreshed(); // what was found meanwhile may lack papers
  } });
  const roster = createRoster(library, clock, ids.next());
  const viewer = createViewer({ library, roster, techniques, children, search, clock });
  const automatic = automaticBackups({ library, backups, clock, timer, onNotice: notice });
  const keeping = keepingUp({ library, viewer, files: ports.boundFiles, clock, timer, onState: () => events.emit({ kind: 'bindings' }), onNotice: notice });
  const files = papersFiles({ library, children, keys, ports, search, onProgress, onMore: refreshed, onNotice: notice });
  void children.ready.then(() => {
    automatic.start();
    keeping.start();
  }, () => undefined);

  const ready = children.ready.then(() => techniques.prepare());
  ready.catch(() => undefined); // whoever waits for it hears of it
  const papers = paperUseCases({ library, roster, clock, ids, techniques, viewer, children, keys });
  const queries = queryUseCases({ library, viewer, search, clock });
  return {
    papers,
    listings: listingUseCases({ viewer, roster, papers, queries }),
    attachments: files.useCases,
    notes: noteUseCases({ library, clock, ids }),
    annotations: annotationUseCases({ library, clock, ids }),
    marks: markUseCases({ library, clock, ids, children, files: ports.files, arrivals: files.arrivals, pdfMarks: ports.pdfMarks }),
    webAnnotations: webAnnotationUseCases({ library, clock, ids, children }),
    collections: collectionUseCases({ library, ids }),
    techniques: { ...taxonomyUseCases(library, techniques, taxonomy), ...techniqueViews({ library, clock, techniques }) },
    queries,
    imports: importUseCases({ library, reader, clock, ids, keys, onProgress, beforeLarge: () => automatic.beforeImport() }),
    history: historyUseCases({ library, past: ports.past, clock, children, techniques, keys }),
    exports: exportUseCases({ library, viewer, formatter, clock }),
    citing: citingUseCases({ library, formatter, clock }),
    styles: styleUseCases({ source: ports.styles, formatter, clock }),
    bindings: bindingUseCases({ library, viewer, files: ports.boundFiles, keeping, ids }),
    backups: backupUseCases({ library, backups, clock }),
    ready,
    search,
    overview: overviewUseCase({ library, techniques, clock, onSorted: refreshed }),
    condition: () => library.condition,
    mend: () => library.mend().finally(refreshed),
    settings: settingsUseCases(library),
    keys: keyUseCases({ library, keys, clock }),
    undo: () => library.undo(),
    redo: () => library.redo(),
    onEvent: events.listen,
    async close() {
      await keeping.stop();
      await automatic.stop();
      await files.stopReading();
      await search.close();
      await library.close();
      await files.settled();
    },
  };
}

/** Answers with what is known so far where the papers are still being sorted by technique, and tells when they are. */
function overviewUseCase({ library, techniques, clock, onSorted }: { library: Library; techniques: TechniqueIndex; clock: Clock; onSorted: () => void }): () => Promise<Overview> {
  let sorting: Promise<void> | undefined;
  return async () => {
    const classified = await techniques.warmFor(OVERVIEW_PATIENCE_MS);
    if (!classified) {
      sorting ??= techniques.warm().then(() => {
        sorting = undefined;
        onSorted();
      });
    }
    return overviewOf(library, techniques, clock);
  };
}

function broadcast(library: Library) {
  const listeners = new Set<(event: AppEvent) => void>();
  const emit = (event: AppEvent) => {
    for (const listener of listeners) listener(event);
  };
  library.onCommit(({ seq, label, changes }) => {
    if (changes.some(concernsTaxonomy)) emit({ kind: 'taxonomy' });
    emit({ kind: 'changed', seq, label, papers: [...touchedPapers(changes, library.tables)] as PaperId[] });
  });
  return {
    emit,
    listen: (listener: (event: AppEvent) => void) => {
      listeners.add(listener);
      return () => { listeners.delete(listener); };
    },
  };
}
