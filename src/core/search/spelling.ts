import { isPaired, tokenize } from './tokens';

/** A word that is looked for, `at` words behind the first that was typed with it. */
export interface TypedWord {
  term: string;
  at: number;
  /** One character of a script that is kept in pairs: all pairs that begin with it are meant. */
  begins: boolean;
}

/** What was typed as one word: its parts, and where hyphens or apostrophes hold it together, all of it as one. */
export interface Typed { words: TypedWord[]; compound?: string }

/** Takes apart what was typed, as texts are. The last character of a run of pairs is in the pair before it. */
export function readTyped(texts: readonly string[]): Typed {
  const words: TypedWord[] = [];
  let compound: string | undefined;
  let next = 0;
  for (const text of texts) {
    let pairEnd = -1;
    next = tokenize(text, (term, at, _start, end, isCompound) => {
      if (isCompound) compound = term;
      else if (!isPaired(term)) words.push({ term, at, begins: false });
      else if (end !== pairEnd) {
        words.push({ term, at, begins: [...term].length === 1 });
        pairEnd = end;
      }
    }, next);
  }
  const first = words[0]?.at ?? 0;
  const fromFirst = words.map((word) => ({ ...word, at: word.at - first }));
  return compound !== undefined && texts.length === 1 && words.map(({ term }) => term).join('') === compound ? { words: fromFirst, compound } : { words: fromFirst };
}
