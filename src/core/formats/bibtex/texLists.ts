import { squash } from '../readText';

/** Cuts TeX where `separator` matches outside of braces. The separator must not match a brace. */
export function splitTex(tex: string, separator: RegExp): string[] {
  if (!/[{}]/.test(tex)) return tex.split(separator);
  const parts: string[] = [];
  const mark = new RegExp(`[{}]|${separator.source}`, `g${separator.flags}`);
  let depth = 0;
  let start = 0;
  for (let found = mark.exec(tex); found !== null; found = mark.exec(tex)) {
    if (found[0] === '{') depth += 1;
    else if (found[0] === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      parts.push(tex.slice(start, found.index));
      start = found.index + found[0].length;
    }
  }
  parts.push(tex.slice(start));
  return parts;
}

/** The members of a list of names or of literals: `A and B and {C and D}`. Empty ones are left out. */
export function splitAnd(tex: string): string[] {
  return splitTex(` ${squash(tex)} `, / and(?= )/i).map((part) => part.trim()).filter((part) => part !== '');
}

/** Whether all of a text stands in one pair of braces. */
export function isOneGroup(tex: string): boolean {
  if (!tex.startsWith('{') || !tex.endsWith('}')) return false;
  let depth = 0;
  for (let at = 0; at < tex.length - 1; at += 1) {
    if (tex[at] === '{') depth += 1;
    else if (tex[at] === '}') depth -= 1;
    if (depth === 0) return false;
  }
  return true;
}
