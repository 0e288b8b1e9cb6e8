import { describe, expect, it } from 'vitest';
import { fileOf, wordsOfState } from './words';

describe('the words for a file that is kept up to date', () => {
  it('say how much is in it and when it was written', () => {
    const { tone, words } = wordsOfState({ kind: 'current', at: '2026-11-24T09:00:00.000Z', count: 1200 });
    expect(tone).toBe('good');
    expect(words).toMatch(/^Up to date: 1,200 papers, written .*2026/);
  });

  it('give the reason where there is one', () => {
    expect(wordsOfState({ kind: 'failed', why: 'The disk is full.' })).toEqual({ tone: 'bad', words: 'Could not be written: The disk is full.' });
  });
});

describe('the name of a file', () => {
  it.each([['/home/ada/refs.bib', 'refs.bib'], ['C:\\Ada\\refs.bib', 'refs.bib'], ['refs.bib', 'refs.bib']])('of %j is %j', (path, name) => expect(fileOf(path)).toBe(name));
});
