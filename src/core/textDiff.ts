import { diffArrays } from 'diff';

type Kind = 'same' | 'added' | 'removed';

/** A stretch of two texts laid beside each other, in reading order. What is too long to be read is left out, and counted in UTF-16 code units. */
export type Segment =
  | { kind: Kind; text: string }
  | { kind: 'left-out'; of: Kind; characters: number };

interface Stretch { kind: Kind; text: string }

/** How much of what stayed the same is shown beside a change. */
const CONTEXT = 90;
/** How much of one added or removed stretch is shown, at its beginning and at its end. */
const SHOWN = 10_000;
/** What is compared word by word, or else line by line; more is shown as replaced. The edits bound the work to a fraction of a second. */
const MAX_TOKENS = 40_000;
const MAX_LENGTH = 1 << 20;
const MAX_EDITS = 1000;
const MAX_MS = 250;

/**
 * What turned one text into another, word by word (Myers' algorithm) between their common beginning and
 * end. The work is bounded, whatever the texts are: where words would take too long lines are compared,
 * and where those would too the whole of it counts as replaced.
 */
export function diffTexts(before: string, after: string): Segment[] {
  const { start, end } = commonEnds(before, after);
  const middle = compared(before.slice(start, before.length - end), after.slice(start, after.length - end));
  return shortened(tidied([
    { kind: 'same', text: after.slice(0, start) },
    ...middle,
    { kind: 'same', text: after.slice(after.length - end) },
  ]));
}

function compared(before: string, after: string): Stretch[] {
  const replaced: Stretch[] = [{ kind: 'removed', text: before }, { kind: 'added', text: after }];
  if (before === '' || after === '' || before.length + after.length > MAX_LENGTH) return replaced;
  return compareTokens(wordsIn(before), wordsIn(after)) ?? compareTokens(linesIn(before), linesIn(after)) ?? replaced;
}

function compareTokens(before: string[], after: string[]): Stretch[] | null {
  if (before.length + after.length > MAX_TOKENS) return null;
  const changes = diffArrays(before, after, { maxEditLength: MAX_EDITS, timeout: MAX_MS });
  return changes?.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') })) ?? null;
}

/** Words, spaces and single signs; scripts without spaces are taken sign by sign. */
function wordsIn(text: string): string[] {
  return text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}_]+|\s+|[^]/gu) ?? [];
}

function linesIn(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/** How much the texts share at either end, without cutting a word. */
function commonEnds(before: string, after: string): { start: number; end: number } {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  while (start > 0 && (insideWord(before, start) || insideWord(after, start))) start -= 1;
  let end = 0;
  while (end < limit - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)) end += 1;
  while (end > 0 && (insideWord(before, before.length - end) || insideWord(after, after.length - end))) end -= 1;
  return { start, end };
}

function insideWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && !isBoundary(text.charCodeAt(at - 1)) && !isBoundary(text.charCodeAt(at));
}

/** Whether a code unit is a space or an ASCII sign. Halves of pairs are not, so pairs stay whole. */
function isBoundary(unit: number): boolean {
  return unit < 0x30 || (unit > 0x39 && unit < 0x41) || (unit > 0x5a && unit < 0x61 && unit !== 0x5f) || (unit > 0x7a && unit <= 0xa0) || unit === 0x2028 || unit === 0x3000;
}

/** Joins changes that only spaces keep apart, the removed before the added, so that they read as one. */
function tidied(stretches: Stretch[]): Stretch[] {
  const out: Stretch[] = [];
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== '') out.push({ kind: 'removed', text: removed });
    if (added !== '') out.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  const present = stretches.filter(({ text }) => text !== '');
  for (const [index, { kind, text }] of present.entries()) {
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (removed !== '' && added !== '' && index < present.length - 1 && /^[^\S\n]{1,3}$/.test(text)) {
      removed += text;
      added += text;
    } else {
      flush();
      out.push({ kind, text });
    }
  }
  flush();
  return out;
}

function shortened(stretches: Stretch[]): Segment[] {
  return stretches.flatMap(({ kind, text }, index): Segment[] => {
    if (kind !== 'same') return cut(kind, text, SHOWN, SHOWN);
    return cut(kind, text, index === 0 ? 0 : CONTEXT, index === stretches.length - 1 ? 0 : CONTEXT);
  });
}

/** A stretch without its middle, where that is worth leaving out. */
function cut(kind: Kind, text: string, head: number, tail: number): Segment[] {
  if (text.length <= head + tail + CONTEXT) return [{ kind, text }];
  const from = head === 0 ? 0 : (lineEnd(text, head) ?? wordEnd(text, head));
  const to = tail === 0 ? text.length : (lineEnd(text, text.length - tail) ?? wordEnd(text, text.length - tail));
  const parts: Segment[] = [{ kind, text: text.slice(0, from) }, { kind: 'left-out', of: kind, characters: to - from }, { kind, text: text.slice(to) }];
  return parts.filter((part) => part.kind === 'left-out' || part.text !== '');
}

/** The end of a line that is near, with the empty lines behind it; null where there is none. */
function lineEnd(text: string, at: number): number | null {
  const near = text.slice(at, at + CONTEXT / 2);
  const end = /\n+/.exec(near);
  return end === null ? null : at + end.index + end[0].length;
}

/** The end of the word at a place, or the place itself where the word is very long; never inside a pair. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < at + 40 && insideWord(text, end)) end += 1;
  const unit = text.charCodeAt(end);
  return unit >= 0xdc00 && unit <= 0xdfff ? end + 1 : end;
}
