import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt';

describe('excerpt', () => {
  it('shows a short text whole', () => {
    expect(excerpt('We prune heads.', 3, 8)).toEqual({ before: 'We ', phrase: 'prune', after: ' heads.' });
  });

  it('cuts a long text between words', () => {
    const text = `${'word '.repeat(40)}pruning ${'next '.repeat(40)}`;
    const { before, phrase, after } = excerpt(text, 200, 207);
    expect(phrase).toBe('pruning');
    expect(before).toMatch(/^…(word )+$/);
    expect(after).toMatch(/^( next)+…$/);
  });
});
