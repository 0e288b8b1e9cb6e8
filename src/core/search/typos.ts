import { DictionaryWalk, entryOf, lowerBound, withPrefix, type Dictionary, type TermEntry } from './dictionary';

/** A term that may have been meant, and how many letters it is off. */
export interface Guess { entry: TermEntry; distance: number }

/**
 * How many letters a word may be off: one from four letters on, two from eight. Words with digits are names of things
 * (`gpt4`, `2024`), and another digit names another thing.
 */
export function typosIn(word: string): 0 | 1 | 2 {
  if (word.length < 4 || /\p{N}/u.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * The terms that are up to `limit` letters off a word: one letter too many, too few, another one, or two next to each other
 * in the wrong order (optimal string alignment). The first letter is taken as it is, save that it may have changed places
 * with the second. With `prefix` the word may also be the beginning of a term.
 */
export function guesses(dictionary: Dictionary, word: string, limit: number, prefix: boolean): Guess[] {
  const found = walked(dictionary, word, limit, prefix);
  const swapped = word.charAt(1) + word.charAt(0) + word.slice(2);
  if (limit === 0 || swapped === word || swapped.charAt(0) === word.charAt(0)) return found;
  const others = prefix ? [...withPrefix(dictionary, swapped)] : [entryOf(dictionary, swapped)].filter((entry) => entry !== undefined);
  return [...found, ...others.map((entry) => ({ entry, distance: 1 }))];
}

/** How many letters a term is off a word, by the rules of `guesses`; 0 where it is more than `limit`, or is the word. */
export function distanceOf(term: string, word: string, limit: number, prefix: boolean): 0 | 1 | 2 {
  const swapped = word.charAt(1) + word.charAt(0) + word.slice(2);
  if (swapped !== word && (term === swapped || (prefix && term.startsWith(swapped)))) return 1;
  if (term.charCodeAt(0) !== word.charCodeAt(0) || (!prefix && Math.abs(term.length - word.length) > limit)) return 0;
  const rows = new EditRows(word, limit);
  const letters = Array.from({ length: term.length }, (_, at) => term.charCodeAt(at));
  let nearest = limit + 1;
  for (let depth = 1; depth <= letters.length; depth += 1) {
    rows.fill(letters, depth);
    if (prefix || depth === letters.length) nearest = Math.min(nearest, rows.whole(depth));
    if (nearest > limit && rows.isHopeless(depth)) break;
  }
  return nearest === 1 || nearest === 2 ? (nearest <= limit ? nearest : 0) : 0;
}

/** Walks over the terms with the word's first letter, and over those that begin alike only as long as they can still fit. */
function walked(dictionary: Dictionary, word: string, limit: number, prefix: boolean): Guess[] {
  const found: Guess[] = [];
  const first = word.charCodeAt(0);
  const rows = new EditRows(word, limit);
  const from = lowerBound(dictionary, word.charAt(0));
  const walk = new DictionaryWalk(dictionary, from);
  let hopeless = Infinity;
  while (walk.next()) {
    const { letters } = walk;
    if (walk.number < from) continue;
    if (letters[0] !== first) break;
    if (walk.shared >= hopeless) continue;
    hopeless = Infinity;
    let nearest = limit + 1;
    let depth = 1;
    for (; depth <= letters.length; depth += 1) {
      if (depth > walk.shared || depth > rows.filled) rows.fill(letters, depth);
      if (prefix) nearest = Math.min(nearest, rows.whole(depth));
      if (nearest > limit && rows.isHopeless(depth)) {
        hopeless = depth;
        break;
      }
    }
    rows.filled = Math.min(depth, letters.length);
    if (hopeless === Infinity && !prefix) nearest = rows.whole(letters.length);
    if (nearest > 0 && nearest <= limit) found.push({ entry: walk.kept(), distance: nearest });
  }
  return found;
}

/** The rows of the table of distances between the beginnings of a word and those of a term, as far as the limit lets them matter. */
class EditRows {
  /** So many rows are those of the last term. */
  filled = 0;
  private readonly rows: Uint8Array[] = [];
  private readonly least: number[] = [0];

  constructor(private readonly word: string, private readonly limit: number) {
    this.rows.push(Uint8Array.from({ length: word.length + 1 }, (_, at) => Math.min(at, limit + 1)));
  }

  fill(letters: readonly number[], depth: number): void {
    const { word, limit } = this;
    const above = this.row(depth - 1);
    const twoAbove = depth > 1 ? this.row(depth - 2) : undefined;
    const row = this.row(depth);
    const letter = letters[depth - 1] ?? 0;
    row.fill(limit + 1);
    row[0] = Math.min(depth, limit + 1);
    let least = row[0];
    for (let at = Math.max(1, depth - limit); at <= Math.min(word.length, depth + limit); at += 1) {
      const own = word.charCodeAt(at - 1);
      let distance = Math.min((above[at - 1] ?? 0) + (own === letter ? 0 : 1), (above[at] ?? 0) + 1, (row[at - 1] ?? 0) + 1);
      if (twoAbove && at > 1 && own === letters[depth - 2] && word.charCodeAt(at - 2) === letter) distance = Math.min(distance, (twoAbove[at - 2] ?? 0) + 1);
      row[at] = Math.min(distance, limit + 1);
      least = Math.min(least, distance);
    }
    this.least[depth] = least;
    this.filled = depth;
  }

  /** The distance of the whole word from the beginning of the term of this length. */
  whole(depth: number): number {
    return this.row(depth)[this.word.length] ?? 0;
  }

  /** Whether no term that begins like this one as far as `depth` can be near enough. */
  isHopeless(depth: number): boolean {
    return (this.least[depth] ?? 0) > this.limit && (this.least[depth - 1] ?? 0) >= this.limit;
  }

  private row(depth: number): Uint8Array {
    return (this.rows[depth] ??= new Uint8Array(this.word.length + 1));
  }
}
