import { describe, expect, it } from 'vitest';
import { MAX_BYTES, readFiles } from './files';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

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
