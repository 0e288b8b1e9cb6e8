import { fieldNamed, type Field } from './fields';
import { tokensOf, type Token } from './lexer';

/** What is being typed at the caret: the name of a field, or the value of one. `start` to `end` is what a completion replaces. */
export type Completing =
  | { kind: 'field'; typed: string; start: number; end: number }
  | { kind: 'value'; field: Field; typed: string; start: number; end: number };

/** What could be completed at `caret` (UTF-16 code units); null where nothing could be. */
export function completingAt(text: string, caret: number): Completing | null {
  const tokens = tokensOf(text);
  const at = tokens.findLastIndex(({ start, end }) => start < caret && caret <= end);
  const token = tokens[at];
  if (token === undefined || token.kind === 'not') return { kind: 'field', typed: '', start: caret, end: caret };
  if (token.kind === 'field') return token.end === caret ? emptyValue(token.field, tokens[at + 1], caret) : null;
  if (token.kind !== 'word' && token.kind !== 'quoted') return null;
  const before = tokens[at - 1];
  const typed = unescaped(text.slice(token.start, caret));
  if (before?.kind === 'field' && before.valued) return { kind: 'value', field: before.field, typed, start: token.start, end: token.end };
  if (typed === '-') return { kind: 'field', typed: '', start: caret, end: token.end };
  return token.kind === 'word' && /^[a-z]*$/i.test(typed) ? { kind: 'field', typed, start: token.start, end: token.end } : null;
}

/** The place of a value behind its field's colon, where the caret is before it. */
function emptyValue(field: Field, next: Token | undefined, caret: number): Completing | null {
  const value = next?.start === caret ? next : undefined;
  if (value?.kind === 'open') return null;
  return { kind: 'value', field, typed: '', start: caret, end: value?.end ?? caret };
}

function unescaped(raw: string): string {
  return raw.replace(/^"/, '').replaceAll(/\\([\s\S])/g, '$1');
}

/** Puts a completion in its place: a field with its colon, or a value with a space behind it. Answers the text, and where the caret goes. */
export function complete(text: string, { start, end }: Completing, written: string): { text: string; caret: number } {
  const isField = written.endsWith(':') && fieldNamed(written.slice(0, -1)) !== undefined;
  const rest = text.slice(end);
  const space = isField || rest.startsWith(' ') || rest.startsWith(')') ? '' : ' ';
  const caret = start + written.length + (isField || rest.startsWith(')') ? 0 : 1);
  return { text: `${text.slice(0, start)}${written}${space}${rest}`, caret };
}
