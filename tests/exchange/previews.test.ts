import { describe, expect, it } from 'vitest';
import { temporaryApp } from '../support/library';

const ris = (count: number, name: string): string => Array.from({ length: count }, (_, at) => `TY  - JOUR\nTI  - ${name} number ${at} of many\nPY  - 2001\nER  - \n`).join('\n');

describe('previews that nobody decides on', () => {
  it('are kept while they are small, eight of them', async () => {
    await using library = await temporaryApp();
    const { imports } = library.app;
    const previews = [];
    for (let at = 0; at < 9; at += 1) previews.push(await imports.preview({ text: ris(1, `Paper ${'abcdefghi'.charAt(at)}`), fileName: 'a.ris', format: 'ris' }));
    const [first, second] = previews;
    await expect(imports.commit({ previewId: first?.previewId ?? '', complete: false })).rejects.toMatchObject({ code: 'not-found' });
    expect((await imports.commit({ previewId: second?.previewId ?? '', complete: false })).added).toHaveLength(1);
  });

  it('give way to a newer one where they hold many papers', async () => {
    await using library = await temporaryApp();
    const { imports } = library.app;
    const large = await imports.preview({ text: ris(5001, 'Engine'), fileName: 'a.ris', format: 'ris' });
    const small = await imports.preview({ text: ris(1, 'Shelf'), fileName: 'b.ris', format: 'ris' });
    await expect(imports.commit({ previewId: large.previewId, complete: false })).rejects.toMatchObject({ code: 'not-found' });
    expect((await imports.commit({ previewId: small.previewId, complete: false })).added).toHaveLength(1);
  });

  it('can be carried out where nothing in them is new', async () => {
    await using library = await temporaryApp();
    const { imports } = library.app;
    const input = { text: ris(3, 'Engine'), fileName: 'a.ris', format: 'ris' } as const;
    await imports.commit({ previewId: (await imports.preview(input)).previewId, complete: false });
    const again = await imports.preview(input);
    expect([again.fresh.length, again.duplicates.length]).toEqual([0, 3]);
    expect(await imports.commit({ previewId: again.previewId, complete: true })).toEqual({ added: [], completed: [] });
  });
});
