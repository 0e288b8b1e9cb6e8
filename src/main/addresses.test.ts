import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachmentIn, fileOf, filesAt, HOME, isAt, isExternal, isOurs, isTrusted, PALETTE } from './addresses';

describe('the window’s own page', () => {
  it('is one address, whatever follows its #', () => {
    expect([HOME, `${HOME}#/paper/abc`, PALETTE].map(isOurs)).toEqual([true, true, true]);
    expect([HOME, `${HOME}#/paper/abc`, PALETTE].map((url) => isAt(HOME, url))).toEqual([true, true, false]);
    for (const url of ['https://example.org/', 'lectern://other/index.html', 'lectern://app/other.html', `${HOME}.evil`, 'file:///index.html', '']) expect(isOurs(url)).toBe(false);
  });

  it('is made of files of its folder alone', () => {
    const folder = join('/', 'app', 'renderer');
    expect(fileOf(folder, 'lectern://app/assets/a.js')).toBe(join(folder, 'assets', 'a.js'));
    for (const url of ['lectern://app/..%2f..%2fsecret', 'lectern://app/%2e%2e/secret', 'lectern://other/a.js', 'lectern://app/%E0%A4%A', 'lectern://app/..%2frenderer-other/a.js']) {
      const file = fileOf(folder, url);
      expect(file === null || file.startsWith(join(folder, '/'))).toBe(true);
    }
    expect(fileOf(folder, 'lectern://app/..%2f..%2fsecret')).toBeNull();
    expect(fileOf(folder, 'lectern://app/..%2frenderer-other/a.js')).toBeNull();
  });
});

describe('a file of a paper', () => {
  it('has an address of its own for each window, and is named by an id', () => {
    expect(attachmentIn(`${filesAt(3)}file-1`)).toEqual({ window: 3, id: 'file-1' });
    for (const url of ['lectern://app/files/3/', 'lectern://app/files/x/file-1', 'lectern://app/files/3/..', 'lectern://app/files/3/%2e%2e%2fsecret', 'lectern://other/files/3/file-1', 'lectern://app/files/3/a/b', HOME]) expect(attachmentIn(url)).toBeNull();
  });
});

describe('a link out', () => {
  it('is a web address', () => {
    expect(['https://arxiv.org/abs/1', 'http://a.b'].map(isExternal)).toEqual([true, true]);
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'smb://host/share', 'mailto:a@b', 'lectern://app/', 'not a url', '']) expect(isExternal(url)).toBe(false);
  });
});

describe('a message', () => {
  it('is trusted from the main frame of our page alone', () => {
    const main = { url: HOME };
    expect(isTrusted({ sender: { mainFrame: main }, senderFrame: main })).toBe(true);
    expect(isTrusted({ sender: { mainFrame: main }, senderFrame: { url: HOME } })).toBe(false);
    expect(isTrusted({ sender: { mainFrame: main }, senderFrame: null })).toBe(false);
    const foreign = { url: 'https://example.org/' };
    expect(isTrusted({ sender: { mainFrame: foreign }, senderFrame: foreign })).toBe(false);
  });
});
