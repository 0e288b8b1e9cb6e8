import { create } from 'zustand';
import type { Encoding } from '../../core/formats/decode';
import type { PaperId } from '../../core/model';
import type { BackupInfo } from '../../core/ports';
import type { View } from '../../core/view';

/** Text that is to be imported, with the name of where it came from. */
export interface ImportSource {
  text: string;
  fileName: string;
  /** How the text was decoded, where it comes from a file. */
  encoding?: Encoding;
}

/** The dialog that is open. Importing may begin with a source that was dropped, pasted or is the sample; the backups, with one that is to be restored. */
export type Dialog =
  | { kind: 'import'; sources?: ImportSource[] | 'sample' }
  | { kind: 'export'; selected: PaperId[]; view: View }
  | { kind: 'history' }
  | { kind: 'citation-keys' }
  | { kind: 'regenerate-keys'; ids: PaperId[] }
  | { kind: 'backups'; restore?: BackupInfo }
  | { kind: 'open-library' }
  | { kind: 'shortcuts' };

export const useDialog = create<{ dialog: Dialog | null; open: (dialog: Dialog) => void; close: () => void }>((set) => ({
  dialog: null,
  open: (dialog) => set({ dialog }),
  close: () => set({ dialog: null }),
}));
