import { EditorSelection, EditorState, type StateCommand } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteExtensions } from './editorSetup';
import { changeTo, insertBlock, toggleMark, toggleTask } from './textChanges';

/** A state whose selection is what stands between `‹` and `›` in the text, as the editor of notes has it. */
function stateOf(marked: string): EditorState {
  const from = marked.indexOf('‹');
  const to = marked.indexOf('›') - 1;
  return EditorState.create({ doc: marked.replace('‹', '').replace('›', ''), selection: EditorSelection.range(from, to), extensions: noteExtensions() });
}

function shown(state: EditorState): string {
  const { from, to } = state.selection.main;
  const text = state.doc.toString();
  return `${text.slice(0, from)}‹${text.slice(from, to)}›${text.slice(to)}`;
}

function after(marked: string, command: StateCommand): string {
  let state = stateOf(marked);
  command({ state, dispatch: (transaction) => { state = transaction.state; } });
  return shown(state);
}

describe('the text of a note', () => {
  it('comes back from the editor as it was put in', () => {
    const awkward = fc.string({ unit: fc.constantFrom('\r', '\n', '\r\n', '\0', '\uD800', '\uDC00', '\u2028', '\u0085', '\t', ' ', 'א', '\u202E', '👩🏽‍🔬', 'e\u0301', '\uFEFF', 'a') });
    fc.assert(fc.property(awkward, awkward, (doc, more) => {
      const state = EditorState.create({ doc, extensions: noteExtensions() });
      expect(state.doc.toString()).toBe(doc);
      expect(state.update({ changes: { from: doc.length, insert: more } }).state.doc.toString()).toBe(doc + more);
    }));
  });

  it('is changed in one place when another text takes its place', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, next) => {
      const state = EditorState.create({ doc: before, extensions: noteExtensions() });
      expect(state.update({ changes: changeTo(before, next) }).state.doc.toString()).toBe(next);
    }));
    expect(changeTo('one two three', 'one 2 three')).toEqual({ from: 4, to: 7, insert: '2' });
    expect(changeTo('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' });
  });
});

describe('a mark', () => {
  it.each([
    ['a ‹word› here', '**', 'a **‹word›** here'],
    ['a **‹word›** here', '**', 'a ‹word› here'],
    ['a **‹word›** here', '*', 'a ***‹word›*** here'],
    ['‹›', '*', '*‹›*'],
    ['*‹›*', '*', '‹›'],
    ['*‹word›', '*', '**‹word›*'],
  ])('%j with %s becomes %j', (before, mark, expected) => {
    expect(after(before, toggleMark(mark))).toBe(expected);
  });
});

describe('a quoted block', () => {
  it.each([
    ['‹›', '> quote\n‹›'],
    ['text‹›', 'text\n\n> quote\n‹›'],
    ['text\n‹›', 'text\n\n> quote\n‹›'],
    ['text\n\n‹›', 'text\n\n> quote\n‹›'],
    ['te‹›xt\nmore', 'text\n\n> quote\n\n‹›\nmore'],
    ['te‹›xt\n\nmore', 'text\n\n> quote\n‹›\n\nmore'],
  ])('into %j makes %j', (before, expected) => {
    const state = stateOf(before);
    expect(shown(state.update(insertBlock(state, '> quote\n')).state)).toBe(expected);
  });
});

describe('a task', () => {
  it.each([
    ['- [ ] one', 0, '- [x] one'],
    ['1. [X] one', 0, '1. [ ] one'],
    ['> - [x] quoted', 2, '> - [ ] quoted'],
    ['\uFEFF- [ ] after a mark', 0, '\uFEFF- [x] after a mark'],
    ['a\r\n- [ ] two', 3, 'a\r\n- [x] two'],
  ])('in %j at %i is ticked or cleared', (before, offset, expected) => {
    const state = stateOf(`‹›${before}`);
    const change = toggleTask(state, offset);
    expect(change && state.update(change).state.doc.toString()).toBe(expected);
  });

  it('that is gone is left alone', () => {
    expect(toggleTask(stateOf('‹›no task'), 0)).toBeNull();
    expect(toggleTask(stateOf('‹›'), 7)).toBeNull();
  });
});
