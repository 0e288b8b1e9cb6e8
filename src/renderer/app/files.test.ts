import { describe, expect, it } from 'vitest';
import { MAX_INPUT } from '../../core/formats/kinds';
import { readFiles } from './files';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('readFiles', () => {
  it('reads the good files in order and says why the others are refused', async () => {
    const large = new File(['x'], 'large.txt');
    Object.defineProperty(large, 'size', { value: MAX_INPUT + 1 });
    const folder = new File([], 'folder');
    folder.arrayBuffer = () => Promise.reject(new DOMException('A folder', 'NotFoundError'));

    const { sources, refused } = await readFiles([new File(['one'], 'a.txt'), large, folder, new File([utf8('zwei: ü').slice()], 'b.txt'), new File([new Uint8Array([0xfc])], 'c.txt')]);

    expect(sources).toEqual([{ text: 'one', fileName: 'a.txt', encoding: 'utf-8' }, { text: 'zwei: ü', fileName: 'b.txt', encoding: 'utf-8' }, { text: 'ü', fileName: 'c.txt', encoding: 'windows-1252' }]);
    expect(refused.map(({ name }) => name)).toEqual(['large.txt', 'folder']);
    expect(refused[0]?.reason).toContain('It has 65 MB; Lectern takes in files of up to 64 MB');
  });
});
