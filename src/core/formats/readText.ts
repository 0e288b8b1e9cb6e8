import type { Finding } from './reading';

const shownLength = 500;

/** The input with one kind of line end and without a byte order mark, so that line numbers are the editor's. */
export function normalizeLineEnds(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

/** Every run of white space (line wraps and no-break spaces too) becomes one space; nothing else is touched. */
export function squash(text: string): string {
  return /[^\S ]| {2}|^ | $/.test(text) ? text.replace(/\s+/g, ' ').trim() : text;
}

/** Running text: wrapped lines are joined, paragraphs stay apart with one empty line between them. */
export function squashParagraphs(text: string): string {
  if (!/[\r\n]/.test(text)) return squash(text);
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map(squash)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

export function finding(line: number, reason: string, text: string): Finding {
  return { line, reason, text: text.slice(0, shownLength) };
}

/** The line, counted from 0, in which an offset lies; `starts` are the offsets where lines begin, in order. */
export function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Turns offsets of `text` into line numbers counted from 1, in logarithmic time each. */
export function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => lineAt(starts, offset) + 1;
}
