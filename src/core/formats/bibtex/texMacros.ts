import { BracePairs } from './braces';
import type { TextBudget } from './macros';
import { isKnownCommand } from './texSymbols';

interface TexMacro {
  arity: number;
  /** What stands for the first argument where it is not given in brackets; null where all are mandatory. */
  fallback: string | null;
  body: string;
  /** A `@preamble` that defines it and gives way to another definition. */
  raw: string;
}

/** `\newcommand{\x}[2][default]`, `\providecommand\x`, `\def\x#1#2`, up to the brace that opens the body. */
const opening = /\\(?:(?:(?:re)?newcommand|providecommand|DeclareRobustCommand)\*?\s{0,9}(?:\{\s{0,9}\\([A-Za-z]+)\s{0,9}\}|\\([A-Za-z]+))\s{0,9}(?:\[(\d)\]\s{0,9}(?:\[([^[\]{}]*)\]\s{0,9})?)?|def\s{0,9}\\([A-Za-z]+)\s{0,9}((?:#[1-9])*)\s{0,9})(?=\{)/g;
const call = /\\([A-Za-z]+)/g;
const token = /\s*(?:(\{)|(\\(?:[A-Za-z]+|[^])|[^\\{}\s]))/y;
const inBrackets = /\s*\[([^[\]{}]*)\]/y;
/** Macros that are made of macros of macros are followed so far. */
const DEEPEST = 10;

/**
 * The macros that the preambles of a file define for its fields. Those that TeX's reader knows itself are not among them:
 * it makes better text of `\url` and `\cprime` than their definitions do.
 */
export class TexMacros {
  private readonly macros = new Map<string, TexMacro>();

  /** What is put in is counted on `budget`; beyond that macros stay as they are written. */
  constructor(private readonly budget: TextBudget) {}

  /** Takes the definitions of a preamble in, of a macro the first. */
  define(preamble: string): void {
    const pairs = new BracePairs(preamble);
    opening.lastIndex = 0;
    for (let found = opening.exec(preamble); found !== null; found = opening.exec(preamble)) {
      const end = pairs.endOf(opening.lastIndex);
      if (end === -1) continue;
      const [, braced, bare, count, fallback, defined, parameters = ''] = found;
      const name = braced ?? bare ?? defined ?? '';
      const [body, arity] = [preamble.slice(opening.lastIndex + 1, end - 1), count === undefined ? parameters.length / 2 : Number(count)];
      const signature = `${arity === 0 ? '' : `[${arity}]`}${fallback === undefined ? '' : `[${fallback}]`}`;
      const macro: TexMacro = { arity, fallback: fallback ?? null, body, raw: `@preamble{{\\providecommand{\\${name}}${signature}{${body}}}}` };
      if (!isKnownCommand(name) && !this.macros.has(name)) this.macros.set(name, macro);
      opening.lastIndex = end;
    }
  }

  /** TeX with the macros of the file expanded, where their arguments stand beside them; the definitions of all that occur go to `used`. */
  expand(tex: string, used: Map<string, string>, depth = 0): string {
    if (this.macros.size === 0 || depth === DEEPEST || !tex.includes('\\')) return tex;
    let pairs: BracePairs | null = null;
    let expanded = '';
    let done = 0;
    call.lastIndex = 0;
    for (let found = call.exec(tex); found !== null; found = call.exec(tex)) {
      const [{ length }, name = ''] = found;
      const macro = this.macros.get(name);
      if (macro === undefined) continue;
      used.set(`\\${name}`, macro.raw);
      pairs ??= new BracePairs(tex);
      const taken = argumentsAt(tex, found.index + length, macro, pairs);
      if (taken === null) continue;
      const body = macro.body.replace(/#([1-9])/g, (_, number: string) => taken.values[Number(number) - 1] ?? '');
      if (!this.budget.spend(body.length + 1)) return tex;
      expanded += tex.slice(done, found.index) + this.expand(body, used, depth + 1);
      done = taken.end;
      call.lastIndex = done;
    }
    return done === 0 ? tex : expanded + tex.slice(done);
  }
}

/** The arguments of a macro and where they end; null where they are not there. */
function argumentsAt(tex: string, from: number, { arity, fallback }: TexMacro, pairs: BracePairs): { values: string[]; end: number } | null {
  const values: string[] = [];
  let end = from;
  if (fallback !== null) {
    const given = matchAt(inBrackets, tex, end);
    values.push(given?.[1] ?? fallback);
    end += given?.[0].length ?? 0;
  }
  while (values.length < arity) {
    const [found = '', brace, single] = matchAt(token, tex, end) ?? [];
    const start = end + found.length;
    end = brace === undefined ? start : pairs.endOf(start - 1);
    if (found === '' || end === -1) return null;
    values.push(single ?? tex.slice(start, end - 1));
  }
  // TeX passes over the spaces behind the name of a command.
  if (arity === 0) end += matchAt(/[^\S\n]*/y, tex, end)?.[0].length ?? 0;
  return { values, end };
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  const pattern = sticky;
  pattern.lastIndex = at;
  return pattern.exec(text);
}
