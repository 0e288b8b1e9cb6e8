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

/** Formats references in a citation style, away from the thread that serves the windows. One string per item, in the order of the style. */
export interface BibliographyFormatter {
  format(items: readonly CslItem[], style: CitationStyle, output: 'text' | 'html'): Promise<string[]>;
  formatting(items: readonly CslItem[], options: InStyle & { output: 'text' | 'html' }): Formatting;
}

/** Waits for the entries, whatever has been done on the way. */
export async function entriesOf(formatting: Formatting): Promise<string[]> {
  let step = await formatting.next();
  while (step.done !== true) step = await formatting.next();
  return step.value;
}
