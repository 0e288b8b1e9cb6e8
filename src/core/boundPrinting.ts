import { bibtexPieces, printEntry, type PrintEntry } from './formats/bibtex';
import type { BoundFormat, Paper, PaperId } from './model';
import type { Clock } from './ports';
import { inSlices } from './slices';

/** The extension of a file in a format. */
export const boundExtensions: Record<BoundFormat, string> = { bibtex: 'bib', biblatex: 'bib' };

/** Prints the papers of a file that is kept up to date, and remembers their entries: only what is new or changed is printed again. */
export interface BoundPrinter {
  /** The pieces of the file, one behind the other. Imported files of which every paper is among them are given back whole. */
  print(papers: readonly Paper[], wholeFiles: ReadonlySet<string>, format: BoundFormat): Promise<string[]>;
  /** How many entries have been printed so far, and not remembered. */
  readonly printed: number;
}

/**
 * Records are immutable, so that an entry holds as long as the paper's record is the one that it was printed from, under
 * the same key
 * and in the same format. One that inherits holds only as long as the same papers are in the file as well: they are who lends.
 */
interface Entry { paper: Paper; key: string; format: BoundFormat; inherits: boolean; text: string }

export function createBoundPrinter(clock: Pick<Clock, 'elapsed' | 'breathe'>): BoundPrinter {
  let known = new Map<PaperId, Entry>();
  let printed = 0;

  function entryOf(paper: Paper, key: string, format: BoundFormat, lenders: () => string): Entry {
    const entry: Entry = { paper, key, format, inherits: false, text: '' };
    entry.text = printEntry(paper, key, () => {
      entry.inherits = true;
      return lenders();
    }, format);
    printed += 1;
    return entry;
  }

  return {
    get printed() { return printed; },
    async print(papers, wholeFiles, format) {
      const entries = new Map<PaperId, Entry>();
      const isSameFile = papers.length === known.size && papers.every(({ id }) => known.has(id));
      const remembering: PrintEntry = (paper, key, lenders) => {
        const before = known.get(paper.id);
        const holds = before?.paper === paper && before.key === key && before.format === format && (isSameFile || !before.inherits);
        const entry = holds ? before : entryOf(paper, key, format, lenders);
        entries.set(paper.id, entry);
        return entry.text;
      };
      const pieces: string[] = [];
      await inSlices(bibtexPieces(papers, { print: remembering, wholeFiles }), clock, (piece) => { pieces.push(piece); });
      known = entries; // what left the file is forgotten
      return pieces;
    },
  };
}
