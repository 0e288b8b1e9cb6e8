import { z } from 'zod';
import { biblatexPieces, bibtexPieces } from './formats/bibtex';
import { cslItems } from './formats/csl';
import { markdownItems } from './formats/formattedMarkdown';
import { rtfFrame, rtfParagraphs } from './formats/formattedRtf';
import { printCff } from './formats/printCff';
import { cslYamlFrame, cslYamlItems } from './formats/printCslYaml';
import { csvLines } from './formats/printCsv';
import { endnoteFrame, endnoteRecords } from './formats/printEndnoteXml';
import { hayagrivaEntries } from './formats/printHayagriva';
import { wordFrame, wordSources } from './formats/printWordXml';
import { risRecords } from './formats/ris';
import type { Paper } from './model';

/** Formats that describe works, and then the bibliographies that are set in a citation style. */
export const DescribedFormat = z.enum(['bibtex', 'biblatex', 'ris', 'csl-json', 'csl-yaml', 'hayagriva', 'endnote-xml', 'word-xml', 'cff', 'csv']);
export type DescribedFormat = z.infer<typeof DescribedFormat>;
export const FormattedFormat = z.enum(['text', 'html', 'markdown', 'rtf']);
export type FormattedFormat = z.infer<typeof FormattedFormat>;
export const ExportFormat = z.enum([...DescribedFormat.options, ...FormattedFormat.options]);
export type ExportFormat = z.infer<typeof ExportFormat>;

export function isFormattedFormat(format: ExportFormat): format is FormattedFormat {
  return FormattedFormat.safeParse(format).success;
}

/** What a file in a format is. */
export interface FileKind {
  extension: string;
  mediaType: string;
}

/** How the pieces of a file, one for each paper, stand in it. */
interface Framed {
  head?: string;
  separator?: string;
  foot?: string;
}

interface DescribedPrinter extends FileKind, Framed {
  /** `wholeFiles`: the imported files of which every paper is among these. */
  pieces: (papers: readonly Paper[], wholeFiles: ReadonlySet<string>) => Iterable<string>;
}

/** `pieces` makes them of what the citation processor made, which is HTML save for plain text. */
interface FormattedPrinter extends FileKind, Framed {
  output: 'text' | 'html';
  pieces: (entries: readonly string[]) => Iterable<string>;
}

export const describedPrinters: Record<DescribedFormat, DescribedPrinter> = {
  bibtex: { extension: 'bib', mediaType: 'application/x-bibtex', pieces: (papers, wholeFiles) => bibtexPieces(papers, { wholeFiles }) },
  biblatex: { extension: 'bib', mediaType: 'application/x-bibtex', pieces: (papers, wholeFiles) => biblatexPieces(papers, { wholeFiles }) },
  ris: { extension: 'ris', mediaType: 'application/x-research-info-systems', separator: '\r\n', pieces: risRecords },
  'csl-json': { extension: 'json', mediaType: 'application/json', head: '[\n', separator: ',\n', foot: '\n]\n', pieces: cslItems },
  'csl-yaml': { extension: 'yaml', mediaType: 'application/yaml', ...cslYamlFrame, pieces: cslYamlItems },
  hayagriva: { extension: 'yml', mediaType: 'application/yaml', pieces: hayagrivaEntries },
  'endnote-xml': { extension: 'xml', mediaType: 'application/xml', ...endnoteFrame, pieces: endnoteRecords },
  'word-xml': { extension: 'xml', mediaType: 'application/xml', ...wordFrame, pieces: wordSources },
  cff: { extension: 'cff', mediaType: 'application/yaml', pieces: (papers) => papers.map(printCff) },
  csv: { extension: 'csv', mediaType: 'text/csv', pieces: csvLines },
};

export const formattedPrinters: Record<FormattedFormat, FormattedPrinter> = {
  text: { extension: 'txt', mediaType: 'text/plain', output: 'text', pieces: (entries) => entries.map((entry) => `${entry}\n`) },
  html: { extension: 'html', mediaType: 'text/html', output: 'html', separator: '\n', pieces: (entries) => entries },
  markdown: { extension: 'md', mediaType: 'text/markdown', output: 'html', pieces: markdownItems },
  rtf: { extension: 'rtf', mediaType: 'application/rtf', output: 'html', ...rtfFrame, pieces: rtfParagraphs },
};
