import type { Source } from '../../model';
import type { ReadPaper, Reading } from '../reading';
import { told, type OnPart } from '../told';
import { Bibliography } from './works';

/**
 * Reads BibTeX and biblatex files. An entry that cannot be read costs only itself and is among the findings. Each paper
 * keeps its entry as it stands and what stood before it: put together, the sources are the file, byte for byte.
 */
export function readBibtex(text: string, onPart?: OnPart): Reading {
  const bibliography = new Bibliography(text, onPart);
  const papers: (ReadPaper & { source: Source })[] = [];
  let end = 0;
  for (const work of told(bibliography.works, onPart, { from: bibliography.part })) {
    const read = work.read();
    if (read === null) {
      bibliography.fail(work.start, 'This entry says nothing of a work.', text.slice(work.start, work.end));
      continue;
    }
    const source: Source = { format: 'bibtex', file: '', at: papers.length, before: text.slice(end, work.start), text: text.slice(work.start, work.end) };
    if (work.strings !== undefined) source.strings = work.strings;
    papers.push({ line: work.line, ...read, source });
    end = work.end;
  }
  const last = papers.at(-1);
  if (last !== undefined && end < text.length) last.source.after = text.slice(end);
  return { format: 'bibtex', papers, findings: bibliography.findings };
}
