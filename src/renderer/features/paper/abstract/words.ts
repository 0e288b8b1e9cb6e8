import { shownText, type Token } from '../../../../core/tex';
import type { Passage } from '../../../ui/segments';

/** A word of a text, without the punctuation around it. */
export interface Word extends Passage {
  /** Whether a sentence begins with it. */
  opensSentence: boolean;
}

const opening = /^[(["'“‘]+/;
const closing = /[)\]"'”’.,;:!?]+$/;
const sentenceEnd = /[.!?][)\]"'”’]*$/;

/** The words of a text; what is written together is one word, so `20$\times$` is, formula and all. */
export function wordsOf(text: string, tokens: readonly Token[]): Word[] {
  const words: Word[] = [];
  let opensSentence = true;
  for (const run of runsOf(text, tokens)) {
    const start = run.start + (run.opensWithText ? (opening.exec(text.slice(run.start, run.end))?.[0].length ?? 0) : 0);
    const end = run.end - (run.closesWithText ? (closing.exec(text.slice(start, run.end))?.[0].length ?? 0) : 0);
    if (start < end) {
      words.push({ start, end, opensSentence });
      opensSentence = false;
    }
    if (run.closesWithText && sentenceEnd.test(text.slice(run.start, run.end))) opensSentence = true;
  }
  return words;
}

interface Run extends Passage {
  opensWithText: boolean;
  closesWithText: boolean;
}

/** What stands between white space. Tokens that show nothing are part of a run only inside it. */
function runsOf(text: string, tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  const grow = ({ start, end }: Passage, isText: boolean) => {
    if (run === null) runs.push(run = { start, end, opensWithText: isText, closesWithText: isText });
    else Object.assign(run, { end, closesWithText: isText });
  };
  for (const token of tokens) {
    if (token.kind !== 'text') {
      if (shownText(text, token) !== '') grow(token, false);
      continue;
    }
    const source = text.slice(token.start, token.end);
    if (/^\s/.test(source)) run = null;
    for (const match of source.matchAll(/\S+/g)) {
      if (match.index > 0) run = null;
      const start = token.start + match.index;
      grow({ start, end: start + match[0].length }, true);
    }
    if (/\s$/.test(source)) run = null;
  }
  return runs;
}

/** Where a reader is in a text by words: the cursor, and where the chosen passage began. */
export interface WordCursor {
  anchor: number;
  head: number;
}

export type Step = 'next' | 'previous' | 'nextSentence' | 'previousSentence' | 'first' | 'last';

/** Moves the cursor by a step. `extend` keeps where the passage began. The first step from nowhere leads to the first word. */
export function moved(cursor: WordCursor | null, step: Step, extend: boolean, words: readonly Word[]): WordCursor | null {
  if (words.length === 0) return null;
  if (cursor === null) {
    const start = step === 'last' ? words.length - 1 : 0;
    return { anchor: start, head: start };
  }
  const from = Math.min(cursor.head, words.length - 1);
  const head = extend && step === 'nextSentence' ? sentenceEndAfter(from, words) : stepped(from, step, words);
  return { anchor: extend ? Math.min(cursor.anchor, words.length - 1) : head, head };
}

function stepped(head: number, step: Step, words: readonly Word[]): number {
  const last = words.length - 1;
  switch (step) {
    case 'first': return 0;
    case 'last': return last;
    case 'next': return Math.min(head + 1, last);
    case 'previous': return Math.max(head - 1, 0);
    case 'nextSentence': return openingAfter(head, words) ?? last;
    default: return Math.max(words.findLastIndex((word, index) => index < head && word.opensSentence), 0);
  }
}

/** The last word of the sentence, or of the next one for whom is at the end of a sentence already. */
function sentenceEndAfter(head: number, words: readonly Word[]): number {
  return (openingAfter(head + 1, words) ?? words.length) - 1;
}

function openingAfter(head: number, words: readonly Word[]): number | undefined {
  const next = words.findIndex((word, index) => index > head && word.opensSentence);
  return next === -1 ? undefined : next;
}

/** The passage between the two ends of a cursor, both words included. */
export function passageUnder({ anchor, head }: WordCursor, words: readonly Word[]): Passage | null {
  const from = words[Math.min(anchor, head)];
  const to = words[Math.max(anchor, head)];
  return from === undefined || to === undefined ? null : { start: from.start, end: to.end };
}

/** The cursor that stands for a passage chosen otherwise, such as with the mouse. */
export function cursorOver({ start, end }: Passage, words: readonly Word[]): WordCursor | null {
  const anchor = words.findIndex((word) => word.end > start);
  const head = words.findLastIndex((word) => word.start < end);
  return anchor === -1 || head === -1 ? null : { anchor, head: Math.max(anchor, head) };
}
