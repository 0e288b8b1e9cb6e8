import { LibraryFolder } from './libraryFolder';
import type { Compact } from './lowdbStore';

/** Renews the snapshot from the files alone; the journal may grow meanwhile, in a segment behind `seq`. */
export const compactFiles: Compact = async (folder, seq) => {
  const files = new LibraryFolder(folder);
  const snapshot = await files.read(seq);
  if (snapshot !== null) await files.write(snapshot);
};
