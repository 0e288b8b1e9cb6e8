import { describe, expect, it } from 'vitest';
import { temporaryApp } from '../support/library';

const bib = '% mine\n@string{j = "Journal"}\n@article{one, title = {One}, author = {van Gogh, Theo}, journal = j, year = 2020}\n\n@book{two, title={Two}, date={2019/2020}}\n% end\n';

describe('a paper from BibTeX', () => {
  it('keeps its entry through edits, with one name for the file', async () => {
    await using library = await temporaryApp();
    const { imports, papers } = library.app;
    const { previewId } = await imports.preview({ text: bib, fileName: 'a.bib', format: 'auto' });
    const { added } = await imports.commit({ previewId, complete: false });
    const sources = () => added.map(({ id }) => papers.get(id).paper.source);
    const before = sources();
    expect(before.map((source) => `${source?.before ?? ''}${source?.text ?? ''}${source?.after ?? ''}`).join('')).toBe(bib);
    expect(new Set(before.map((source) => source?.file)).size).toBe(1);
    expect(before[0]?.file).not.toBe('');
    for (const { id } of added) await papers.edit(id, { title: `Another ${id}` });
    expect(sources()).toEqual(before);
  });
});
