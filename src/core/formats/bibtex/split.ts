import { BracePairs } from './braces';
import { parseEntry } from './entry';

/** A stretch of a .bib file. Pieces follow one another; what is between them is comment to BibTeX. */
export interface Piece {
  kind: 'entry' | 'string' | 'preamble' | 'comment' | 'broken';
  start: number;
  end: number;
  /** Of a broken piece: why, and where in the file that was seen. */
  problem?: { reason: string; at: number };
}

/** An `@word{` or `@word(`. */
interface Mark {
  at: number;
  open: number;
  /** In lower case. */
  word: string;
  /** Where the next mark stands that begins a line: what is broken ends there. */
  limit: number;
}

/** Behind a letter or a digit an @ belongs to an address. */
const opening = /(?<![\p{L}\p{N}])@\s*([\p{L}_][\p{L}\p{N}_:+-]*)\s*[{(]/uy;
const outside = /[@%]/g;
const inParentheses = /["{})]/g;

/**
 * Finds where each entry begins and ends. An entry ends at the brace that closes it. It is broken when there is none, or
 * when another entry begins a line inside it and it does not read as fields: then it ends where that other begins, so
 * that it costs only itself. Braces are paired once for the whole text, which keeps this linear whatever is broken.
 */
export function splitBibtex(text: string): Piece[] {
  const pieces: Piece[] = [];
  const marks = findMarks(text);
  const pairs = new BracePairs(text);
  let next = 0;
  for (let at = 0; ;) {
    outside.lastIndex = at;
    const found = outside.exec(text);
    if (found === null) return pieces;
    while (next < marks.length && (marks[next]?.at ?? 0) < found.index) next += 1;
    const mark = marks[next];
    if (found[0] === '%') at = endOfLine(text, found.index);
    else if (mark?.at !== found.index) at = found.index + 1;
    else {
      const piece = pieceAt(text, mark, pairs);
      if (piece !== null) pieces.push(piece);
      at = piece === null ? mark.open : piece.end;
    }
  }
}

function findMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    opening.lastIndex = at;
    const [found, word = ''] = opening.exec(text) ?? [];
    if (found !== undefined) marks.push({ at, open: at + found.length - 1, word: word.toLowerCase(), limit: text.length });
  }
  let limit = text.length;
  for (const mark of marks.toReversed()) {
    mark.limit = limit;
    if (beginsLine(text, mark.at)) limit = mark.at;
  }
  return marks;
}

function beginsLine(text: string, at: number): boolean {
  let before = at;
  while (before > 0 && ' \t'.includes(text.charAt(before - 1))) before -= 1;
  return before === 0 || '\n\r\uFEFF'.includes(text.charAt(before - 1));
}

/** The piece that begins with a mark; null for a `@comment` that does not end, which BibTeX takes for a word. */
function pieceAt(text: string, { at: start, open, word, limit }: Mark, pairs: BracePairs): Piece | null {
  const end = text[open] === '{' ? pairs.endOf(open) : parenthesisEnd(text, open, limit, pairs);
  if (word === 'comment') return end === -1 ? null : { kind: 'comment', start, end };
  if (end === -1 || end > limit) {
    const parsed = parseEntry(text.slice(start, end === -1 ? limit : end), (group) => offset(pairs.endOf(start + group), start));
    const isInside = parsed.kind === 'broken' && start + parsed.at < limit;
    if (isInside) return { kind: 'broken', start, end: limit, problem: { reason: parsed.reason, at: start + parsed.at } };
    if (end === -1 || parsed.kind === 'broken') return { kind: 'broken', start, end: limit, problem: { reason: 'This entry does not end.', at: start } };
  }
  return { kind: word === 'string' || word === 'preamble' ? word : 'entry', start, end };
}

function offset(position: number, start: number): number {
  return position === -1 ? -1 : position - start;
}

/** An entry in parentheses ends at the first closing one outside of braces and quotes, before another entry begins. */
function parenthesisEnd(text: string, open: number, limit: number, pairs: BracePairs): number {
  const body = text.slice(0, limit);
  let isQuoted = false;
  inParentheses.lastIndex = open + 1;
  for (let found = inParentheses.exec(body); found !== null; found = inParentheses.exec(body)) {
    if (found[0] === '"') isQuoted = !isQuoted;
    else if (found[0] === '{') {
      const end = pairs.endOf(found.index);
      if (end === -1) return -1;
      inParentheses.lastIndex = end;
    } else if (found[0] === '}') return -1;
    else if (!isQuoted) return found.index + 1;
  }
  return -1;
}

function endOfLine(text: string, from: number): number {
  const line = /[\n\r]|$/g;
  line.lastIndex = from;
  return line.exec(text)?.index ?? text.length;
}
