import { describe, expect, it } from 'vitest';
import { authorsOf, rowsOf, sameAuthors, withKindChanged, withMoved, withNames } from './authorRows';

const ada = { family: 'Lovelace', given: 'Ada' };
const charles = { family: 'Babbage', given: 'Charles' };
const society = { literal: 'Analytical Society' };

describe('author rows', () => {
  it('give back the authors they were made of', () => {
    expect(authorsOf(rowsOf([ada, society]))).toEqual([ada, society]);
  });

  it('take in names parted by semicolons and lines', () => {
    expect(authorsOf(withNames(rowsOf([society]), 'Ada Lovelace; Babbage, Charles\n'))).toEqual([society, ada, charles]);
    expect(withNames([], ' ; ')).toEqual([]);
  });

  it('keep their keys when they move', () => {
    expect(withMoved(rowsOf([ada, charles]), 0, 1).map(({ key }) => key)).toEqual([1, 0]);
    expect(withMoved(rowsOf([ada, charles]), 0, -1).map(({ key }) => key)).toEqual([0, 1]);
  });

  it('get a key that no other row has', () => {
    const keys = withNames(withMoved(rowsOf([ada, charles]), 1, -1), 'A B; C D').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('turn a person into a group and back', () => {
    const group = withKindChanged(rowsOf([ada]), 0);
    expect(authorsOf(group)).toEqual([{ literal: 'Ada Lovelace' }]);
    expect(authorsOf(withKindChanged(group, 0))).toEqual([ada]);
  });

  it('are no author without a name', () => {
    const [row] = rowsOf([ada]);
    expect(authorsOf(row ? [{ ...row, family: ' ' }, { ...row, family: '', given: '' }] : [])).toEqual([{ family: 'Ada', given: '' }]);
    expect(sameAuthors(rowsOf([ada]), row ? [row, { ...row, key: 9, family: '', given: '' }] : [])).toBe(true);
  });
});
