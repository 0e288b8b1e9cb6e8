/** A word of a text in its normal form, and where it stands there: UTF-16 code units of its page. */
export interface Word { text: string; page: number; start: number; end: number }

/** Scripts that do not put spaces between words: each character counts as one. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}\u00ad\ufb00-\ufb06])+/gu;

/** What stands between the halves of a word that a line's end divides; readers of PDFs write U+0002 or U+FFFE for such a hyphen. */
const DIVIDED = /^(?:[-\u2010\u00ad][^\S\n\r]*(?:\r\n?|\n)|[\u0002\ufffe](?:\r\n?|\n)?)\s*$/;

/**
 * The words of pages in their normal form: what a new setting of the same text changes is not in it, such as spaces, punctuation,
 * ligatures and the division of words at the end of a line or a page. The case of letters stays.
 */
export function wordsOf(pages: readonly string[]): Word[] {
  const words: Word[] = [];
  let last: Word | null = null;
  for (const [page, text] of pages.entries()) {
    for (const match of text.matchAll(WORD)) {
      const start = match.index;
      const word: Word = { text: normal(match[0]), page, start, end: start + match[0].length };
      if (word.text === '') continue;
      if (last !== null && last.page === page && isDivided(last, word, text)) {
        last.text += word.text;
        last.end = word.end;
      } else {
        words.push(word);
        last = word;
      }
    }
  }
  return words;
}

function normal(word: string): string {
  return word.normalize('NFKC').replaceAll('\u00ad', '');
}

function isDivided(before: Word, after: Word, text: string): boolean {
  const gap = after.start - before.end;
  return gap > 0 && gap <= 8 && /^\p{Ll}/u.test(after.text) && DIVIDED.test(text.slice(before.end, after.start));
}

/** What it costs to take one word for another: nothing for the same, little for a number that was renumbered or another form of it, 1 for another. */
export function difference(a: string, b: string): number {
  if (a === b) return 0;
  if (isNumber(a) && isNumber(b)) return 0.3;
  // Most words differ by their first letter, whose case is one bit in most scripts.
  if ((a.charCodeAt(0) | 32) !== (b.charCodeAt(0) | 32)) return 1;
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left === right) return 0.05;
  const shorter = Math.min(left.length, right.length);
  let common = 0;
  while (common < shorter && left[common] === right[common]) common += 1;
  return common >= 4 && common / Math.max(left.length, right.length) >= 0.6 ? 0.35 : 1;
}

export function isNumber(word: string): boolean {
  const first = word.charCodeAt(0);
  return first >= 48 && first <= 57;
}
