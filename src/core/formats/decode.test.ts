import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, decodeText } from './decode';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), !bigEndian);
  return bytes;
}

const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.startsWith('\uFEFF'));

describe('decodeText', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    fc.assert(fc.property(text, (value) => {
      expect(decodeText(utf8(value))).toBe(value);
      expect(decodeText(utf8(`\uFEFF${value}`))).toBe(value);
    }));
  });

  it('reads UTF-16 of either byte order by its mark', () => {
    fc.assert(fc.property(text, fc.boolean(), (value, bigEndian) => {
      expect(decodeText(utf16(value, bigEndian))).toBe(value);
    }));
  });

  it('reads what is not valid UTF-8 as windows-1252', () => {
    expect(decode(new Uint8Array([0x93, 0x80, 0xe9, 0x94]))).toEqual({ text: '“€é”', encoding: 'windows-1252' });
    expect(decodeText(new Uint8Array([0x52, 0xe9]))).toBe('Ré');
    expect(decodeText(new Uint8Array([0x61, 0xc3]))).toBe('aÃ');
  });

  it('tells how a text was understood', () => {
    expect([utf8('a'), utf16('a', false), utf16('a', true)].map((bytes) => decode(bytes).encoding)).toEqual(['utf-8', 'utf-16le', 'utf-16be']);
  });

  it('takes any bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => { expect(typeof decodeText(bytes)).toBe('string'); }));
  });
});
