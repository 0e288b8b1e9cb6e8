import { expect, it } from 'vitest';
import { temporaryApp } from './support/library';

it('sorts papers by the year in which they begin and finds ranges by either end', async () => {
  await using library = await temporaryApp();
  const { papers } = library.app;
  for (const issued of ['2024/2026-02', '-0043', '', '2025-21~', '2023-12-31', '-0100~']) await papers.create({ title: issued === '' ? 'undated' : issued, issued });
  const titles = async (filter: string, direction: 'ascending' | 'descending' = 'ascending') => {
    const ids = await papers.view({ scope: { kind: 'all' }, filter, sort: { column: 'year', direction } });
    return (await papers.rows(ids)).map(({ title }) => title);
  };
  expect(await titles('')).toEqual(['-0100~', '-0043', '2023-12-31', '2024/2026-02', '2025-21~', 'undated']);
  expect(await titles('', 'descending')).toEqual(['2025-21~', '2024/2026-02', '2023-12-31', '-0043', '-0100~', 'undated']);
  expect(await titles('year:2026')).toEqual(['2024/2026-02']);
  expect(await titles('year:-0043')).toEqual(['-0043']);
});

it('refuses what is no date, in words', async () => {
  await using library = await temporaryApp();
  await expect(library.app.papers.create({ title: 'A', issued: 'soon' })).rejects.toThrow('write a date as 2025');
});
