import { z } from 'zod';
import { DomainError } from './errors';
import { describedPrinters, formattedPrinters, isFormattedFormat, type ExportFormat, type FormattedFormat } from './exportFormats';
import { toCsl, type CslItem } from './formats/csl';
import type { Library } from './library';
import { reportLosses, type LossReport } from './lossReport';
import { PaperId, type Paper } from './model';
import { outcomeOf, type BibliographyFormatter, type InStyle } from './formatting';
import type { Clock } from './ports';
import { View, type Viewer } from './view';
import { wholeFilesAmong } from './wholeFiles';

/** Which papers: some by id, in that order, or all that a view shows. */
export const Selection = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('papers'), ids: z.array(PaperId).max(1_000_000) }),
  z.strictObject({ kind: z.literal('view'), view: View }),
]);
export type Selection = z.infer<typeof Selection>;

export { ExportFormat } from './exportFormats';

export interface Exported {
  /** The whole file; for HTML a fragment, fit for the clipboard. */
  content: string;
  extension: string;
  mediaType: string;
  count: number;
}

interface ToPrint extends InStyle { selection: Selection; format: ExportFormat }

/** A piece of what `print` answers. While that is being made, pieces are empty and tell the `part` that is done, from 0 to 1. */
export type ExportPortion = Exported & { part?: number };

export interface ExportUseCases {
  /** Prints papers in a format; `style` is that of formatted bibliographies. */
  print(input: ToPrint): Promise<Exported>;
  /** The content of `print` piece by piece. Leaving it ends the work. */
  portions(input: ToPrint): AsyncGenerator<ExportPortion, void>;
  /** What of these papers the format cannot hold, and why. */
  losses(input: Pick<ToPrint, 'selection' | 'format'>): Promise<LossReport>;
}

/** The length of a portion, in UTF-16 code units. */
const PORTION = 1 << 20;

/** What is printed at a stretch before waiting requests get their turn, in milliseconds. */
const SLICE_MS = 12;

interface Needs { library: Library; viewer: Pick<Viewer, 'papers'>; formatter: BibliographyFormatter; clock: Clock }

export function exportUseCases({ library, viewer, formatter, clock }: Needs): ExportUseCases {
  async function selected(selection: Selection): Promise<Paper[]> {
    const papers = selection.kind === 'view'
      ? await viewer.papers(selection.view)
      : selection.ids.flatMap((id) => library.tables.papers.get(id) ?? []);
    if (papers.length === 0) throw new DomainError('not-found', 'There is no paper to export. Select some, or change the filter.');
    return papers;
  }

  async function joined(entries: Iterable<string>, separator: string): Promise<string> {
    const printed: string[] = [];
    let began = clock.elapsed();
    for (const entry of entries) {
      printed.push(entry);
      if (clock.elapsed() - began < SLICE_MS) continue;
      await clock.breathe();
      began = clock.elapsed();
    }
    return printed.join(separator);
  }

  async function* printing({ selection, format, style, locale }: ToPrint): AsyncGenerator<ExportPortion, Exported, void> {
    const papers = await selected(selection);
    if (format === 'cff' && papers.length > 1) throw new DomainError('invalid-input', 'A CITATION.cff is about one work. Choose a single paper.');
    const { head = '', separator = '', foot = '', extension, mediaType } = isFormattedFormat(format) ? formattedPrinters[format] : describedPrinters[format];
    const pieces = isFormattedFormat(format) ? yield* formatted(papers, format, { style, locale }) : describedPrinters[format].pieces(papers, wholeFilesAmong(papers, library.tables.papers.values()));
    return { content: `${head}${await joined(pieces, separator)}${foot}`, extension, mediaType, count: papers.length };
  }

  async function* formatted(papers: readonly Paper[], format: FormattedFormat, inStyle: InStyle): AsyncGenerator<ExportPortion, Iterable<string>, void> {
    const { output, pieces, extension, mediaType } = formattedPrinters[format];
    const formatting = formatter.format(cslOf(papers), { ...inStyle, output, as: 'bibliography' });
    try {
      for (;;) {
        const step = await formatting.next();
        if (step.done === true) return pieces(step.value);
        yield { content: '', extension, mediaType, count: papers.length, part: step.value };
      }
    } finally {
      await formatting.return([]);
    }
  }

  async function* portions(input: ToPrint): AsyncGenerator<ExportPortion, void> {
    const { content, ...whole } = yield* printing(input);
    let from = 0;
    do {
      const to = from + PORTION;
      // A character of two code units stays in one piece.
      const until = /[\uD800-\uDBFF]/.test(content.charAt(to - 1)) ? to + 1 : to;
      yield { content: content.slice(from, until), ...whole };
      from = until;
    } while (from < content.length);
  }

  return {
    print: (input) => outcomeOf(printing(input)),
    portions,
    losses: async ({ selection, format }) => reportLosses(await selected(selection), format, clock),
  };
}

function* cslOf(papers: readonly Paper[]): Generator<CslItem, void> {
  for (const paper of papers) yield toCsl(paper);
}
