import type { Cancellation } from '../cancelling';
import type { Children } from '../children';
import { DomainError } from '../errors';
import type { Library } from '../library';
import type { Attachment, AttachmentId, PaperId } from '../model';
import type { Files } from './files';
import type { FollowedFiles } from './following';
import type { FileTexts } from './texts';

/** How far the reading of files is: `done` of `total` that had to be read. */
export interface ReadingState { done: number; total: number }

/** After so many files the windows are told that more can be found. */
const AT_ONCE = 50;

/** Reads the files of papers in the background, so that their words can be found. */
export interface ReadingFiles {
  /** Reads what has not been read yet, and each file that comes. */
  start(): void;
  /** Resolves when all that was asked for so far is read. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

interface Needs {
  library: Library;
  children: Children;
  files: Files;
  texts: FileTexts;
  followed: FollowedFiles;
  /** Hears of papers whose files have been read. */
  onRead: (paperId: PaperId) => void;
  onState: (state: ReadingState) => void;
  /** Hears now and then, and at the end, that there is more to be found. */
  onMore: () => void;
  onNotice: (text: string) => void;
}

export function readFiles({ library, children, files, texts, followed, onRead, onState, onMore, onNotice }: Needs): ReadingFiles {
  const waiting: AttachmentId[] = [];
  let [done, total] = [0, 0];
  /** Files that were read and nobody was told of. */
  let untold = 0;
  let running: Promise<void> | null = null;
  let isStopped = false;
  let stop: () => void = () => undefined;
  const requested = new Promise<void>((resolve) => { stop = resolve; });
  const cancellation: Cancellation = { get isCancelled() { return isStopped; }, requested };

  function ask(id: AttachmentId): void {
    if (isStopped) return;
    waiting.push(id);
    total += 1;
    running ??= run();
  }

  async function run(): Promise<void> {
    for (let id = waiting.shift(); id !== undefined && !isStopped; id = waiting.shift()) {
      await readOne(id);
      done += 1;
      if (isStopped) break;
      if (waiting.length > 0 || total > 1) onState({ done, total });
      if (untold > 0 && (waiting.length === 0 || untold >= AT_ONCE)) {
        untold = 0;
        onMore();
      }
    }
    [done, total] = [0, 0];
    running = null; // in the same turn as the last look at what waits
  }

  async function readOne(id: AttachmentId): Promise<void> {
    await followed.settled();
    const attachment = library.tables.attachments.get(id);
    if (attachment === undefined) return;
    const outcome = await outcomeOf(attachment, { library, files, texts, followed, cancellation });
    if (outcome.kind === 'moved') waiting.push(id);
    if (outcome.kind === 'failed') onNotice(`The text of “${attachment.originalName}” could not be read. ${outcome.reason}`);
    if (outcome.kind !== 'read' && !(outcome.kind === 'known' && isFresh.has(id))) return;
    isFresh.delete(id);
    onRead(attachment.paperId);
    untold += 1;
  }

  /** Files whose text was known before their paper had them: the index has not heard of it. */
  const isFresh = new Set<AttachmentId>();

  library.onCommit(({ changes }) => {
    for (const { op, table, id } of changes) {
      if (op !== 'create' || table !== 'attachments') continue;
      isFresh.add(id as AttachmentId);
      ask(id as AttachmentId);
    }
  });

  return {
    start() {
      void children.ready.then(() => { for (const id of library.tables.attachments.keys()) ask(id); }, () => undefined);
    },
    async settled() {
      while (running !== null) await running;
    },
    async stop() {
      isStopped = true;
      stop();
      if (running !== null) await running;
    },
  };
}

/** What came of a file whose turn it was; `moved`: it was renamed meanwhile, and is read under its new name. */
type Outcome = { kind: 'read' | 'known' | 'missing' | 'moved' | 'cancelled' } | { kind: 'failed'; reason: string };

async function outcomeOf(attachment: Attachment, { library, files, texts, followed, cancellation }: Pick<Needs, 'library' | 'files' | 'texts' | 'followed'> & { cancellation: Cancellation }): Promise<Outcome> {
  const { id, sha256, place, type } = attachment;
  const hasMoved = (): boolean => JSON.stringify(library.tables.attachments.get(id)?.place ?? place) !== JSON.stringify(place);
  try {
    if ((await texts.known(sha256)) !== null) return { kind: 'known' };
    if ((await followed.stateOf(attachment)) !== 'there') return { kind: hasMoved() ? 'moved' : 'missing' };
    await texts.read({ sha256, path: files.pathOf(place), type }, { onPart: () => undefined, cancellation });
    return { kind: 'read' };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'cancelled') return { kind: 'cancelled' };
    return hasMoved() ? { kind: 'moved' } : { kind: 'failed', reason: error instanceof Error ? error.message : '' };
  }
}
