import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml, type XmlElement } from './xml';

function rootOf(text: string): XmlElement {
  const reading = readXml(text);
  if (reading.kind === 'malformed') throw new Error(reading.reason);
  return reading.root;
}

describe('readXml', () => {
  it('reads elements, attributes and text', () => {
    expect(rootOf(`<?xml version="1.0"?>\n<!-- a -->\n<a:list xml:lang='en' note="x&quot;y">one<item/>two &amp; &#x2014;<![CDATA[ <three> ]]></a:list>\n`)).toEqual({
      name: 'a:list',
      attrs: { 'xml:lang': 'en', note: 'x"y' },
      children: ['one', { name: 'item', attrs: {}, children: [] }, 'two & — <three> '],
    });
  });

  it('passes over a document type that declares nothing', () => {
    expect(rootOf('<!DOCTYPE set PUBLIC "-//X//DTD set//EN" "https://example.org/set.dtd"><set/>').name).toBe('set');
  });

  it.each([
    ['', 'There is no element in it.', 1, 1],
    ['<a>\n <b>', 'The element “b” is not closed.', 2, 5],
    ['<a>\n</b>', '“</b>” closes nothing that is open here.', 2, 1],
    ['<a>&nbsp;</a>', 'XML knows no entity “&nbsp;”.', 1, 4],
    ['<a>R&D</a>', 'This “&” begins no entity that XML knows.', 1, 5],
    ['<a>&#0;</a>', 'XML knows no entity “&#0;”.', 1, 4],
    ['<a b=1/>', 'The attribute “b” has no value in quotation marks.', 1, 4],
    ['<a b="1" b="2"/>', 'The attribute “b” stands there twice.', 1, 10],
    ['<a/><b/>', 'There is a second root element.', 1, 5],
    ['<a/>more', 'There is text outside of the root element.', 1, 5],
    ['<a><!-- ', 'This comment does not end.', 1, 8],
    ['PK\u0003\u0004', 'There is text outside of the root element.', 1, 1],
  ])('refuses %j', (text, reason, line, column) => {
    expect(readXml(text)).toEqual({ kind: 'malformed', reason, line, column });
  });

  it('resolves no entity that the document declares', () => {
    const laughs = '<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "&l;&l;&l;">]><a>&m;</a>';
    expect(readXml(laughs)).toMatchObject({ kind: 'malformed', reason: 'It declares entities or elements of its own, which are not read.' });
    expect(readXml('<!DOCTYPE a [<!ENTITY l SYSTEM "file:///etc/passwd">]><a>&l;</a>').kind).toBe('malformed');
  });

  it('refuses what lies too deep, and takes its time for nothing', () => {
    expect(readXml('<a>'.repeat(100_000))).toMatchObject({ kind: 'malformed', reason: 'Its elements lie more than 200 deep.' });
    for (const hostile of ['<a ', '<a b="', '&', '<!--', '<a b=""', ']]>']) {
      const began = performance.now();
      readXml(hostile.repeat(200_000));
      readXml(`<a>${hostile.repeat(200_000)}`);
      expect(performance.now() - began).toBeLessThan(1000);
    }
  });

  it('takes names of what every object has for names', () => {
    const { attrs, children } = rootOf('<a __proto__="x" constructor="y"><__proto__/></a>');
    expect(Object.entries(attrs)).toEqual([['__proto__', 'x'], ['constructor', 'y']]);
    expect(children).toHaveLength(1);
    expect(Object.getPrototypeOf(attrs)).toBe(Object.prototype);
  });

  it('gives back what was written', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '<', '>', '&', '"', "'", ' ', 'é', '𝔸', ']', '-') });
    const escaped = (value: string): string => value.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
    fc.assert(fc.property(text, text, (inside, value) => {
      expect(rootOf(`<r v="${escaped(value)}">${escaped(inside)}</r>`)).toEqual({ name: 'r', attrs: { v: value }, children: inside === '' ? [] : [inside] });
    }));
  });

  it('never throws', () => {
    const piece = fc.constantFrom('<', '>', '/', '</', '<a', ' b="c"', "'", '"', '&', '&amp;', '<![CDATA[', ']]>', '<!--', '-->', '<?', '?>', '<!DOCTYPE', '[', 'x', '\n', '\uD800');
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const reading = readXml(pieces.join(''));
      expect(reading.kind === 'document' || (reading.line > 0 && reading.column > 0)).toBe(true);
    }), { numRuns: 2000 });
  });
});
