import { describe, expect, it } from 'vitest';
import { holdsPapers, kindOfDrag, textOf } from './transfer';

const transfer = (data: Record<string, string>) => ({ getData: (type: string) => data[type] ?? '' });
const list = 'A title of a paper that somebody copied from a page';

describe('textOf', () => {
  it('prefers HTML with links to papers or the data of a page', () => {
    const linked = '<a href="/papers/2502.12345">A title</a>';
    const hydrated = '<div class="SVELTE_HYDRATER" data-props="{}"></div>';
    expect(textOf(transfer({ 'text/html': linked, 'text/plain': list }))).toBe(linked);
    expect(textOf(transfer({ 'text/html': hydrated, 'text/plain': 'short' }))).toBe(hydrated);
  });

  it('takes the plain text where the HTML is only its dress', () => {
    expect(textOf(transfer({ 'text/html': `<p style="color:red">${list}</p>`, 'text/plain': list }))).toBe(list);
  });

  it('takes the id of a paper, short as it is', () => {
    for (const id of ['10.1000/182', 'doi:10.1000/182', 'arXiv:2305.14314']) expect(textOf(transfer({ 'text/plain': id }))).toBe(id);
  });

  it('leaves a word, a link or nothing alone', () => {
    expect(textOf(transfer({ 'text/plain': 'https://example.org/a-page' }))).toBeNull();
    expect(textOf(transfer({ 'text/plain': ' '.repeat(100) }))).toBeNull();
    expect(textOf(transfer({}))).toBeNull();
  });
});

describe('holdsPapers', () => {
  it('does not take the bare words for the real thing', () => {
    expect(holdsPapers('<p>our papers and data-props of stage plays</p>')).toBe(false);
  });
});

describe('kindOfDrag', () => {
  it('tells files, text and anything else apart', () => {
    expect(kindOfDrag(['text/plain', 'Files'])).toBe('files');
    expect(kindOfDrag(['text/uri-list', 'text/html'])).toBe('text');
    expect(kindOfDrag(['application/x-color'])).toBeNull();
  });
});
