import { squash } from '../readText';
import { bibstring } from './bibstrings';
import { fontDeclarations, fonts, namedAccents, signAccents, silent, spacingAccents, surrounds, symbols, verbatim } from './texSymbols';

/** How the text is wanted: as titles are kept (font commands and formulas stay TeX), or as plain words. */
export type TexStyle = 'rich' | 'plain';

const special = /[\\{}$~`]|--|''/;
const piece = /[^\\{}$~`'-]+|`{1,2}|'{1,2}|-{1,3}|~|[{}$]|\\(?:[A-Za-z]+\*?|[^A-Za-z]?)/uy;
const afterCommand = /[^\S\n]*(?:\n[^\S\n]*(?!\s))?/y;
const bracketed = /\[[^\]{}]{0,200}\]/y;
/** Lectern takes longer formulas for text with stray dollars. */
const LONGEST_FORMULA = 2000;
/** No letter has more accents. */
const MOST_MARKS = 3;

/**
 * TeX as the text that a reader sees: accents and symbols as Unicode, braces dropped, quotes and dashes made typographic.
 * Formulas stay between dollars and, in rich text, font commands stay commands; a literal dollar is escaped where it could
 * be taken for a formula's. Commands that are not known are dropped, their arguments kept. Linear, without recursion, for
 * any string.
 */
export function texToText(tex: string, style: TexStyle = 'rich'): string {
  return special.test(tex) ? new TexReader(tex, style).read() : tex;
}

class TexReader {
  private text = '';
  private at = 0;
  /** Accents that wait for their letter. */
  private marks = '';
  /** What closes each open group: first what TeX would put there. The outermost is the text itself. */
  private readonly closers = [''];
  private fontDepth = 0;
  /** How many groups are open where an argument begins that is not part of the text, or is taken as it is written. */
  private mutedFrom = Infinity;
  private verbatimFrom = Infinity;

  constructor(private readonly tex: string, private readonly style: TexStyle) {}

  read(): string {
    while (this.at < this.tex.length) {
      piece.lastIndex = this.at;
      const end = piece.test(this.tex) ? piece.lastIndex : this.at + 1;
      const found = this.tex.slice(this.at, end);
      this.at = end;
      if (found.startsWith('\\')) this.command(found.slice(1));
      else this.plain(found);
    }
    while (this.closers.length > 0) this.close();
    const dollars = this.text.split('$').length - 1;
    return dollars === 1 || this.style === 'plain' ? this.text.replaceAll('\\$', '$') : this.text;
  }

  private plain(found: string): void {
    if (found === '{') this.closers.push('');
    else if (found === '}') this.closeGroup();
    else if (this.closers.length >= this.verbatimFrom) this.write(found);
    else if (found === '$') this.dollar();
    else this.write(ligatures.get(found) ?? found);
  }

  private closeGroup(): void {
    if (this.closers.length > 1) this.close();
  }

  private close(): void {
    this.settleMarks();
    const isMuted = this.closers.length >= this.mutedFrom;
    const closer = this.closers.pop() ?? '';
    if (this.closers.length < this.mutedFrom) this.mutedFrom = Infinity;
    if (this.closers.length < this.verbatimFrom) this.verbatimFrom = Infinity;
    this.fontDepth -= closer.split('}').length - 1;
    if (!isMuted) this.text += closer;
  }

  private write(text: string): void {
    if (this.closers.length >= this.mutedFrom) return;
    if (/^\s/.test(text)) this.settleMarks();
    this.text += this.marks === '' ? text : accented(text, this.marks);
    this.marks = '';
  }

  private settleMarks(): void {
    if (this.closers.length < this.mutedFrom) for (const mark of this.marks) this.text += spacingAccents.get(mark) ?? '';
    this.marks = '';
  }

  private command(name: string): void {
    if (name === '(' || name === '[') this.formula(name === '(' ? '\\)' : '\\]');
    else if (signAccents.has(name)) this.accent(signAccents.get(name) ?? '');
    else if (!/^[A-Za-z]/.test(name)) this.sign(name);
    else this.word(name.replace(/\*$/, ''));
  }

  /** A space between an accent and its letter counts for nothing, but one accent may stand on another's letter. */
  private accent(mark: string): void {
    if (this.marks.length < MOST_MARKS) this.marks = mark + this.marks;
    this.at += matchAt(/[^\S\n]*/y, this.tex, this.at)?.[0].length ?? 0;
  }

  private sign(sign: string): void {
    if (sign === '$') this.write('\\$');
    else if ((sign === '{' || sign === '}') && this.fontDepth > 0) this.write(`\\${sign}`);
    else if (/[\s,;:\\>]/.test(sign)) this.write(' ');
    else if (!'/-!@)]'.includes(sign)) this.write(sign);
  }

  private word(name: string): void {
    if (name === 'verb') return this.verbatim();
    this.at += matchAt(afterCommand, this.tex, this.at)?.[0].length ?? 0;
    const mark = namedAccents.get(name);
    const declared = fontDeclarations.get(name);
    if (mark !== undefined && this.takesArgument(name)) this.accent(mark);
    else if (symbols.has(name)) this.write(symbols.get(name) ?? '');
    else if (declared !== undefined) this.declareFont(declared);
    else if (name === 'bibstring') this.bibstring();
    else if (name === 'ensuremath' && this.tex[this.at] === '{') this.formulaInBraces();
    else if (this.tex[this.at] === '{') this.openArgument(name);
    else if (this.tex[this.at] === '[') this.at += matchAt(bracketed, this.tex, this.at)?.[0].length ?? 0;
  }

  /** `\c c` and `\c{c}`, but not `\b` at the end of a text. */
  private takesArgument(name: string): boolean {
    return name.length > 1 || this.at < this.tex.length;
  }

  private openArgument(name: string): void {
    this.at += 1;
    const font = this.style === 'rich' ? fonts.get(name) : undefined;
    const [before, after] = font === undefined ? surrounds.get(name) ?? ['', ''] : [`\\${font}{`, '}'];
    if (font !== undefined) this.fontDepth += 1;
    if (before !== '') this.write(before);
    this.closers.push(after);
    if (silent.has(name)) this.mutedFrom = Math.min(this.mutedFrom, this.closers.length);
    if (verbatim.has(name)) this.verbatimFrom = Math.min(this.verbatimFrom, this.closers.length);
  }

  /** `{\em word}`: the rest of the group is the argument. */
  private declareFont(font: string): void {
    if (this.style === 'plain') return;
    this.write(`\\${font}{`);
    this.fontDepth += 1;
    this.closers.push(`}${this.closers.pop() ?? ''}`);
  }

  /** `\verb|…|`, with any character for the bars. */
  private verbatim(): void {
    const bar = this.tex.charAt(this.at);
    const inside = this.tex.slice(this.at + 1, this.at + LONGEST_FORMULA);
    const length = bar === '' ? -1 : inside.indexOf(bar);
    if (length === -1) return;
    this.write(inside.slice(0, length));
    this.at += length + 2;
  }

  private bibstring(): void {
    const [found = '', key = ''] = matchAt(/\{([a-z]{1,30})\}/y, this.tex, this.at) ?? [];
    this.at += found.length;
    this.write(bibstring(key));
  }

  private formulaInBraces(): void {
    this.at += 1;
    this.formula('}');
  }

  private dollar(): void {
    const isDisplay = this.tex[this.at] === '$';
    if (isDisplay) this.at += 1;
    this.formula(isDisplay ? '$$' : '$');
  }

  /** What runs to `closer` is a formula if its braces match; otherwise the opening is a character like others. */
  private formula(closer: string): void {
    const end = closerAt(this.tex, this.at, closer);
    const inside = this.tex.slice(this.at, Math.max(end, this.at));
    if (end === -1 || inside.trim() === '') return this.write(closer.startsWith('$') ? '\\$' : '');
    this.at = end + closer.length;
    this.writeFormula(inside);
  }

  private writeFormula(inside: string): void {
    const formula = squash(inside);
    if (formula !== '') this.write(`$${formula}$`);
  }
}

const ligatures: ReadonlyMap<string, string> = new Map(Object.entries({
  '``': '“', "''": '”', '`': '‘', '--': '–', '---': '—', '~': ' ',
}));

function accented(text: string, marks: string): string {
  const letter = String.fromCodePoint(text.codePointAt(0) ?? 0);
  const base = letter === 'ı' ? 'i' : letter === 'ȷ' ? 'j' : letter;
  return (base + marks).normalize('NFC') + text.slice(letter.length);
}

function closerAt(tex: string, from: number, closer: string): number {
  let depth = 0;
  for (let at = from; at < tex.length && at < from + LONGEST_FORMULA; at += 1) {
    const character = tex[at];
    if (depth === 0 && tex.startsWith(closer, at)) return at;
    if (character === '\\') {
      if (tex[at + 1] === '(' || tex[at + 1] === '[') return -1; // TeX lets no formula open inside another
      at += 1;
    } else if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    else if (character === '$' && closer === '$') return -1;
    if (depth < 0) return -1;
  }
  return -1;
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  const pattern = sticky;
  pattern.lastIndex = at;
  return pattern.exec(text);
}
