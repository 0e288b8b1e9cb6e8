/** A place in a text as an editor counts it, both from 1; the column is in UTF-16 code units. */
export interface Place {
  line: number;
  column: number;
}

/** Turns offsets of `text` into places, in logarithmic time each. Lines end with LF, CR or both. */
export function placesIn(text: string): (offset: number) => Place {
  const starts = text.includes('\r') ? startsAfter(text) : startsAfterLineFeeds(text);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
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
