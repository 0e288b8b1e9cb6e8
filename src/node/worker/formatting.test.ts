import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CslItem } from '../../core/formats/csl-types';
import { formatItems } from './formatting';
import type { Watch } from './watch';

const article: CslItem = {
  id: 'a', type: 'article-journal', title: 'Invariant variation problems', 'container-title': 'Nachrichten', volume: '2', issue: '3', page: '235-257', DOI: '10.1000/182',
  author: [{ family: 'Noether', given: 'Emmy' }, { family: 'Hopper', given: 'Grace' }], issued: { 'date-parts': [[1918, 7]] },
};
const unwatched: Watch = { report: () => undefined };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-styles-'));
  await mkdir(join(folder, 'styles'));
});
afterAll(() => rm(folder, { recursive: true }));

const written = (items: CslItem[]): string[] => items.map((item) => JSON.stringify(item));
const inStyle = (style: Parameters<typeof formatItems>[0]['style'], locale?: string, items = [article]) => formatItems({ folder, items: written(items), style, locale, output: 'text', as: 'bibliography' }, unwatched);

const own = (body: string, attributes = '') => `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"${attributes}><info><title>Mine</title>${body}`;

describe('formatItems', () => {
  it.each([
    ['apa', 'Noether, E., & Hopper, G. (1918). Invariant variation problems. Nachrichten, 2(3), 235–257. https://doi.org/10.1000/182'],
    ['ieee', '[1] E. Noether and G. Hopper, “Invariant variation problems,” Nachrichten, vol. 2, no. 3, pp. 235–257, Jul. 1918, doi: 10.1000/182.'],
    ['modern-language-association', 'Noether, Emmy, and Grace Hopper. “Invariant Variation Problems.” Nachrichten, vol. 2, no. 3, July 1918, pp. 235–57, https://doi.org/10.1000/182.'],
    ['chicago-author-date', 'Noether, Emmy, and Grace Hopper. 1918. “Invariant Variation Problems.” Nachrichten 2 (3): 235–57. https://doi.org/10.1000/182.'],
    ['nature', '1. Noether, E. & Hopper, G. Invariant variation problems. Nachrichten 2, 235–257 (1918).'],
    ['vancouver', '1. Noether E, Hopper G. Invariant variation problems. Nachrichten. 1918 Jul;2(3):235–57.'],
    ['harvard-cite-them-right', 'Noether, E. and Hopper, G. (1918) ‘Invariant variation problems’, Nachrichten, 2(3), pp. 235–257. Available at: https://doi.org/10.1000/182.'],
    ['american-medical-association', '1. Noether E, Hopper G. Invariant variation problems. Nachrichten. 1918;2(3):235-257. doi:10.1000/182'],
    ['cell', '1. Noether, E., and Hopper, G. (1918). Invariant variation problems. Nachrichten 2, 235–257. https://doi.org/10.1000/182.'],
    ['science', '1. E. Noether, G. Hopper, Invariant variation problems. Nachrichten 2, 235–257 (1918).'],
  ])('sets an article as %s has it', async (id, entry) => {
    expect(await inStyle(id)).toEqual([entry]);
  });

  it('sets a journal that follows another style as that one, in the language of the journal', async () => {
    expect(await inStyle('nature-medicine')).toEqual(await inStyle('nature'));
  });

  it('speaks the language that is chosen', async () => {
    expect(await inStyle('apa', 'de-DE')).toEqual(['Noether, E., & Hopper, G. (1918). Invariant variation problems. Nachrichten, 2(3), 235–257. https://doi.org/10.1000/182']);
    const [undated] = await inStyle('apa', 'de-DE', [{ id: 'b', type: 'book', title: 'Undated' }]);
    expect(undated).toBe('Undated. (o. J.).');
  });

  it('prints the notes of a style that has no bibliography', async () => {
    expect(await inStyle('bluebook-law-review')).toEqual(['Emmy Noether & Grace Hopper, Invariant Variation Problems, 2 Nachrichten 235 (1918).']);
  });

  it.each([
    ['apa', '(Hopper, 1952; Noether & Hopper, 1918)'],
    ['ieee', '[1], [2]'],
    ['modern-language-association', '(Noether and Hopper; Hopper)'],
  ])('cites works together as %s has it', async (style, citation) => {
    const compiler: CslItem = { id: 'b', type: 'book', title: 'The education of a computer', author: [{ family: 'Hopper', given: 'Grace' }], issued: { 'date-parts': [[1952]] } };
    expect(await formatItems({ folder, items: written([article, compiler]), style, output: 'text', as: 'citation' }, unwatched)).toEqual([citation]);
  });

  it('takes a style of the library, and one that is handed over', async () => {
    const csl = own('</info><citation><layout><text variable="title"/></layout></citation><bibliography><layout suffix="!"><text variable="title"/></layout></bibliography></style>');
    await writeFile(join(folder, 'styles', 'mine.csl'), csl);
    expect(await inStyle('own:mine')).toEqual(['Invariant variation problems!']);
    expect(await inStyle({ csl })).toEqual(['Invariant variation problems!']);
    expect(await inStyle({ csl: own('<link rel="independent-parent" href="http://www.zotero.org/styles/apa"/></info></style>', ' default-locale="de-DE"') }, undefined, [{ id: 'b', type: 'book', title: 'Undated' }])).toEqual(['Undated. (o. J.).']);
  });

  it.each(['own:gone', 'own:../../mine', 'own:', 'no-such-style', '__proto__'])('does not know %s', async (id) => {
    await expect(inStyle(id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('remembers a bibliography, and forgets it when a style or a work changes', async () => {
    const told: number[] = [];
    const watch: Watch = { report: (part) => { told.push(part); } };
    const items = written([{ ...article, title: 'Seen for the first time' }]);
    const first = await formatItems({ folder, items, style: 'apa', output: 'html', as: 'bibliography' }, watch);
    expect(told.at(-1)).toBe(1);
    told.length = 0;
    expect(await formatItems({ folder, items: [...items], style: 'apa', output: 'html', as: 'bibliography' }, watch)).toEqual(first);
    expect(told).toEqual([]);
    expect(await formatItems({ folder, items: written([{ ...article, title: 'Changed' }]), style: 'apa', output: 'html', as: 'bibliography' }, watch)).not.toEqual(first);
  });

  it('ends when nobody waits any more', async () => {
    const stop = (): never => { throw new Error('left'); };
    await expect(formatItems({ folder, items: written([{ ...article, title: 'Left' }]), style: 'apa', output: 'html', as: 'bibliography' }, { report: stop })).rejects.toThrow('left');
  });
});
