import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDescription } from '../model';
import { distinctFile, fileNameFor, foldedFile, isNamed, problemOfPattern, type NamedPaper } from './naming';
import { bytesOf } from './safeNames';

const main = { type: 'application/pdf', role: 'main', label: '' } as const;
const paper: NamedPaper = { ...emptyDescription, title: 'Tapes: an efficient use', authors: [{ family: 'Hopper', given: 'Grace' }, { family: 'Noether', given: 'Emmy' }], issued: '2025-03', venue: 'Journal of Tapes', citationKey: 'hopper2025tapes' };
const named = (fields: Partial<NamedPaper>, pattern?: string) => fileNameFor({ ...paper, ...fields }, main, pattern);

describe('fileNameFor', () => {
  it.each<[string, Partial<NamedPaper>, string?]>([
    ['2025 Hopper - Tapes.pdf', {}],
    ['Hopper - Tapes.pdf', { issued: '' }],
    ['2025 - Tapes.pdf', { authors: [] }],
    ['Tapes.pdf', { authors: [], issued: '' }],
    ['2025 Hopper.pdf', { title: '' }],
    ['Untitled.pdf', { title: '', authors: [], issued: '' }],
    ['2025 Hopper - What is a tape.pdf', { title: 'What is a tape? And why' }],
    ['2025 Hopper - \\lambda-tapes.pdf'.replace('\\', ''), { title: '$\\lambda$-tapes' }],
    ['2025 van Gogh - A B C.pdf', { title: 'A/B\\C', authors: [{ family: 'Gogh', given: 'V', particle: 'van' }] }],
    ['2025 Hopper - On the efficient use of magnetic tapes in the training of.pdf', { title: 'On the efficient use of magnetic tapes in the training of very large models' }],
    ['hopper2025tapes.pdf', {}, '{key}'],
    ['2025/Hopper & Noether - Tapes - an efficient use.pdf', {}, '{year}/{authors} - {title}.pdf'],
    ['Journal of Tapes/Tapes.pdf', {}, '{venue}/{shortTitle}'],
    ['Tapes.pdf', { venue: '' }, '{venue}/{shortTitle}'],
    ['_CON.pdf', {}, 'CON'],
    ['Tapes.pdf', { issued: '' }, '({year}) {shortTitle}'],
  ])('%s', (name, fields, pattern) => expect(named(fields, pattern)).toBe(name));

  it('says which of several files it is', () => {
    expect(fileNameFor(paper, { ...main, role: 'supplement' })).toBe('2025 Hopper - Tapes (supplement).pdf');
    expect(fileNameFor(paper, { type: 'text/html', role: 'earlier', label: 'v1' })).toBe('2025 Hopper - Tapes (v1).html');
  });

  it('is safe on every system, whatever the paper and the pattern', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('CON', 'nul.pdf', '..', '. .', 'e\u0301'.repeat(90), '\ud800', '🙂'.repeat(80), 'a\u202eb'));
    const patterns = fc.oneof(fc.constant('{year} {firstAuthor} - {shortTitle}.pdf'), fc.constant('{venue}/{title}'), fc.array(fc.constantFrom('{title}', '{key}', '/', '..', ' - ', '.', 'aux'), { maxLength: 6 }).map((parts) => parts.join('')));
    fc.assert(fc.property(text, text, text, patterns, (title, family, label, pattern) => {
      const name = fileNameFor({ ...paper, title, authors: [{ literal: family || 'x' }], venue: family, citationKey: title }, { ...main, label }, pattern);
      expect(name.endsWith('.pdf')).toBe(true);
      for (const part of name.split('/')) {
        expect(bytesOf(part)).toBeLessThanOrEqual(140);
        expect(part).toMatch(/^[^\s."*<>|?:\\\u0000-\u001f\u007f][^"*<>|?:\\\u0000-\u001f\u007f]*(?<![\s.])$/u);
        expect(part).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
        expect(part.normalize('NFC')).toBe(part);
        expect(part).not.toMatch(/\p{Cs}/u);
      }
    }), { numRuns: 500 });
  });
});

describe('distinctFile', () => {
  it('numbers what is taken, whatever its case and Unicode form', () => {
    const taken = new Set(['Ada.pdf', 'ADA (2).pdf', 'Zo\u00eb.pdf'].map(foldedFile));
    expect(distinctFile('ada.pdf', (name) => taken.has(name))).toBe('ada (3).pdf');
    expect(distinctFile('Zoe\u0308.pdf', (name) => taken.has(name))).toBe('Zoe\u0308 (2).pdf');
    expect(isNamed('ada (3).pdf', 'ada.pdf')).toBe(true);
    expect(isNamed('adam.pdf', 'ada.pdf')).toBe(false);
  });
});

describe('problemOfPattern', () => {
  it.each(['{year} {firstAuthor}.pdf', '{venue}/{key}'])('takes %s', (pattern) => expect(problemOfPattern(pattern)).toBeNull());
  it.each(['{yaer}', '{year', 'paper.pdf', '{}', '{constructor}'])('refuses %s', (pattern) => expect(problemOfPattern(pattern)).toEqual(expect.any(String)));
});
