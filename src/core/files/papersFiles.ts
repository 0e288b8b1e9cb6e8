import type { Children } from '../children';
import type { Progress } from '../imports';
import type { KeysInUse } from '../keysInUse';
import type { Library } from '../library';
import type { Ports } from '../ports';
import type { Search } from '../search/search';
import { createArrivals, type Arrivals } from './arrivals';
import { attachmentUseCases, type AttachmentUseCases } from './attachments';
import { followFiles } from './following';
import { readFiles } from './readingFiles';

/** The files of the library's papers: what can be done with them, and what is done in the background. */
export interface PapersFiles {
  useCases: AttachmentUseCases;
  arrivals: Arrivals;
  /** Ends the reading of files; a process that ends after one piece of work reads those that this brought first. */
  stopReading(): Promise<void>;
  /** Resolves when the files are where their records have them. */
  settled(): Promise<void>;
}

interface Needs {
  library: Library;
  children: Children;
  keys: KeysInUse;
  /** A process that stays, as its search index does, reads in the background what has not been read yet. */
  ports: Pick<Ports, 'files' | 'texts' | 'clock' | 'ids' | 'search'>;
  search: Pick<Search, 'touch'>;
  onProgress: (progress: Progress) => void;
  /** Hears that searches may find more than before. */
  onMore: () => void;
  onNotice: (text: string) => void;
}

export function papersFiles({ library, children, keys, ports: { files, texts, clock, ids, search: { stays } }, search, onProgress, onMore, onNotice }: Needs): PapersFiles {
  const followed = followFiles({ library, files, onNotice });
  const reading = readFiles({
    library, children, files, texts, followed, onMore, onNotice,
    onRead: (id) => search.touch(id), onState: (state) => onProgress({ label: 'Reading files', ...state }),
  });
  if (stays) reading.start();
  const arrivals = createArrivals(files, () => ids.next());
  return {
    useCases: attachmentUseCases({ library, clock, ids, children, keys, files, texts, followed, arrivals }),
    arrivals,
    stopReading: () => (stays ? reading.stop() : reading.settled()),
    settled: () => followed.settled(),
  };
}
