/** Where an array's elements stand in a JSON text: their bounds, and their texts as written. */
export interface JsonElement {
  start: number;
  text: string;
}

const token = /"(?:[^"\\\n]|\\.)*"?|[[\]{},]/g;

/**
 * Finds the elements of the array at the root of a JSON text, or of the first array under one of `keys` in its
 * root object, without judging them: a broken element does not hide its neighbours. Null where there is no
 * such array. Linear, and not recursive, so that deep nesting cannot exhaust the stack.
 */
export function jsonElements(text: string, keys: readonly string[]): JsonElement[] | null {
  const open = arrayStart(text, keys);
  if (open === -1) return null;
  const elements: JsonElement[] = [];
  let depth = 0;
  let start = open + 1;
  const push = (end: number): void => {
    const written = text.slice(start, end);
    const inner = written.trim();
    if (inner !== '') elements.push({ start: start + written.indexOf(inner), text: inner });
    start = end + 1;
  };
  token.lastIndex = open;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const mark = found[0];
    if (mark === ',' && depth === 1) push(found.index);
    else if (mark === '[' || mark === '{') depth += 1;
    else if (mark === ']' || mark === '}') depth -= 1;
    if (depth === 0) {
      push(found.index);
      return elements;
    }
  }
  push(text.length);
  return elements;
}

function arrayStart(text: string, keys: readonly string[]): number {
  const first = /\S/.exec(text);
  if (first?.[0] === '[') return first.index;
  if (first?.[0] !== '{') return -1;
  let depth = 0;
  let last = '';
  token.lastIndex = first.index;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const mark = found[0];
    if (mark === '[' && depth === 1 && keys.some((key) => last === `"${key}"`)) return found.index;
    if (mark === '[' || mark === '{') depth += 1;
    else if (mark === ']' || mark === '}') depth -= 1;
    else if (mark !== ',' && depth === 1) last = mark;
  }
  return -1;
}

export type Parsed = { kind: 'value'; value: unknown } | { kind: 'syntax-error'; offset: number; reason: string };

/** JSON.parse as a value: what it read, or where and why it stopped. */
export function parseJson(text: string): Parsed {
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'value', value };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { kind: 'syntax-error', offset: errorOffset(message, text), reason: `This is not valid JSON: ${plain(message)}.` };
  }
}

/** Engines say the position in words, or not at all where the text ends too early. */
function errorOffset(message: string, text: string): number {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Math.min(Number(position), text.length);
  return /end of (?:JSON )?input|unterminated/i.test(message) ? text.trimEnd().length : 0;
}

/** The engine's message without the passage it may quote: the finding shows the passage itself. */
function plain(message: string): string {
  const unexpected = /^Unexpected token .{1,4}(?=, )/u.exec(message)?.[0] ?? message.replace(/ \(line.{0,40}\)$/, '');
  return unexpected.replace(/\.$/, '').replace(/^./, (letter) => letter.toLowerCase());
}
