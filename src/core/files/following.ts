import type { Library } from '../library';
import type { Attachment } from '../model';
import type { ReadonlyTables } from '../tables';
import type { Files } from './files';
import { movesFor, removedFile } from './places';
import { foldedFile } from './naming';

/** What became of a file: it is as the record says, it is there with another length, or it is not there. */
export type FileState = 'there' | 'changed' | 'missing';

/** Files and their records, brought together. */
export interface FollowedFiles {
  /** Where a file is, once it has followed its record. One of `files/` that is not in its place is looked for by what it holds, and put there. */
  stateOf(attachment: Attachment): Promise<FileState>;
  /** Resolves when the files are where the records have them. */
  settled(): Promise<void>;
}

/**
 * Lets the files in `files/` follow their records: they are moved behind the commit of the change, so the records are
 * always right and a file is at the worst where an earlier record had it.
 */
export function followFiles({ library, files, onNotice }: { library: Library; files: Files; onNotice: (text: string) => void }): FollowedFiles {
  let last: Promise<void> = Promise.resolve();
  const behind = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work).catch((error: unknown) => onNotice(`A file of a paper could not be moved. ${error instanceof Error ? error.message : ''}`));
    return last;
  };
  library.onCommit(({ changes }) => {
    const moves = movesFor(changes, library.tables);
    if (moves.length > 0) void behind(() => files.move(moves));
  });

  /** Puts a file back that is not where its record has it: a crash came between, or somebody moved it. */
  async function putBack({ id, place, bytes, sha256 }: Attachment): Promise<void> {
    if (place.kind !== 'library') return;
    const named = filesNamed(library.tables);
    const candidates = [removedFile(id, place.file), ...(await files.ofLength(bytes, null))];
    for (const file of candidates) {
      if (named.has(foldedFile(file)) || (await files.read({ kind: 'library', file }))?.sha256 !== sha256) continue;
      await files.move([{ from: file, to: place.file }]);
      return;
    }
  }

  return {
    settled: () => last,
    async stateOf(attachment) {
      await last;
      const { place } = attachment;
      let found = await files.look(place);
      if (found === null && place.kind === 'library') {
        await behind(() => putBack(attachment));
        found = await files.look(place);
      }
      if (found === null) return 'missing';
      return found.bytes === attachment.bytes ? 'there' : 'changed';
    },
  };
}

/** The files that records name; nobody else may have them. */
function filesNamed({ attachments }: Pick<ReadonlyTables, 'attachments'>): Set<string> {
  return new Set([...attachments.values()].flatMap(({ place }) => (place.kind === 'library' ? foldedFile(place.file) : [])));
}
