import { readBibtex } from '../../src/core/formats/bibtex/readBibtex';
import { toCsl } from '../../src/core/formats/csl';
import type { ReadPaper } from '../../src/core/formats/reading';
import type { Paper } from '../../src/core/model';
import { paper } from '../exportPapers';

/** What Lectern makes of a .bib file, as CSL items: read into papers and taken out again. */
export function cslItemsOf(bib: string): Record<string, unknown>[] {
  return readBibtex(bib).papers.map((read) => ({ ...toCsl(paperOf(read)) }));
}

/** A paper as the library would hold it. */
export function paperOf({ description, citationKey = '', tags = [] }: ReadPaper): Paper {
  return paper({ ...description, citationKey, tags });
}
