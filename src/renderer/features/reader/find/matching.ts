/** A page's text in the form in which it is searched, and where each of its characters came from. */
export interface FoldedText {
  folded: string;
  /** The offset of each character of `folded` in the text; one more for the end. */
  origins: Uint32Array;
}

export interface Match { start: number; end: number }

/**
 * Folds a text for finding: compatibility forms taken apart (ligatures, full width), marks left out, white space of any
 * kind one space, and a hyphen at the end of a line left out, so that a divided word is found whole.
 */
export function foldText(text: string, exactCase: boolean): FoldedText {
  const folded: string[] = [];
  const origins: number[] = [];
  let spaced = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      if (!spaced) push(' ', at);
      spaced = true;
      continue;
    }
    if ((code === HYPHEN || code === 0x2010 || code === SOFT_HYPHEN) && dividesWord(text, at)) {
      while (isSpace(text.charCodeAt(at + 1))) at += 1;
      continue;
    }
    spaced = false;
    if (code < 0x80) push(exactCase ? text.charAt(at) : text.charAt(at).toLowerCase(), at);
    else {
      const point = String.fromCodePoint(text.codePointAt(at) ?? code);
      for (const unit of unfolded(point, exactCase)) push(unit, at);
      at += point.length - 1;
    }
  }

  function push(unit: string, at: number): void {
    folded.push(unit);
    origins.push(at);
  }

  return { folded: folded.join(''), origins: Uint32Array.from([...origins, text.length]) };
}

const HYPHEN = 0x2d;
const SOFT_HYPHEN = 0xad;

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x3000;
}

/** Whether a hyphen stands at the end of a line, between letters. */
function dividesWord(text: string, at: number): boolean {
  return text.charCodeAt(at + 1) === 0x0a && /\p{L}/u.test(text.charAt(at - 1)) && /\p{Ll}/u.test(text.charAt(at + 2));
}

/** UTF-16 code units, so that each has its origin. */
function unfolded(point: string, exactCase: boolean): string[] {
  const plain = point.normalize('NFKD').replace(/\p{M}/gu, '');
  return (exactCase ? plain : plain.toLowerCase()).split('');
}

/** Where the words occur in a text. Occurrences do not overlap. */
export function matchesIn({ folded, origins }: FoldedText, sought: string, wholeWords: boolean): Match[] {
  const found: Match[] = [];
  if (sought === '') return found;
  for (let at = folded.indexOf(sought); at !== -1; at = folded.indexOf(sought, at + 1)) {
    const end = at + sought.length;
    if (wholeWords && (isWord(folded.charAt(at - 1)) || isWord(folded.charAt(end)))) continue;
    // The last character goes on to where the next one came from; what was left out between them does not count.
    found.push({ start: origins[at] ?? 0, end: (origins[end - 1] ?? 0) + 1 });
    at = end - 1;
  }
  return found;
}

/** What is sought, folded like the texts. */
export function foldSought(words: string, exactCase: boolean): string {
  return foldText(words, exactCase).folded.trim();
}

function isWord(unit: string): boolean {
  return /[\p{L}\p{N}]/u.test(unit);
}
