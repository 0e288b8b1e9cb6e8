import { EditorSelection, type ChangeSpec, type EditorState, type StateCommand, type TransactionSpec } from '@codemirror/state';

/** A command that puts `mark` around each selection, or takes it away where it is. */
export function toggleMark(mark: string): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const changes = state.changeByRange((range) => {
      const outside = { from: range.from - mark.length, to: range.to + mark.length };
      if (hasExactly(state, outside, mark)) {
        return {
          changes: [{ from: outside.from, to: range.from }, { from: range.to, to: outside.to }],
          range: EditorSelection.range(range.anchor - mark.length, range.head - mark.length),
        };
      }
      return {
        changes: [{ from: range.from, insert: mark }, { from: range.to, insert: mark }],
        range: EditorSelection.range(range.anchor + mark.length, range.head + mark.length),
      };
    });
    dispatch(state.update(changes, { scrollIntoView: true, userEvent: 'input' }));
    return true;
  };
}

/** Whether a range begins and ends with `mark` and no longer run of its character: `**` is not a doubled `*`. */
function hasExactly(state: EditorState, { from, to }: { from: number; to: number }, mark: string): boolean {
  if (from < 0 || to > state.doc.length) return false;
  const text = state.doc.sliceString(from, to);
  if (!text.startsWith(mark) || !text.endsWith(mark) || text.length < 2 * mark.length) return false;
  const character = mark.charAt(0);
  return state.doc.sliceString(Math.max(0, from - 1), from) !== character && state.doc.sliceString(to, to + 1) !== character;
}

/** Inserts a block of Markdown, which ends with a line break, after the line of the cursor, set off by blank lines. */
export function insertBlock(state: EditorState, block: string): TransactionSpec {
  const line = state.doc.lineAt(state.selection.main.head);
  const blank = /^\s*$/.test(line.text);
  const before = state.doc.sliceString(Math.max(0, line.from - 2), line.from);
  const gap = blank ? (line.from === 0 || before === '\n\n' ? '' : '\n') : '\n\n';
  const rest = state.doc.sliceString(line.to, line.to + 2);
  const insert = `${gap}${block}${rest === '\n\n' || rest === '' ? '' : '\n'}`;
  const at = blank ? line.from : line.to;
  return { changes: { from: at, insert }, selection: { anchor: at + insert.length }, scrollIntoView: true, userEvent: 'input.quote' };
}

/** Ticks or clears the task whose list marker is at `offset`; null where there is none. */
export function toggleTask(state: EditorState, offset: number): TransactionSpec | null {
  // The Markdown parser leaves out a byte order mark and does not count it.
  const at = state.doc.sliceString(0, 1) === '\uFEFF' ? offset + 1 : offset;
  if (at > state.doc.length) return null;
  const line = state.doc.lineAt(at);
  const task = /^(?:[-*+]|\d{1,9}[.)])[ \t]+\[([ \txX])\]/.exec(line.text.slice(at - line.from));
  if (task === null) return null;
  const box = at + task[0].length - 2;
  return { changes: { from: box, to: box + 1, insert: task[1]?.toLowerCase() === 'x' ? ' ' : 'x' }, userEvent: 'input' };
}

/** The one change that makes `before` into `after`: what lies between what they begin and end with. */
export function changeTo(before: string, after: string): ChangeSpec {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return { from: head, to: before.length - tail, insert: after.slice(head, after.length - tail) };
}
