import { withPrefix } from './dictionary';
import { gatherIn, take, type Gathered } from './gathering';
import { foldWord } from './tokens';
import { scored, type Searched } from './words';

/** A pattern as terms are compared with it: letters, `*` and `?`, parts of one word as one word; undefined where it has no letter. */
export function readPattern(text: string): string | undefined {
  const folded = text.replace(/[^*?]+/g, foldWord).replace(/[^\p{L}\p{N}\p{M}*?]+/gu, '').replace(/\*+/g, '*');
  return /[^*?]/.test(folded) ? folded : undefined;
}

/** Gathers the papers that have a word like a pattern. */
export function gatherPattern(searched: Searched, pattern: string, mask: number): Gathered[] {
  const start = /^[^*?]*/.exec(pattern)?.[0] ?? '';
  const gathered = searched.parts.map((part) => {
    const into = take(part);
    for (const entry of withPrefix(part.segment.dictionary, start)) {
      if (fits(entry.term, pattern)) gatherIn(part, entry, { weight: 1, mask, averages: searched.averages }, into);
    }
    return into;
  });
  return scored(searched, gathered);
}

/** Whether a term is as the pattern says. Goes back to the last `*` alone, so it takes no more steps than the product of the lengths. */
export function fits(term: string, pattern: string): boolean {
  let [at, of] = [0, 0];
  let [star, from] = [-1, 0];
  while (at < term.length) {
    if (pattern[of] === '*') {
      star = of;
      from = at;
      of += 1;
    } else if (of < pattern.length && (pattern[of] === '?' || pattern[of] === term[at])) {
      at += 1;
      of += 1;
    } else if (star >= 0) {
      from += 1;
      at = from;
      of = star + 1;
    } else return false;
  }
  while (pattern[of] === '*') of += 1;
  return of === pattern.length;
}
