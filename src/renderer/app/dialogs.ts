import { create } from 'zustand';
import type { Encoding } from '../../core/formats/decode';
import type { CollectionId, PaperId } from '../../core/model';
import type { BackupInfo } from '../../core/ports';
import type { View } from '../../core/view';

/** Text that is to be imported, with the name of where it came from. */
export interface ImportSource {
  text: string;
  fileName: string;
  /** How the text was decoded, where it comes from a file. */
  encoding?: Encoding;
}

/** The dialog that is open. Importing may begin with a source that was dropped, pasted or is the sample; the files kept up to date, with a part of the library that a new one is to follow; the backups, with one that is to be restored. */
export type Dialog =
  | { kind: 'import'; sources?: ImportSource[] | 'sample' }
  /** PDFs that become papers or go to some, one after the other, and what is imported behind them. */
  | { kind: 'add-files'; files: readonly File[]; sources: ImportSource[] }
  | { kind: 'export'; selected: PaperId[]; view: View }
  | { kind: 'cite' }
  | { kind: 'cite-keys' }
  | { kind: 'history' }
  | { kind: 'bindings'; make?: Pick<View, 'scope' | 'filter'> }
  | { kind: 'citation-keys' }
  | { kind: 'regenerate-keys'; ids: PaperId[] }
  | { kind: 'backups'; restore?: BackupInfo }
  | { kind: 'open-library' }
  /** A new smart collection, or (with its id) one whose name or query is to be changed. */
  | { kind: 'smart-collection'; query: string; id?: CollectionId; name?: string }
  | { kind: 'query-help' }
  | { kind: 'palette' }
  | { kind: 'shortcuts' };

export const useDialog = create<{ dialog: Dialog | null; open: (dialog: Dialog) => void; close: () => void }>((set) => ({
  dialog: null,
  open: (dialog) => set({ dialog }),
  close: () => set({ dialog: null }),
}));
