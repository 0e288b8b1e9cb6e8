import { lineAt } from '../readText';

/** A place in a text as an editor counts it, both from 1; the column is in UTF-16 code units. */
export interface Place {
  line: number;
  column: number;
}

/** Turns offsets of `text` into places, in logarithmic time each. Lines end with LF, CR or both. */
export function placesIn(text: string): (offset: number) => Place {
  const starts = text.includes('\r') ? startsAfter(text) : startsAfterLineFeeds(text);
  return (offset) => {
    const line = lineAt(starts, offset);
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

function startsAfter(text: string): number[] {
  const starts = [0];
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
  return starts;
}

function startsAfterLineFeeds(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
