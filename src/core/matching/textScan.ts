import type { Wording } from '../query';
import { fitsGlob } from '../query/glob';
import { areLike } from '../likeness';
import { asWords, lineOf, type SearchTexts } from './searchTexts';
import type { Searcher, Test, TextQuery } from './sources';

/** Finds papers by reading the texts of all of them. */
export function scanTexts(texts: SearchTexts): Searcher {
  return { prepare: async (query) => textTest(query, texts) };
}

function textTest(query: TextQuery, texts: SearchTexts): Test {
  switch (query.kind) {
    case 'all': {
      const tests = query.parts.map((part) => textTest(part, texts));
      return (paper) => tests.every((test) => test(paper));
    }
    case 'any': {
      const tests = query.parts.map((part) => textTest(part, texts));
      return (paper) => tests.some((test) => test(paper));
    }
    case 'not': {
      const test = textTest(query.part, texts);
      return (paper) => !test(paper);
    }
    case 'text': {
      const holds = wordingTest(query.wording);
      return (paper) => holds(lineOf(texts.of(paper), query.field));
    }
  }
}

/** Scripts that are written without spaces, in which a word may begin anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Whether a text, as `asWords` gives it, has what is looked for. */
export function wordingTest(wording: Wording): (text: string) => boolean {
  switch (wording.match) {
    case 'word': return including(wording.text, (words) => words.trimEnd());
    case 'phrase': return including(wording.text, (words) => words);
    case 'pattern': return patternTest(wording.parts.map((part) => asWords(part).trim()));
    case 'fuzzy': {
      const wanted = asWords(wording.text).trim().split(' ');
      return (text) => wanted.every((word) => hasLike(text, word));
    }
  }
}

function including(text: string, cut: (words: string) => string): (text: string) => boolean {
  const words = asWords(text);
  const wanted = unspaced.test(words) ? words.trim() : cut(words);
  return (line) => line.includes(wanted);
}

function patternTest(parts: readonly string[]): (text: string) => boolean {
  const first = ` ${parts[0] ?? ''}`;
  return (text) => {
    for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
      if (fitsGlob(parts, wordFrom(text, at + 1, first.length - 1))) return true;
    }
    return false;
  };
}

/** The word that begins at a place; what is sure of it, its first letters, may go over several. */
function wordFrom(text: string, start: number, sure: number): string {
  return text.slice(start, text.indexOf(' ', start + sure));
}

function hasLike(text: string, wanted: string): boolean {
  const most = wanted.length < 3 ? 0 : wanted.length < 6 ? 1 : 2;
  for (let start = text.indexOf(' '); start !== -1;) {
    const end = text.indexOf(' ', start + 1);
    if (end === -1) return false;
    if (Math.abs(end - start - 1 - wanted.length) <= most && areLike(text.slice(start + 1, end), wanted, most)) return true;
    start = end;
  }
  return false;
}
