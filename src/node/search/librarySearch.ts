import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { PaperId } from '../../core/model';
import { SearchEngine, type Found } from '../../core/search/engine';
import type { Like } from '../../core/search/likeness';
import { SegmentBuilder } from '../../core/search/segmentBuilder';
import type { ChangedRecord, SearchDocument, SearchRequest } from '../../core/search/types';
import { readJournal } from '../store/journal';
import type { Watch } from '../worker/watch';
import { pagesNow, textsSince } from '../extraction/textCache';
import { SearchCache } from './cache';
import { deviceOf, readDocuments } from './libraryTexts';

/** So many occurrences of words are made a segment while the library is read: a stretch of a tenth of a second or so. */
const OCCURRENCES_A_SEGMENT = 400_000;
/** After so many changed papers the cache is written, so that a crash costs no more than reading those again. */
const CHANGES_A_SAVE = 2_000;

/** Texts of files that were kept so long before the cache was may have come while it was being written, in milliseconds. */
const WRITING_MS = 600_000;

/** How the index began: with the cache and what has changed since, or with nothing. */
export type Begun = { kind: 'cached'; changed: ChangedRecord[] } | { kind: 'absent' };

/** The index of one library, in the thread that has it. */
export class LibrarySearch {
  private readonly engine = new SearchEngine();
  private readonly cache: SearchCache;
  private seq = 0;
  private isWhole = false;
  private unsaved = 0;
  private isClosing = false;
  private keeps = false;
  /** Papers that went while the library was being read. */
  private readonly gone = new Set<PaperId>();
  private tidying: Promise<void> | undefined;
  private saving: Promise<void> = Promise.resolve();

  constructor(private readonly folder: string) {
    this.cache = new SearchCache(folder);
  }

  /** Takes the cache in, if it stands for the library as it was at or before transaction `seq` and what changed since is known. */
  async begin({ seq, keep }: { seq: number; keep: boolean }): Promise<Begun> {
    this.keeps = keep;
    const cached = await this.cache.read();
    const changed = cached === null || cached.device !== (await deviceOf(this.folder)) ? null : await this.changedSince(cached.seq, seq);
    if (cached === null || changed === null) {
      this.cache.close();
      return { kind: 'absent' };
    }
    for (const part of cached.parts) this.engine.adopt(part, this.gone);
    this.seq = Math.max(this.seq, cached.seq);
    this.whole();
    const read = await textsSince(this.folder, cached.writtenAt - WRITING_MS);
    return { kind: 'cached', changed: [...changed, ...read.map((id) => ({ table: 'files', id }))] };
  }

  /** Reads the library and makes an index of it. What is told by `update` meanwhile is newer. */
  async build({ seq, papers }: { seq: number; papers: number }, watch: Watch): Promise<void> {
    let builder = new SegmentBuilder();
    let read = 0;
    const adopt = (): void => {
      this.engine.adopt({ segment: finished(this.engine.build(builder)) }, this.gone);
      builder = new SegmentBuilder();
    };
    await readDocuments(this.folder, (document) => {
      builder.add(this.withFiles(document));
      read += 1;
      watch.report(Math.min(1, read / Math.max(papers, 1)));
      if (builder.size > OCCURRENCES_A_SEGMENT) adopt();
    });
    adopt();
    this.seq = Math.max(this.seq, seq);
    this.unsaved += read;
    this.whole();
    await this.tidy(true);
    await this.save();
  }

  update(documents: readonly SearchDocument[], gone: readonly PaperId[], seq: number | null): void {
    if (!this.isWhole) for (const id of gone) this.gone.add(id);
    this.engine.update(documents.map((document) => this.withFiles(document)), gone);
    if (seq !== null) this.seq = Math.max(this.seq, seq);
    this.unsaved += documents.length + gone.length;
    if (this.isWhole) void this.tidy();
    if (this.isWhole && this.unsaved >= CHANGES_A_SAVE) void this.save();
  }

  search(request: SearchRequest): Found & { papers: number; complete: boolean } {
    return { ...this.engine.search(request), papers: this.engine.ids.length, complete: this.isWhole };
  }

  like(documents: readonly SearchDocument[], limit: number): { like: Like[]; papers: number } {
    return { like: this.engine.like(documents, limit), papers: this.engine.ids.length };
  }

  /** Ids of papers by their numbers, from one number on. */
  ids(from: number, count: number): string {
    return this.engine.ids.slice(from, from + count).join('\n');
  }

  async close(): Promise<void> {
    this.isClosing = true;
    await this.tidying;
    await this.save();
    this.cache.close();
  }

  /** A document with the texts that are kept of its files, a text for each page. */
  private withFiles(document: SearchDocument): SearchDocument {
    const { files = [] } = document;
    if (files.length === 0) return document;
    return { ...document, texts: { ...document.texts, attachment: files.flatMap((sha256) => pagesNow(this.folder, sha256) ?? []) } };
  }

  private whole(): void {
    this.isWhole = true;
    this.gone.clear();
  }

  /** The records that changed after transaction `from` up to `to`; null where the journal does not tell. */
  private async changedSince(from: number, to: number): Promise<ChangedRecord[] | null> {
    if (from === to) return [];
    const { segments } = await readJournal(join(this.folder, 'journal'), from);
    const transactions = segments.flatMap((segment) => segment.transactions).filter(({ seq }) => seq > from && seq <= to);
    if (from > to || transactions.length !== to - from) return null;
    return transactions.flatMap(({ changes }) => changes.map((change): ChangedRecord => {
      const paperId = 'record' in change ? change.record['paperId'] : undefined;
      return { table: change.table, id: change.id, ...(typeof paperId === 'string' && { paperId }) };
    }));
  }

  /** Merges what is to be merged, and lets others have their turn between. */
  private async tidy(everything = false): Promise<void> {
    await this.tidying;
    this.tidying ??= this.merge(everything).finally(() => { this.tidying = undefined; });
    await this.tidying;
  }

  private async merge(everything: boolean): Promise<void> {
    for (let work = this.engine.tidy(everything); work !== null; work = this.engine.tidy()) {
      while (work.next().done !== true) {
        await setImmediate();
        if (this.isClosing) {
          work.return();
          return;
        }
      }
    }
    // Behind what is being written, which may need the files of parts that are merged by now.
    this.saving = this.saving.then(() => this.cache.close(this.engine.living));
  }

  private save(): Promise<void> {
    // What is not written is made again: a full disk is no reason not to find anything.
    this.saving = this.saving.then(() => this.write()).catch(() => { this.keeps = false; });
    return this.saving;
  }

  private async write(): Promise<void> {
    if (!this.keeps || !this.isWhole || this.unsaved === 0) return;
    const { seq, unsaved } = this;
    const parts = [...this.engine.living];
    await this.cache.write({ device: await deviceOf(this.folder), seq }, parts, (written, inFile) => this.engine.swap(written, inFile));
    this.unsaved -= unsaved;
  }
}

function finished<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
