import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenize } from '../../../../core/tex';
import { cursorOver, moved, passageUnder, wordsOf } from './words';

const words = (text: string) => wordsOf(text, tokenize(text));
const shown = (text: string) => words(text).map(({ start, end, opensSentence }) => `${opensSentence ? '^' : ''}${text.slice(start, end)}`);

describe('wordsOf', () => {
  it.each([
    ['We prune (some) heads. It works!', ['^We', 'prune', 'some', 'heads', '^It', 'works']],
    ['20$\\times$ faster', ['^20$\\times$', 'faster']],
    ['the (\\textsc{Ofa}), 5\\%.', ['^the', '\\textsc{Ofa}', '5\\%']],
    ['see https://a.b/c. Then', ['^see', 'https://a.b/c', '^Then']],
    ['two\n\nparts — here', ['^two', 'parts', '—', 'here']],
    ['', []],
    [' ... ', []],
  ])('%j', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('keeps words apart and in order in any text', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', '.', ' ', '$x$', '\\emph{', '}', '\\%')).map((parts) => parts.join('')), (text) => {
      let at = 0;
      for (const { start, end } of words(text)) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
    }));
  });
});

describe('a word cursor', () => {
  const text = 'One two. Three four five. Six';
  const all = words(text);
  const at = (head: number, anchor = head) => ({ anchor, head });
  const passage = (cursor: ReturnType<typeof moved>) => {
    const found = cursor && passageUnder(cursor, all);
    return found && text.slice(found.start, found.end);
  };

  it('begins at the first word and moves by words and sentences', () => {
    expect(passage(moved(null, 'next', false, all))).toBe('One');
    expect(passage(moved(at(0), 'next', false, all))).toBe('two');
    expect(passage(moved(at(0), 'nextSentence', false, all))).toBe('Three');
    expect(passage(moved(at(4), 'previousSentence', false, all))).toBe('Three');
    expect(passage(moved(at(4), 'last', false, all))).toBe('Six');
    expect(passage(moved(at(0), 'previous', false, all))).toBe('One');
  });

  it('extends in both directions', () => {
    expect(passage(moved(at(1), 'next', true, all))).toBe('two. Three');
    expect(passage(moved(at(2), 'previousSentence', true, all))).toBe('One two. Three');
    expect(passage(moved(at(2), 'nextSentence', true, all))).toBe('Three four five');
    expect(passage(moved(at(4, 2), 'nextSentence', true, all))).toBe('Three four five. Six');
  });

  it('goes on from a passage chosen with the mouse', () => {
    expect(cursorOver({ start: 5, end: 12 }, all)).toEqual({ anchor: 1, head: 2 });
    expect(cursorOver({ start: text.length, end: text.length + 1 }, all)).toBeNull();
  });

  it('stays inside a text that has become shorter', () => {
    expect(moved(at(40, 30), 'next', true, all.slice(0, 2))).toEqual({ anchor: 1, head: 1 });
    expect(moved(null, 'next', false, [])).toBeNull();
  });
});
