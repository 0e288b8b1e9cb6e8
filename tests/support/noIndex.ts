import type { SearchIndex } from '../../src/core/search/types';

/** The port of a process that has no index: the papers themselves are looked through. */
export const noIndex: SearchIndex = {
  stays: false,
  start: () => Promise.resolve('absent'),
  update: () => Promise.resolve(),
  search: () => Promise.reject(new Error('There is no index.')),
  like: () => Promise.resolve([]),
  close: () => Promise.resolve(),
};
