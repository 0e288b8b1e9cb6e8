/** How a command such as `\emph{…}` wants its argument set. */
export type TextStyle = 'italic' | 'bold' | 'smallCaps' | 'mono';

/**
 * A piece of a title or an abstract. Offsets count UTF-16 code units of the source; the tokens of a
 * text follow one another without gaps. `shown` is what a reader sees where it is not the source:
 * `%` for `\%`, nothing for the `\emph{` and the `}` around a word.
 */
export type Token = { start: number; end: number; style?: TextStyle } & (
  | { kind: 'text' }
  | { kind: 'math'; tex: string; display: boolean }
  | { kind: 'link'; href: string }
  | { kind: 'escape'; shown: string }
);

/** A formula longer than this is taken for text with stray dollars in it; it also bounds what each `$` costs. */
const LONGEST_FORMULA = 2000;
/** How far the closing brace of a command's argument is looked for. */
const LONGEST_ARGUMENT = 2000;

const commands = new Map<string, TextStyle | undefined>([
  ['textit', 'italic'], ['emph', 'italic'], ['textsl', 'italic'], ['textbf', 'bold'], ['textsc', 'smallCaps'], ['texttt', 'mono'],
  ['text', undefined], ['textrm', undefined], ['textsuperscript', undefined], ['textsubscript', undefined], ['underline', undefined], ['textsf', undefined], ['textnormal', undefined], ['mbox', undefined], ['url', undefined],
]);

const special = /[\\$}]|https?:\/\//gi;
const command = /\\([a-z]+)\{/y;
const escaped = /\\[%&_#${}]/y;
const link = /https?:\/\/[\p{L}\p{N}[](?:[^\s<>"`{}|\\^]|\\[%&_#~])*/iuy;
const blankLine = /\n[^\S\n]*\n/;

/**
 * Splits a title or an abstract into text, formulas (`$…$`, `$$…$$`, `\(…\)`, `\[…\]`), links and what
 * TeX escapes. Whatever is not clearly one of these is text. A dollar opens a formula by Pandoc's rule
 * (`tex_math_dollars`), so that `$5 and $10` stays money. Linear in the length of the text.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const groups: { close: number; style: TextStyle | undefined }[] = [];
  let textFrom = 0;
  let at = 0;

  const push = (token: Token) => {
    const style = groups.at(-1)?.style;
    const withStyle = style === undefined ? token : { ...token, style };
    tokens.push(withStyle);
  };
  const flush = (end: number) => {
    if (end > textFrom) push({ kind: 'text', start: textFrom, end });
    textFrom = end;
  };

  for (;;) {
    special.lastIndex = at;
    const found = special.exec(text);
    if (found === null) break;
    const start = found.index;
    const group = groups.at(-1);
    if (found[0] === '}') {
      at = start + 1;
      if (group?.close !== start) continue;
      flush(start);
      groups.pop();
      push({ kind: 'escape', start, end: at, shown: '' });
      textFrom = at;
      continue;
    }
    const limit = group?.close ?? text.length;
    const token = tokenAt(text, start, limit);
    if (token === null) {
      at = start + (text.startsWith('$$', start) || text.startsWith('\\\\', start) ? 2 : 1);
      continue;
    }
    flush(start);
    const { opens, ...plain } = token;
    push(plain);
    if (opens !== undefined) groups.push(opens);
    at = token.end;
    textFrom = at;
  }
  flush(text.length);
  return tokens;
}

/** A text as running words, for window titles and accessible names: formulas as their source, escapes resolved. */
export function plainText(text: string): string {
  return tokenize(text).map((token) => shownText(text, token)).join('');
}

/**
 * The part `[start, end)` of a text as a quotation that can stand alone, in a note or a list: formulas keep
 * their dollars, a dollar that is money its backslash, and half of a command is left out.
 */
export function quotation(text: string, start: number, end: number): string {
  return tokenize(text).filter((token) => token.start < end && start < token.end).map((token) => {
    if (token.kind === 'text') return text.slice(Math.max(start, token.start), Math.min(end, token.end));
    return token.kind === 'math' || (token.kind === 'escape' && token.shown === '$') ? text.slice(token.start, token.end) : shownText(text, token);
  }).join('');
}

/** What a reader sees of a token as characters; of a formula its source without the dollars. */
export function shownText(text: string, token: Token): string {
  switch (token.kind) {
    case 'math': return token.tex;
    case 'escape': return token.shown;
    case 'link': return token.href;
    default: return text.slice(token.start, token.end);
  }
}

type Opening = Token & { opens?: { close: number; style: TextStyle | undefined } };

/** The token that begins at `start`, unless what stands there is text. It ends before `limit`. */
function tokenAt(text: string, start: number, limit: number): Opening | null {
  if (text[start] === '$') {
    return text.startsWith('$$', start) ? formula(text, start, '$$', limit) : dollarFormula(text, start, limit);
  }
  if (text[start] !== '\\') return linkAt(text, start, limit);
  if (text.startsWith('\\(', start)) return formula(text, start, '\\)', limit);
  if (text.startsWith('\\[', start)) return formula(text, start, '\\]', limit);
  if (matchAt(escaped, text, start)) return { kind: 'escape', start, end: start + 2, shown: text.charAt(start + 1) };
  return commandAt(text, start, limit);
}

function commandAt(text: string, start: number, limit: number): Opening | null {
  const [opening, name = ''] = matchAt(command, text, start) ?? [];
  if (opening === undefined || !commands.has(name)) return null;
  const end = start + opening.length;
  const close = argumentEnd(text, end, Math.min(limit, end + LONGEST_ARGUMENT));
  return close === -1 ? null : { kind: 'escape', start, end, shown: '', opens: { close, style: commands.get(name) } };
}

/** Where the brace stands that closes an argument beginning at `from`; -1 when none does before `limit`. */
function argumentEnd(text: string, from: number, limit: number): number {
  let depth = 0;
  for (let at = from; at < limit; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '{') depth += 1;
    else if (character === '}' && depth === 0) return at;
    else if (character === '}') depth -= 1;
  }
  return -1;
}

function linkAt(text: string, start: number, limit: number): Token | null {
  if (/[\p{L}\p{N}]/u.test(text.charAt(start - 1))) return null;
  const [found] = matchAt(link, text, start) ?? [];
  if (found === undefined) return null;
  const source = withoutClosingMarks(found.slice(0, limit - start));
  return { kind: 'link', start, end: start + source.length, href: source.replace(/\\(.)/g, '$1') };
}

/** An address without the punctuation of the sentence around it; a bracket stays if it was opened in the address. */
function withoutClosingMarks(address: string): string {
  let open = address.split('(').length - address.split(')').length;
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address.charAt(end - 1);
    if (last === ')' && open < 0) open += 1;
    else if (!/[.,;:!?'’”\]*$]/.test(last)) break;
  }
  return address.slice(0, end);
}

function dollarFormula(text: string, start: number, limit: number): Token | null {
  const token = formula(text, start, '$', limit);
  if (token === null) return null;
  const padded = /^\s|\s$/.test(token.tex) && !/[\\^_]/.test(token.tex);
  const money = /^\d/.test(token.tex) && /^\d/.test(text.slice(token.end, token.end + 1));
  return padded || money ? null : token;
}

/**
 * The formula from `start` to the next `closer`, if that is well formed: not blank, braces balanced, no
 * blank line inside (TeX forbids it too).
 */
function formula(text: string, start: number, closer: '$' | '$$' | '\\)' | '\\]', limit: number): Token & { kind: 'math' } | null {
  const from = start + closer.length;
  const close = closerAt(text, from, closer, Math.min(limit, from + LONGEST_FORMULA));
  if (close === -1) return null;
  const tex = text.slice(from, close);
  if (tex.trim() === '' || blankLine.test(tex)) return null;
  return { kind: 'math', start, end: close + closer.length, tex, display: closer === '$$' || closer === '\\]' };
}

/** Where `closer` stands outside of braces and escapes; -1 when it does not, or the braces before it do not pair. */
function closerAt(text: string, from: number, closer: string, limit: number): number {
  let depth = 0;
  for (let at = from; at + closer.length <= limit; at += 1) {
    if (text.startsWith(closer, at)) return depth === 0 ? at : -1;
    const character = text[at];
    if (character === '\\') {
      if (text[at + 1] === '(' || text[at + 1] === '[') return -1; // TeX lets no formula open inside another
      at += 1;
    } else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth < 0) return -1;
  }
  return -1;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
