import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete, completingAt } from './completing';
import { facetOf, rangeOf, rewritten, withFacet, withRange, withoutPart, partsOf } from './facets';
import { parse } from './parser';
import { spansOf } from './spans';

/** A text whose caret is at the bar. */
function at(marked: string) {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  return { text, completing: completingAt(text, caret) };
}

describe('completing', () => {
  it.each([
    ['|', 'field', '', ''], ['ti|', 'field', 'ti', 'ti'], ['a ti|tle b', 'field', 'ti', 'title'], ['-ta|', 'field', 'ta', 'ta'], ['-|', 'field', '', ''], ['a |', 'field', '', ''],
    ['tag:|', 'value', '', ''], ['tag:sl|ow', 'value', 'sl', 'slow'], ['-tag:sl|', 'value', 'sl', 'sl'], ['tag:"to c|', 'value', 'to c', '"to c'], ['tag:"to c|ite" b', 'value', 'to c', '"to cite"'], ['tag:|slow', 'value', '', 'slow'],
  ])('%s', (marked, kind, typed, replaced) => {
    const { text, completing } = at(marked);
    expect(completing).toMatchObject({ kind, typed });
    expect(text.slice(completing?.start, completing?.end)).toBe(replaced);
  });

  it.each(['"a|', 'a1|', 'ta|g:slow', 'tag:|(a)', '()|'])('%s offers nothing', (marked) => {
    expect(at(marked).completing).toBeNull();
  });

  it('puts a value, with a space behind it, or a field where something was being typed', () => {
    const put = (marked: string, written: string): string => {
      const { text, completing } = at(marked);
      if (completing === null) throw new Error(marked);
      const { text: after, caret } = complete(text, completing, written);
      return `${after.slice(0, caret)}|${after.slice(caret)}`;
    };
    expect(put('a ta|', 'tag:')).toBe('a tag:|');
    expect(put('tag:|', 'slow')).toBe('tag:slow |');
    expect(put('tag:s| b', '"to cite"')).toBe('tag:"to cite" |b');
    expect(put('(tag:s|)', 'slow')).toBe('(tag:slow|)');
  });
});

describe('facets', () => {
  const { query } = parse('low (status:reading OR status:done) has:note technique:peft technique:lora year:2023.. -tag:x (tag:y OR z)');

  it('are the values that a query asks a field for', () => {
    expect(facetOf(query, 'status')).toEqual(['reading', 'done']);
    expect(facetOf(query, 'technique')).toEqual(['peft', 'lora']);
    expect(facetOf(query, 'tag')).toEqual([]);
    expect(rangeOf(query, 'year')).toEqual({ kind: 'span', from: '2023', to: null });
    expect(rangeOf(query, 'rating')).toBeNull();
  });

  it('are replaced, and leave the rest alone', () => {
    const after = (to: Parameters<typeof rewritten>[1]): string => rewritten('low (status:reading OR status:done) has:note', to);
    expect(after((each) => withFacet(each, 'status', []))).toBe('low has:note');
    expect(after((each) => withFacet(each, 'status', ['to-read']))).toBe('low has:note status:to-read');
    expect(after((each) => withFacet(each, 'has', ['note', 'doi']))).toBe('low (status:reading OR status:done) has:note has:doi');
    expect(after((each) => withFacet(each, 'tag', ['to cite']))).toBe('low (status:reading OR status:done) has:note tag:"to cite"');
    expect(after((each) => withRange(each, 'rating', { kind: 'than', than: '>=', at: '4' }))).toBe('low (status:reading OR status:done) has:note rating:>=4');
    expect(after((each) => withoutPart(each, partsOf(each)[1] ?? each))).toBe('low has:note');
    expect(rewritten('a OR b', (each) => withFacet(each, 'is', ['starred']))).toBe('(a OR b) is:starred');
  });

  it('keep what is wrong with a value, to be put right', () => {
    expect(rewritten('a year:abc (b', (each) => withFacet(each, 'is', ['starred']))).toBe('a b is:starred year:abc');
    expect(rewritten('tag:"x', (each) => withFacet(each, 'is', ['starred']))).toBe('tag:x is:starred');
  });
});

describe('spans', () => {
  it('tell what is a field, what joins, and what is wrong', () => {
    const text = '-tag:x (year:abc OR b)';
    expect(spansOf(text, parse(text).findings).filter(({ text }) => text.trim() !== '').map(({ text, role, finding }) => `${text} ${role}${finding === null ? '' : ` ${finding}`}`))
      .toEqual(['- operator', 'tag: field', 'x text', '( operator', 'year: field error', 'abc text error', 'OR operator', 'b text', ') operator']);
  });

  it('are the text', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '(', ')', '"', ':', '-', 'tag:', 'year:', 'OR', '*') }), (text) => {
      expect(spansOf(text, parse(text).findings).map((span) => span.text).join('')).toBe(text);
    }));
  });
});
