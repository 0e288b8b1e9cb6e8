import { describe, expect, it } from 'vitest';
import { temporaryApp } from './support/library';

describe('what an export loses', () => {
  it('is counted, with some of the papers', async () => {
    await using library = await temporaryApp();
    const { exports, papers } = library.app;
    for (let index = 0; index < 7; index += 1) await papers.create({ title: `Paper ${index}`, issued: index < 6 ? '2020/2021' : '2020', extra: { code: 'x' } });
    const ids = await papers.view({ scope: { kind: 'all' }, filter: '', sort: { column: 'title', direction: 'ascending' } });
    const { papers: count, affected, losses } = await exports.losses({ selection: { kind: 'papers', ids }, format: 'ris' });
    expect([count, affected]).toEqual([7, 7]);
    expect(losses).toMatchObject([{ label: 'code', count: 7, reason: 'RIS has no place for it.' }, { field: 'issued', count: 6, reason: 'RIS has no ranges of dates.' }]);
    expect(losses[1]?.papers.map(({ title }) => title)).toEqual(['Paper 0', 'Paper 1', 'Paper 2', 'Paper 3', 'Paper 4']);
    expect((await exports.losses({ selection: { kind: 'papers', ids }, format: 'csl-json' })).affected).toBe(0);
    await expect(exports.losses({ selection: { kind: 'papers', ids: [] }, format: 'ris' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
