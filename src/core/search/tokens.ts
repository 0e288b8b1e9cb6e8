/**
 * Cuts a text into the words that it is found by: folded in case and accents, TeX without its commands, scripts that
 * write no spaces as pairs of characters. Linear in the length of the text; total for any string.
 */

/**
 * Hears of a word: what it is found by, its place among the words of the text, and its UTF-16 offsets. A `compound`
 * is what was written with hyphens or apostrophes (`low-rank`), as one word (`lowrank`), at the places of its first
 * and of its last part, so that phrases find it on either side. The places of one word never go back.
 */
export type OnToken = (term: string, position: number, start: number, end: number, compound: boolean) => void;

const UNKNOWN = 0;
const GAP = 1;
const WORD = 2;
/** Of a script without spaces between its words. */
const PAIRED = 3;
/** Belongs to the character before it. */
const MARK = 4;
/** Is not there as far as words go: soft hyphens, joiners of no width. */
const UNSEEN = 5;
const SURROGATE = 6;

const classes = new Uint8Array(1 << 16);
const word = /[\p{L}\p{N}]/u;
const mark = /\p{M}/u;
const paired = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u;
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/;

const MOST_PARTS = 5;
const LONGEST_COMPOUND = 48;
/** Longer runs of letters are no words; their beginning stands for them. */
const LONGEST_WORD = 64;
const BACKSLASH = 0x5c;

/** TeX that says how something looks; other commands, such as `\alpha` and `\log`, are words. */
const appearance = new Set([
  'mathbf', 'mathrm', 'mathcal', 'mathbb', 'mathit', 'mathsf', 'mathtt', 'mathfrak', 'mathscr', 'boldsymbol', 'bm', 'operatorname', 'ensuremath',
  'text', 'textrm', 'textbf', 'textit', 'textsc', 'textsf', 'texttt', 'textsl', 'emph', 'underline', 'overline', 'mbox', 'hbox', 'textsuperscript', 'textsubscript', 'textnormal',
  'left', 'right', 'big', 'Big', 'bigl', 'bigr', 'frac', 'tfrac', 'dfrac', 'hat', 'widehat', 'bar', 'tilde', 'widetilde', 'vec', 'dot', 'ddot', 'quad', 'qquad', 'displaystyle', 'limits', 'begin', 'end',
]);

const greek = new Map(Object.entries({
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', ζ: 'zeta', η: 'eta', θ: 'theta', ι: 'iota', κ: 'kappa', λ: 'lambda', μ: 'mu', ν: 'nu', ξ: 'xi', ο: 'omicron', π: 'pi',
  ρ: 'rho', σ: 'sigma', ς: 'sigma', τ: 'tau', υ: 'upsilon', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega',
}));
const greekNames = new Set(greek.values());

/** Calls `onToken` with the words of a text; answers with the place behind its last one. */
export function tokenize(text: string, onToken: OnToken, from = 0): number {
  const { length } = text;
  const compound = new Compound(text, onToken);
  let position = from;
  for (let at = 0; at < length;) {
    const kind = kindAt(text, at);
    if (kind === PAIRED) {
      compound.end(position);
      const end = runEnd(text, at, PAIRED);
      position = pairs(text, at, end, onToken, position);
      at = end;
    } else if (kind !== WORD) at += 1;
    else {
      const start = at;
      const plainEnd = asciiEnd(text, at);
      at = plainEnd > 0 ? plainEnd : runEnd(text, start, WORD);
      const raw = text.slice(start, Math.min(at, start + LONGEST_WORD));
      const isCommand = start > 0 && text.charCodeAt(start - 1) === BACKSLASH;
      const term = isCommand ? commandWord(raw) : plainEnd > 0 ? raw.toLowerCase() : foldWord(raw);
      if (term === '') continue;
      compound.add(term, start, at, position);
      onToken(term, position, start, at, false);
      position += 1;
    }
  }
  compound.end(position);
  return position;
}

/** What is written with hyphens or apostrophes, while it is being put together. */
class Compound {
  private parts = 0;
  private term = '';
  private start = 0;
  private first = 0;
  private last = -1;

  constructor(private readonly text: string, private readonly onToken: OnToken) {}

  /** Takes the word at `position` in, as one more part or as the first of another compound. */
  add(term: string, start: number, end: number, position: number): void {
    if (this.last < 0 || !joins(this.text, this.last, start)) {
      if (this.parts > 1) this.end(position);
      this.parts = 0;
      this.start = start;
      this.first = position;
    }
    if (this.parts <= MOST_PARTS) this.term = this.parts === 0 ? term : this.term + term;
    this.parts += 1;
    this.last = end;
  }

  /** Tells what has been put together, whose last part stands before `position`. */
  end(position: number): void {
    if (this.parts > 1 && this.parts <= MOST_PARTS && this.term.length <= LONGEST_COMPOUND) {
      this.onToken(this.term, this.first, this.start, this.last, true);
      this.onToken(this.term, position - 1, this.start, this.last, true);
    }
    this.parts = 0;
    this.last = -1;
  }
}

/** Where a word of ASCII letters and digits ends that begins at `start`; 0 where other characters belong to it, or may. */
function asciiEnd(text: string, start: number): number {
  let at = start;
  let units = 0;
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (classes[unit] !== WORD) break;
    units |= unit;
  }
  return units < 0x80 && (at === text.length || classes[text.charCodeAt(at)] === GAP) ? at : 0;
}

/** The words of a text without compounds, in their order. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  tokenize(text, (term, _position, _start, _end, compound) => { if (!compound) words.push(term); });
  return words;
}

/** Whether a term is of a script that is kept in pairs of characters. */
export function isPaired(term: string): boolean {
  return kindAt(term, 0) === PAIRED;
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  let known = classes[code] ?? GAP;
  if (known === UNKNOWN) classes[code] = known = code >= 0xd800 && code <= 0xdfff ? SURROGATE : kindOf(text.charAt(at));
  if (known !== SURROGATE) return known;
  if (code >= 0xdc00) return at > 0 && isHigh(text.charCodeAt(at - 1)) ? kindOf(text.slice(at - 1, at + 1)) : GAP;
  return kindOf(text.slice(at, at + 2));
}

function isHigh(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function kindOf(character: string): number {
  if (paired.test(character) && (word.test(character) || mark.test(character))) return PAIRED;
  if (word.test(character)) return WORD;
  if (mark.test(character)) return MARK;
  return unseen.test(character) ? UNSEEN : GAP;
}

/** Where a run of characters of a kind ends, what belongs to them included. */
function runEnd(text: string, start: number, kind: number): number {
  let end = start + 1;
  for (let at = end; at < text.length; at += 1) {
    const next = kindAt(text, at);
    if (next === kind || next === MARK) end = at + 1;
    else if (next !== UNSEEN) break;
  }
  return end;
}

/** Each two characters that stand next to each other, and the last one, so that every character begins a word. */
function pairs(text: string, start: number, end: number, onToken: OnToken, position: number): number {
  const bounds: number[] = [];
  for (let at = start; at < end; at += isHigh(text.charCodeAt(at)) ? 2 : 1) {
    const kind = kindAt(text, at);
    if (bounds.length === 0 || (kind !== MARK && kind !== UNSEEN)) bounds.push(at);
  }
  bounds.forEach((from, index) => {
    const to = bounds[index + 2] ?? end;
    onToken(text.slice(from, to).normalize('NFKC').replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '').toLowerCase(), position + index, from, to, false);
  });
  return position + bounds.length;
}

/** Whether two runs of letters are parts of one word: a hyphen or an apostrophe between them, or one broken off at the end of a line. */
function joins(text: string, from: number, to: number): boolean {
  const first = text.charCodeAt(from);
  if (first === 0x20) return false;
  if (to - from === 1) return /[-\u2010\u2011'\u2019\u02bc]/.test(text.charAt(from));
  if (first !== 0x2d && first !== BACKSLASH && first < 0x80) return false;
  return to - from <= 40 && /^(?:[-\u2010\u2011\u00ad][^\S\n]*\n\s*|\\-)$/.test(text.slice(from, to));
}

function commandWord(raw: string): string {
  if (appearance.has(raw)) return '';
  return raw.startsWith('var') && greekNames.has(raw.slice(3)) ? raw.slice(3) : foldWord(raw);
}

const ascii = /^[\0-\x7f]*$/;
/** Accents and points over and under letters. Signs that are vowels, as in Indic scripts, are part of the word. */
const accents = /(?=\p{M})(?:\p{Script=Inherited}|\p{Script=Hebrew})/gu;
const strokes = new Map(Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ħ: 'h', ı: 'i', ŋ: 'n' }));

/** A word as words are compared. Single Greek letters have their names, as TeX writes them. */
export function foldWord(raw: string): string {
  if (ascii.test(raw)) return raw.toLowerCase();
  const folded = raw.normalize('NFKD').replace(accents, '').toLowerCase().replace(accents, '')
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => strokes.get(letter) ?? letter).replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
  return greek.get(folded) ?? folded;
}
