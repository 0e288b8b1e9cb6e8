import { describe, expect, it } from 'vitest';
import { authorsOf, rowsOf, sameAuthors, withKindChanged, withMoved, withNames } from './authorRows';

const ada = { family: 'Lovelace', given: 'Ada' };
const charles = { family: 'Babbage', given: 'Charles' };
const society = { literal: 'Analytical Society' };

describe('author rows', () => {
  it('give back the authors they were made of', () => {
    expect(authorsOf(rowsOf([ada, society]))).toEqual([ada, society]);
  });

  const ludwig = { family: 'Beethoven', given: 'Ludwig', particle: 'van' };
  const unsplit = { family: 'van Beethoven', given: 'Ludwig van' };

  it('keep the parts of a name that are not written anew', () => {
    const sammy = { family: 'Davis', given: 'Sammy', droppingParticle: 'von', suffix: 'Jr.' };
    for (const author of [ludwig, unsplit, sammy]) expect(authorsOf(rowsOf([author]))).toEqual([author]);
    expect(authorsOf(rowsOf([sammy]).map((row) => ({ ...row, given: 'Sam von' })))).toEqual([{ ...sammy, given: 'Sam' }]);
    expect(authorsOf(rowsOf([unsplit]).map((row) => ({ ...row, given: 'L.' })))).toEqual([{ family: 'van Beethoven', given: 'L.' }]);
  });

  it('take a name apart that is written anew', () => {
    const written = (given: string, family: string) => authorsOf([{ key: 0, kind: 'person', given, family }]);
    expect(written('Ludwig', 'van Beethoven')).toEqual([ludwig]);
    expect(written('Sammy', 'Davis, Jr.')).toEqual([{ family: 'Davis', given: 'Sammy', suffix: 'Jr.' }]);
    expect(written('Alexander von', 'Humboldt')).toEqual([{ family: 'Humboldt', given: 'Alexander', droppingParticle: 'von' }]);
    expect(written('', 'Lovelace, Ada')).toEqual([ada]);
    expect(written('', 'Plato')).toEqual([{ family: 'Plato', given: '' }]);
    expect(written('Ada', ',')).toEqual([{ literal: ',' }]);
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
