/** A word of a text, or a hump of a camel-cased one (`MixLoRA` has three: `Mix`, `Lo`, `RA`). */
export interface Token {
  /** UTF-16 offsets into the source text. */
  start: number;
  end: number;
  /** The word as phrases are compared: folded in case, accents, plural and British -ise spellings. */
  key: string;
  /** Only spaces, hyphens or nothing at all stand between this token and the one before. */
  joined: boolean;
  /** Counted from 0. */
  sentence: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** The same where a text has nothing but ASCII, which is found twice as fast. */
const ASCII_WORD = /[A-Za-z0-9]+/g;
const ASCII = /^[\x00-\x7f]*$/;
const MARKS = /\p{M}/gu;
const SENTENCE_END = /[.!?…。！？]["')\]”’]*\s|\n\s*\n/;
const ABBREVIATIONS = new Set(['e', 'g', 'i', 'al', 'vs', 'cf', 'fig', 'eq', 'approx', 'resp']);

/** Cuts a text into tokens, in linear time; total for any string. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let sentence = 0;
  let previousEnd = 0;
  let previousKey = '';
  for (const match of text.matchAll(ASCII.test(text) ? ASCII_WORD : WORD)) {
    const start = match.index;
    const gap = text.slice(previousEnd, start);
    const spaced = gap === ' '; // as most gaps are
    if (!spaced && SENTENCE_END.test(gap) && !ABBREVIATIONS.has(previousKey)) sentence += 1;
    const joined = tokens.length > 0 && (spaced || joins(gap));
    pushHumps(tokens, match[0], { start, sentence, joined });
    previousEnd = start + match[0].length;
    previousKey = tokens.at(-1)?.key ?? '';
  }
  return tokens;
}

function pushHumps(tokens: Token[], word: string, at: Pick<Token, 'start' | 'sentence' | 'joined'>): void {
  let from = 0;
  let joined = at.joined;
  for (let i = 1; i <= word.length; i += 1) {
    if (i < word.length && !isHump(word, i)) continue;
    const hump = word.slice(from, i);
    const key = i === word.length && word.length > 3 ? endKey(hump) : fold(hump);
    tokens.push({ start: at.start + from, end: at.start + i, key, joined, sentence: at.sentence });
    from = i;
    joined = true;
  }
}

/** The keys of the words met so far: texts repeat themselves. */
const endKeys = new Map<string, string>();
const MOST_KEYS = 50_000;

/** The key of a word's last hump, which may be inflected. */
function endKey(hump: string): string {
  const known = endKeys.get(hump);
  if (known !== undefined) return known;
  const key = singular(fold(hump));
  if (hump.length > 40) return key;
  if (endKeys.size >= MOST_KEYS) endKeys.clear();
  endKeys.set(hump, key);
  return key;
}

/** An ASCII capital after an ASCII small letter. */
function isHump(word: string, i: number): boolean {
  const before = word.charCodeAt(i - 1);
  const here = word.charCodeAt(i);
  return here >= 65 && here <= 90 && before >= 97 && before <= 122;
}

function joins(gap: string): boolean {
  return gap === ' ' || gap === '-' || /^[\s\p{Pd}]*$/u.test(gap);
}

/** Folds case and accents, nothing else: what a word with a wildcard is compared by. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  return ASCII.test(lower) ? lower : lower.normalize('NFKD').replace(MARKS, '').toLowerCase();
}

/**
 * Folds plurals and British spellings together with the usual form. The result is a key, not always a
 * word (`approach` and `approaches`, `cache` and `caches` must meet, not look nice).
 */
function singular(word: string): string {
  let key = word;
  if (key.endsWith('ies')) key = `${key.slice(0, -3)}y`;
  else if (key.endsWith('s') && !/[sui]s$/.test(key)) key = key.slice(0, -1);
  key = key.replace(/is(ation|ing|ed|e)$/, 'iz$1');
  return key.replace(/(ch|sh|ss|x|z)e$/, '$1');
}
