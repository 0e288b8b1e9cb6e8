import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { bibliographyDocument, bibliographyFragment } from './formattedDocument';

const entries = ['<div class="csl-entry">First</div>', '<div class="csl-entry">Second</div>'];

describe('bibliographyFragment', () => {
  it('puts the entries into one body', () => {
    expect(bibliographyFragment(entries)).toBe('<div class="csl-bib-body">\n<div class="csl-entry">First</div>\n<div class="csl-entry">Second</div>\n</div>\n');
  });
});

describe('bibliographyDocument', () => {
  it('is a well-formed page whose title is only text', () => {
    const errors: string[] = [];
    const page = bibliographyDocument(entries, 'A & B </title><script>alert(1)</script>');
    parse(page, { onParseError: ({ code }) => errors.push(code) });
    expect(errors).toEqual([]);
    expect(page).not.toContain('<script');
    expect(page).toContain('<h1>A &amp; B &lt;/title>&lt;script>alert(1)&lt;/script></h1>');
    expect(page).toContain(bibliographyFragment(entries));
  });
});
