/** How much text around a phrase helps to see why it counts, in UTF-16 code units. */
const AROUND = 48;

/** A phrase with the words around it. `start` and `end` count UTF-16 code units of `text`. */
export function excerpt(text: string, start: number, end: number): { before: string; phrase: string; after: string } {
  const from = Math.max(0, start - AROUND);
  const to = Math.min(text.length, end + AROUND);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return {
    // Words that were cut through are left out.
    before: from === 0 ? before : `…${before.slice(before.search(/\s/) + 1)}`,
    phrase: text.slice(start, end),
    after: to === text.length ? after : `${after.slice(0, Math.max(0, after.search(/\s\S*$/)))}…`,
  };
}
