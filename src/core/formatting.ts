import type { CslItem } from './formats/csl-types';
import type { CitationStyle } from './styles/catalogue';

/** A style, and the language it speaks. */
export interface InStyle {
  style: CitationStyle;
  /** A language tag; without it the one that the style asks for. */
  locale?: string | undefined;
}

/** Work under way: yields the part that is done, from 0 to 1, and returns the entries. Leaving it ends the work. */
export type Formatting = AsyncGenerator<number, string[], void>;

export interface FormattingChoice extends InStyle {
  output: 'text' | 'html';
  /** The entries of a bibliography, one string per item in the order of the style, or one string that cites all items together in the running text. */
  as: 'bibliography' | 'citation';
}

/** Formats references in a citation style, away from the thread that serves the windows. */
export interface BibliographyFormatter {
  format(items: Iterable<CslItem>, options: FormattingChoice): Formatting;
}

/** What work comes to, whatever it yields on the way. */
export async function outcomeOf<T>(work: AsyncGenerator<unknown, T, void>): Promise<T> {
  let step = await work.next();
  while (step.done !== true) step = await work.next();
  return step.value;
}
