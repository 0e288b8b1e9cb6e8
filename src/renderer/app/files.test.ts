import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, MAX_BYTES, readFiles } from './files';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, !bigEndian);
  for (let at = 0; at < text.length; at += 1) view.setUint16(2 + at * 2, text.charCodeAt(at), !bigEndian);
  return bytes;
}

const text = fc.string({ unit: 'grapheme' }).filter((value) => !value.startsWith('\uFEFF'));

describe('decode', () => {
  it('reads UTF-8 with and without a byte order mark', () => {
    fc.assert(fc.property(text, (value) => {
      expect(decode(utf8(value))).toBe(value);
      expect(decode(utf8(`\uFEFF${value}`))).toBe(value);
    }));
  });

  it('reads UTF-16 of either byte order by its mark', () => {
    fc.assert(fc.property(text, fc.boolean(), (value, bigEndian) => {
      expect(decode(utf16(value, bigEndian))).toBe(value);
    }));
  });

  it('reads what is not valid UTF-8 as windows-1252', () => {
    // Only bytes above 0x9f: Node 20 takes windows-1252 for Latin-1, which differs below; browsers do not.
    expect(decode(new Uint8Array([0x52, 0xe9]))).toBe('Ré');
    expect(decode(new Uint8Array([0x61, 0xc3]))).toBe('aÃ');
  });

  it('takes any bytes', () => {
    fc.assert(fc.property(fc.uint8Array(), (bytes) => { expect(typeof decode(bytes)).toBe('string'); }));
  });
});

describe('readFiles', () => {
  it('reads the good files in order and says why the others are refused', async () => {
    const large = new File(['x'], 'large.txt');
    Object.defineProperty(large, 'size', { value: MAX_BYTES + 1 });
    const folder = new File([], 'folder');
    folder.arrayBuffer = () => Promise.reject(new DOMException('A folder', 'NotFoundError'));

    const { sources, refused } = await readFiles([new File(['one'], 'a.txt'), large, folder, new File([utf8('zwei: ü').slice()], 'b.txt')]);

    expect(sources).toEqual([{ text: 'one', fileName: 'a.txt' }, { text: 'zwei: ü', fileName: 'b.txt' }]);
    expect(refused.map(({ name }) => name)).toEqual(['large.txt', 'folder']);
    expect(refused[0]?.reason).toContain('It has 65 MB; Lectern takes in files of up to 64 MB');
  });
});
