import { describe, expect, it } from 'vitest';
import { temporaryApp } from '../support/library';

const ris = (count: number): string => Array.from({ length: count }, (_, at) => `TY  - JOUR\nTI  - Paper number ${at} of many\nAU  - Lovelace, Ada\nPY  - 2001\nER  - \n`).join('\n');

describe('an import that is cancelled', () => {
  it('while it is read reads no further, and the next one is read', async () => {
    await using library = await temporaryApp();
    const { imports } = library.app;
    const reading = imports.preview({ text: ris(50_000), fileName: 'a.ris', format: 'auto', job: 'a' });
    expect(imports.cancel('b')).toBe(false);
    expect(imports.cancel('a')).toBe(true);
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    expect(await imports.preview({ text: ris(2), fileName: 'a.ris', format: 'auto', job: 'a' })).toMatchObject({ format: 'ris', fresh: [{ line: 1 }, { line: 7 }], problems: [] });
  });

  it('while it is carried out changes nothing, and can be carried out later', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const { previewId } = await app.imports.preview({ text: ris(400), fileName: 'a.ris', format: 'ris' });
    const leave = app.onEvent((event) => { if (event.kind === 'progress' && event.progress.done > 0) app.imports.cancel('c'); });
    await expect(app.imports.commit({ previewId, complete: false, job: 'c' })).rejects.toMatchObject({ code: 'cancelled' });
    leave();
    expect(await app.overview()).toMatchObject({ all: 0 });
    expect(await app.undo()).toEqual({ kind: 'nothing' });
    expect((await app.imports.commit({ previewId, complete: false, job: 'c' })).added).toHaveLength(400);
  });
});
