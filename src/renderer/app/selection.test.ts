import { beforeEach, describe, expect, it } from 'vitest';
import { byRelevance, orderOf, useLibrary } from './selection';

const { setFilter, setSort } = useLibrary.getState();
const order = () => orderOf(useLibrary.getState());
const added = { column: 'added', direction: 'descending' } as const;
const title = { column: 'title', direction: 'ascending' } as const;

describe('the order of the list', () => {
  beforeEach(() => useLibrary.setState(useLibrary.getInitialState(), true));

  it('is by relevance as long as there are words in the filter', () => {
    expect(order()).toEqual(added);
    setFilter('year:2020.. -tag:slow');
    expect(order()).toEqual(added);
    setFilter('year:2020.. -tag:slow pruning');
    expect(order()).toEqual(byRelevance);
    setFilter('title:"low rank"');
    expect(order()).toEqual(byRelevance);
    setFilter('-pruning');
    expect(order()).toEqual(added);
  });

  it('is the one that was chosen, until the filter is emptied', () => {
    setFilter('pruning');
    setSort(title);
    setFilter('pruning surveys');
    expect(order()).toEqual(title);
    setFilter(' ');
    expect(order()).toEqual(added);
    setFilter('pruning');
    expect(order()).toEqual(byRelevance);
  });

  it('is by relevance again when that is chosen', () => {
    setFilter('pruning');
    setSort(title);
    setSort(byRelevance);
    expect(order()).toEqual(byRelevance);
    setFilter('');
    expect(order()).toEqual(added);
  });
});
