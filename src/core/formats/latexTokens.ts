/**
 * A text as LaTeX sees it. Titles and abstracts are plain text in which some sources (arXiv above all) leave LaTeX:
 * math between dollars, escaped specials, accents and a few font commands. `text` is literal, with escapes and
 * accents resolved; `math` is TeX without its dollars; `open` and `close` always come in well-nested pairs.
 */
export type Token =
  | { kind: 'text'; text: string }
  | { kind: 'math'; tex: string }
  | { kind: 'open'; command: string }
  | { kind: 'close' };

type Piece = Token | { kind: 'left brace' } | { kind: 'right brace' };

interface Found {
  piece: Piece;
  end: number;
}

/** Font commands with one argument that can be given back as they are. */
const command = /\\(textit|textbf|textsc|texttt|textrm|textsf|textsl|emph|underline|textsuperscript|textsubscript)\{/y;
const escaped = /\\([%&#_${}])/y;
/** `{\"o}`, `\"{o}`, and inside a word `\"o`: before a word a quote behind a backslash is more often program text. */
const accent = /\{\\(['`^"~])([A-Za-z])\}|\\(['`^"~])\{([A-Za-z])\}|(?<=[A-Za-z])\\(['`^"~])([A-Za-z])/y;
const literal = /[^\\${}]+|[\\$]/y;

const combining: Readonly<Record<string, string>> = { "'": '\u0301', '`': '\u0300', '^': '\u0302', '"': '\u0308', '~': '\u0303' };

/** Reads a text from left to right in linear time; total: every string has tokens. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  /** The braces still open: the index of an `open` token, or null for a brace that is only a brace. */
  const braces: (number | null)[] = [];
  for (let at = 0; at < text.length; ) {
    const { piece, end } = pieceAt(text, at);
    at = end;
    if (piece.kind === 'left brace') {
      braces.push(null);
      tokens.push({ kind: 'text', text: '{' });
    } else if (piece.kind === 'right brace') {
      tokens.push(typeof braces.pop() === 'number' ? { kind: 'close' } : { kind: 'text', text: '}' });
    } else {
      if (piece.kind === 'open') braces.push(tokens.length);
      tokens.push(piece);
    }
  }
  const unclosed = new Set(braces);
  return tokens.map((token, index) => (token.kind === 'open' && unclosed.has(index) ? { kind: 'text', text: `\\${token.command}{` } : token));
}

function pieceAt(text: string, at: number): Found {
  return mathAt(text, at) ?? accentAt(text, at) ?? braceAt(text, at) ?? commandAt(text, at) ?? literalAt(text, at);
}

/**
 * Math runs to the next dollar that is not escaped. As in pandoc, `$5 and $10` is money: what is between the dollars
 * begins and ends with something other than a space, and no digit follows. Braces must match, escaped ones for
 * themselves too, because BibTeX counts them all.
 */
function mathAt(text: string, at: number): Found | null {
  if (text[at] !== '$') return null;
  const dollars = text.startsWith('$$', at) ? '$$' : '$';
  const start = at + dollars.length;
  const close = closingDollar(text, start);
  if (close === null || !text.startsWith(dollars, close)) return null;
  const tex = text.slice(start, close);
  const end = close + dollars.length;
  if (tex.trim() === '' || tex !== tex.trim() || /^\d/.test(text.slice(end, end + 1)) || !hasMatchingBraces(tex)) return null;
  return { piece: { kind: 'math', tex }, end };
}

function closingDollar(text: string, start: number): number | null {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '$') return at;
  }
  return null;
}

function hasMatchingBraces(tex: string): boolean {
  let all = 0;
  let grouping = 0;
  for (let at = 0; at < tex.length; at++) {
    const isEscaped = tex[at] === '\\';
    if (isEscaped) at++;
    const step = tex[at] === '{' ? 1 : tex[at] === '}' ? -1 : 0;
    all += step;
    if (!isEscaped) grouping += step;
    if (all < 0 || grouping < 0) return false;
  }
  return all === 0 && grouping === 0;
}

function accentAt(text: string, at: number): Found | null {
  const match = matchAt(accent, text, at);
  if (match === null) return null;
  const mark = match[1] ?? match[3] ?? match[5] ?? '';
  const letter = match[2] ?? match[4] ?? match[6] ?? '';
  const composed = (letter + (combining[mark] ?? '')).normalize('NFC');
  return composed.length === 1 ? { piece: { kind: 'text', text: composed }, end: at + match[0].length } : null;
}

function braceAt(text: string, at: number): Found | null {
  if (text[at] === '{') return { piece: { kind: 'left brace' }, end: at + 1 };
  if (text[at] === '}') return { piece: { kind: 'right brace' }, end: at + 1 };
  return null;
}

function commandAt(text: string, at: number): Found | null {
  const match = matchAt(command, text, at);
  return match === null ? null : { piece: { kind: 'open', command: match[1] ?? '' }, end: at + match[0].length };
}

function literalAt(text: string, at: number): Found {
  const special = matchAt(escaped, text, at);
  if (special !== null) return { piece: { kind: 'text', text: special[1] ?? '' }, end: at + 2 };
  const end = at + (matchAt(literal, text, at)?.[0].length ?? 1);
  return { piece: { kind: 'text', text: text.slice(at, end) }, end };
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
