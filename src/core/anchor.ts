import type { AbstractRange } from './model';

/** How much text beside a passage is kept to find it again. */
const CONTEXT = 32;

/** The target of a passage of a text: its position, its words and the words around it. */
export function targetOf(text: string, start: number, end: number): AbstractRange {
  return {
    kind: 'abstract', start, end, exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT),
  };
}

/**
 * Where a passage stands in the text as it is now: at its old position if the words are still there,
 * else where its words occur, preferring the occurrence with the most of its old surroundings.
 * Null when the words are gone.
 */
export function locate(target: AbstractRange, text: string): { start: number; end: number } | null {
  const { exact, start } = target;
  if (text.startsWith(exact, start)) return { start, end: start + exact.length };
  let best: { start: number; likeness: number } | null = null;
  for (let at = text.indexOf(exact); at !== -1; at = text.indexOf(exact, at + 1)) {
    const likeness = commonTail(text.slice(Math.max(0, at - CONTEXT), at), target.prefix) + commonHead(text.slice(at + exact.length, at + exact.length + CONTEXT), target.suffix);
    if (best === null || likeness > best.likeness) best = { start: at, likeness };
  }
  return best && { start: best.start, end: best.start + exact.length };
}

function commonHead(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function commonTail(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}
