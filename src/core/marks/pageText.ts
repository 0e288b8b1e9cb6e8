/** A run of text as pdf.js gives it (`getTextContent`). */
export interface TextRun {
  str: string;
  /** Whether a line ends behind it. */
  hasEOL: boolean;
}

/** The text of a page, with the place where each run begins. */
export interface PageText {
  text: string;
  /** UTF-16 offsets into `text`, one for each run. */
  starts: number[];
}

/**
 * The normal form of a page's text, in which `start` and `end` of a mark count: the runs in the order of the page's
 * content, as they are, with one line feed behind each run that ends a line, and nothing else between them. It is what a
 * page of pdf.js's text layer holds when its line breaks are read as line feeds.
 */
export function pageTextOf(runs: readonly TextRun[]): PageText {
  const starts: number[] = [];
  let text = '';
  for (const { str, hasEOL } of runs) {
    starts.push(text.length);
    text += hasEOL ? `${str}\n` : str;
  }
  return { text, starts };
}

/** The run that an offset lies in: the last one that begins at it or before it. -1 for a page without text. */
export function runAt({ starts }: PageText, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** How much text beside a passage is kept to find it again. */
const CONTEXT = 64;

/** A passage of a page's text as a mark keeps it. White space at its ends is left out; null where nothing remains. */
export function passageOf({ text }: PageText, from: number, to: number): { start: number; end: number; exact: string; prefix: string; suffix: string } | null {
  const chosen = text.slice(from, to);
  const start = from + (chosen.length - chosen.trimStart().length);
  const end = from + chosen.trimEnd().length;
  if (start >= end) return null;
  return { start, end, exact: text.slice(start, end), prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT) };
}

/** A passage as a person reads it: lines joined, words that a line end divided made whole. */
export function readable(exact: string): string {
  return exact.replace(/(\p{Ll})[-\u00ad]\n(?=\p{Ll})/gu, '$1').replace(/\s+/g, ' ').trim();
}
