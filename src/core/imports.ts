import { Jobs, refuseCancelled, type Cancellation } from './cancelling';
import { DomainError } from './errors';
import type { Encoding } from './formats/decode';
import type { Finding, ImportFormat, ReadPaper } from './formats/reading';
import { createIdentityIndex, IdentityKeys, type IdentityIndex } from './identity';
import type { KeysInUse } from './keysInUse';
import type { Library } from './library';
import { shortAuthors, yearOf, type Description, type PaperId } from './model';
import { newPaper } from './papers';
import type { Clock, Ids, PaperReader } from './ports';
import { inSlices } from './slices';
import type { ReadonlyTables } from './tables';
import { counted } from './text';
import { create, edit, type Change } from './transaction';

/** One paper of an input, as the preview lists it. `index` names it when the import is carried out. */
export interface PreviewItem {
  index: number;
  line: number;
  title: string;
  authors: string;
  year: number | null;
  arxivId: string;
}

/** What a paper of the input is a copy of: a paper of the library, or one that stands earlier in the same input. */
export type CopyOf = { kind: 'library'; id: PaperId; trashed: boolean } | { kind: 'input'; line: number };

/** A paper that is known already. `completes` names the fields that the library does not have and the input does. */
export type DuplicateItem = PreviewItem & { of: CopyOf; completes: (keyof Description)[] };

export interface ImportPreview {
  previewId: string;
  fileName: string;
  format: ImportFormat;
  fresh: PreviewItem[];
  duplicates: DuplicateItem[];
  problems: Finding[];
  /** What to look at, although it was read. */
  notices: Finding[];
}

export interface Imported {
  added: { id: PaperId; title: string }[];
  completed: PaperId[];
}

export interface Progress {
  /** What is being done, in words, such as `Importing`. */
  label: string;
  done: number;
  total: number;
  /** The name that the reading of an input was given, of which `done` tells the hundredths; other work has none. */
  job?: string;
}

export interface ImportInput {
  text: string;
  fileName: string;
  format: ImportFormat | 'auto';
  /** How the text was decoded, where it comes from a file. */
  encoding?: Encoding | undefined;
  /** A name to cancel it by. */
  job?: string | undefined;
}

export interface ImportUseCases {
  /** Reads an input and says what importing it would do. Nothing changes yet. */
  preview(input: ImportInput): Promise<ImportPreview>;
  /**
   * Adds the chosen papers of a preview (all new ones by default) and fills in what it completes, as one transaction.
   * Cancelled before they are written, it rejects with `cancelled`; nothing has changed then, and the preview still waits.
   */
  commit(input: { previewId: string; chosen?: number[] | undefined; complete: boolean; job?: string | undefined }): Promise<Imported>;
  /** Ends the preview or commit that was given this name as its `job`; answers whether it was under way. */
  cancel(job: string): boolean;
}

/** How many previews are kept waiting for their decision, and how many papers in all, beside those of the newest. */
const KEPT_PREVIEWS = 8;
const KEPT_PAPERS = 5000;
/** An import of so many papers is preceded by a backup. */
const LARGE_IMPORT = 500;
/** The part of a preview that is the reading; the other is the comparing with the library. */
const READ = 0.8;
/** How many papers are made before waiting requests get their turn. */
const BATCH = 50;

type Sorted = Pick<ImportPreview, 'fresh' | 'duplicates'>;

/** The papers of an input by their index. */
type Papers = ReadonlyMap<number, ReadPaper>;

/** A preview that waits for its decision with the papers that may be taken in, and the transaction up to which it knows the library. */
interface Waiting { papers: Papers; fileName: string; sorted: Sorted; seq: number }

interface Needs {
  library: Library;
  reader: PaperReader;
  clock: Clock;
  ids: Ids;
  keys: KeysInUse;
  onProgress: (progress: Progress) => void;
  /** Resolves when a large import may begin. */
  beforeLarge: () => Promise<void>;
}

export function importUseCases({ library, reader, clock, ids, keys, onProgress, beforeLarge }: Needs): ImportUseCases {
  const waiting = new Map<string, Waiting>();
  const jobs = new Jobs();

  return {
    preview: ({ text, fileName, format, encoding, job }) => jobs.run(job, async (cancellation) => {
      const onPart = tellingOf(job);
      const reading = await reader.read(text, { format, fileName, encoding }, { cancellation, onPart: (part) => onPart(READ * part) });
      await library.ready;
      const { seq } = library;
      const papers = new Map(reading.papers.entries());
      const sorted = await sort(papers, library.tables, clock, (part) => onPart(READ + (1 - READ) * part));
      refuseCancelled(cancellation);
      const previewId = ids.next();
      waiting.set(previewId, { ...useful(papers, sorted), fileName, seq });
      forgetOldest(waiting);
      return { previewId, fileName, format: reading.format, ...sorted, problems: reading.findings, notices: reading.notices ?? [] };
    }),
    commit: ({ previewId, chosen, complete, job }) => jobs.run(job, async (cancellation) => {
      const input = waiting.get(previewId);
      if (input === undefined) throw new DomainError('not-found', 'This preview is too old to be imported. Choose the file again.');
      const length = chosen?.length ?? input.papers.size;
      if (length >= LARGE_IMPORT) {
        onProgress({ label: 'Backing up the library before the import', done: 0, total: length });
        await beforeLarge();
      }
      const imported: Imported = { added: [], completed: [] };
      await library.commitSlowly(async (tables) => {
        const hasChanged = input.seq !== library.seq; // since the preview was shown
        const { fresh, duplicates } = hasChanged ? await sort(input.papers, tables, clock) : input.sorted;
        const among = chosen && new Set(chosen);
        const wanted = fresh.filter(({ index }) => among?.has(index) ?? true);
        const changes = await additions(wanted.flatMap(({ index }) => input.papers.get(index) ?? []), imported, cancellation);
        if (complete) changes.push(...completions(duplicates, input.papers, tables, clock.now(), imported));
        return { label: `Import ${counted(imported.added.length + imported.completed.length, 'paper')}${input.fileName === '' ? '' : ` from ${input.fileName}`}`, changes };
      });
      waiting.delete(previewId);
      return imported;
    }),
    cancel: (job) => jobs.cancel(job),
  };

  /** Tells in hundredths how far the reading of an input is, for who knows its name; the last one is not told, it is there then. */
  function tellingOf(job: string | undefined): (part: number) => void {
    let told = -1;
    return (part) => {
      const done = Math.min(99, Math.floor(100 * part));
      if (job === undefined || done <= told) return;
      told = done;
      onProgress({ label: 'Reading', done, total: 100, job });
    };
  }

  async function additions(papers: ReadPaper[], imported: Imported, cancellation: Cancellation): Promise<Change[]> {
    await keys.ready;
    const draft = keys.draft();
    const [at, file] = [clock.now(), ids.next()];
    const changes: Change[] = [];
    for (const [count, { description, citationKey, tags = [], source }] of papers.entries()) {
      const brought = citationKey !== undefined && !draft.isTaken(citationKey) ? citationKey : null;
      if (brought !== null) draft.take(brought);
      const paper = newPaper(description, { id: ids.next() as PaperId, at, tags, citationKey: brought ?? draft.makeFor({ ...description, tags }) });
      if (brought !== null) paper.keyPinned = true;
      if (source !== undefined) paper.source = { ...source, file };
      changes.push(create('papers', paper));
      imported.added.push({ id: paper.id, title: paper.title });
      if (count % BATCH !== 0) continue;
      onProgress({ label: 'Importing', done: count, total: papers.length });
      await clock.breathe();
      refuseCancelled(cancellation);
    }
    refuseCancelled(cancellation);
    onProgress({ label: 'Importing', done: papers.length, total: papers.length });
    return changes;
  }
}

/** What a decision can be about: new papers, and copies that complete what they are copies of. */
function useful(papers: Papers, { fresh, duplicates }: Sorted): Pick<Waiting, 'papers' | 'sorted'> {
  const completing = duplicates.filter(({ completes }) => completes.length > 0);
  const indexes = new Set([...fresh, ...completing].map(({ index }) => index));
  return { papers: new Map([...papers].filter(([index]) => indexes.has(index))), sorted: { fresh, duplicates: completing } };
}

/** A dialog that is left says nothing of it: what it previewed would otherwise be kept for good. */
function forgetOldest(waiting: Map<string, Waiting>): void {
  const older = [...waiting].toReversed().slice(1);
  let papers = 0;
  for (const [at, [id, preview]] of older.entries()) {
    papers += preview.papers.size;
    if (at >= KEPT_PREVIEWS - 1 || papers > KEPT_PAPERS) waiting.delete(id);
  }
}

/** A work that others are compared with; `key` is what the input calls it, which tells it from another of its title there. */
interface Known { of: CopyOf; description: Description; key?: string | undefined }

/** Tells the new papers of an input from those that are known, without keeping others waiting. */
async function sort(papers: Papers, tables: ReadonlyTables, clock: Clock, onPart: (part: number) => void = () => undefined): Promise<Sorted> {
  const steps = 2 * papers.size + tables.papers.size;
  let behind = 0;
  const step = (): void => onPart((behind += 1) / steps);
  const asked = new IdentityKeys();
  await inSlices(papers.values(), clock, ({ description }) => {
    asked.add(description);
    step();
  });
  const known: IdentityIndex<Known> = createIdentityIndex(asked);
  await inSlices(tables.papers.values(), clock, (paper) => {
    step();
    known.add(paper, { of: { kind: 'library', id: paper.id, trashed: paper.trashedAt !== null }, description: paper });
  });
  const fresh: PreviewItem[] = [];
  const duplicates: DuplicateItem[] = [];
  await inSlices(papers, clock, ([index, { line, description, citationKey, source }]) => {
    step();
    const item = { index, line, title: description.title, authors: shortAuthors(description.authors), year: yearOf(description), arxivId: description.arxivId };
    const found = known.find(description, ({ key }) => key === undefined || key === citationKey);
    // A file that is given back as it came keeps all its entries: somebody cites each of them by its key.
    const original = source !== undefined && found?.of.kind === 'input' && found.key !== citationKey ? undefined : found;
    if (original === undefined) {
      fresh.push(item);
      known.add(description, { of: { kind: 'input', line }, description, key: citationKey });
    } else {
      duplicates.push({ ...item, of: original.of, completes: original.of.kind === 'library' ? lacking(original.description, description) : [] });
    }
  });
  return { fresh, duplicates };
}

const completable = ['authors', 'issued', 'venue', 'doi', 'arxivId', 'url', 'abstract'] as const;

/** The fields that are empty in `have` and filled in `offer`. */
function lacking(have: Description, offer: Description): (keyof Description)[] {
  return completable.filter((field) => have[field].length === 0 && offer[field].length > 0);
}

function completions(duplicates: DuplicateItem[], papers: Papers, tables: ReadonlyTables, at: string, imported: Imported): Change[] {
  return duplicates.flatMap(({ index, of, completes }) => {
    const paper = of.kind === 'library' ? tables.papers.get(of.id) : undefined;
    const offer = papers.get(index)?.description;
    if (paper === undefined || offer === undefined || completes.length === 0 || imported.completed.includes(paper.id)) return [];
    imported.completed.push(paper.id);
    const fields = Object.fromEntries(completes.map((field) => [field, offer[field]]));
    return edit('papers', paper, { ...fields, modifiedAt: at });
  });
}
