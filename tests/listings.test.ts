import { describe, expect, it } from 'vitest';
import { base64Of } from '../src/api/base64';
import type { App } from '../src/core/app';
import { shortAuthors, yearOf, type Description, type Paper, type PaperId } from '../src/core/model';
import { fold } from '../src/core/text';
import type { SortColumn, View } from '../src/core/view';
import { temporaryApp } from './support/library';

const byTitle: View = { scope: { kind: 'all' }, filter: '', sort: { column: 'title', direction: 'ascending' } };
const first = { rows: 2, matches: 1 };

async function shelved(app: App, titles: readonly string[]): Promise<PaperId[]> {
  const ids: PaperId[] = [];
  for (const title of titles) ids.push(await app.papers.create({ title }));
  return ids;
}

/** The ids of a list, as a window makes them out. */
async function idsOf(app: App, view: View): Promise<PaperId[]> {
  const { numbers, roster } = await app.listings.list({ view, first });
  const { name, ids } = app.listings.ids(0);
  expect(roster).toEqual({ name, size: ids.length });
  return Array.from(numbers, (number) => ids[number] as PaperId);
}

describe('a list', () => {
  it('comes as numbers, the first papers with their rows and what was found in them', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [gamma, alpha, beta] = await shelved(app, ['Gamma models', 'Alpha models', 'Beta']);
    expect(await idsOf(app, byTitle)).toEqual([alpha, beta, gamma]);
    const all = await app.listings.list({ view: byTitle, first });
    expect(all.rows.map(({ title }) => title)).toEqual(['Alpha models', 'Beta']);
    expect(all.matches).toEqual([]);
    const found = await app.listings.list({ view: { ...byTitle, filter: 'model' }, first });
    expect(found.matches).toEqual([{ id: alpha, title: [{ start: 6, end: 12 }], passage: null }]);
    expect(found.rows.map(({ id }) => id)).toEqual([alpha, gamma]);
  });

  it('has the same numbers for papers whatever happens to them', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const [first, second] = await shelved(app, ['First', 'Second']);
    await idsOf(app, byTitle);
    await app.papers.trash([first as PaperId]);
    await app.papers.erase([first as PaperId]);
    expect(await idsOf(app, byTitle)).toEqual([second]);
    const [third] = await shelved(app, ['Third']);
    expect(await idsOf(app, byTitle)).toEqual([second, third]);
    for (let step = 0; step < 3; step += 1) await app.undo();
    expect(await idsOf(app, byTitle)).toEqual([first, second]);
    expect(app.listings.ids(1).ids).toEqual([second, third]);
  });

  it('is told in a page as it was meant', () => {
    const numbers = Uint32Array.of(0, 1, 255, 256, 70_000, 2 ** 32 - 1).subarray(1);
    expect([...new Uint32Array(Uint8Array.from(atob(base64Of(numbers)), (unit) => unit.charCodeAt(0)).buffer)]).toEqual([...numbers]);
  });
});

describe('the orders of a list', () => {
  const columns: readonly SortColumn[] = ['title', 'authors', 'year', 'venue', 'status', 'rating', 'added'];
  const bareTitle = ({ title }: Paper): string => fold(title).replace(/^[^\p{L}\p{N}]+/u, '');
  const keys: Record<string, (paper: Paper) => string | number> = {
    title: bareTitle,
    authors: ({ authors }) => fold(shortAuthors(authors)),
    year: (paper) => yearOf(paper) ?? '',
    venue: ({ venue }) => fold(venue),
    status: ({ status }) => ['to-read', 'reading', 'done'].indexOf(status),
    rating: ({ rating }) => (rating === 0 ? '' : rating),
    added: ({ addedAt }) => addedAt,
  };

  function described(index: number): Partial<Description> {
    const family = ['Lind', 'Ångström', 'van Gogh', ''][index % 4] ?? '';
    return {
      title: `${['“Low', 'low', 'Ärger', '漢字', 'Élan', ''][index % 6] ?? ''} ${index % 5}`,
      authors: family === '' ? [] : [{ family, given: '' }],
      issued: ['2024', '', '1999-05', '-0043'][index % 4] ?? '', venue: ['', 'ICML', 'arXiv'][index % 3] ?? '',
    };
  }

  /** By the rule: what is not there comes last in either direction, equal papers by title, then as they came. */
  function expected(papers: readonly Paper[], column: SortColumn, sign: number): PaperId[] {
    const compared = (a: string | number, b: string | number, by: number): number => (a === b ? 0 : a === '' ? 1 : b === '' ? -1 : a < b ? -by : by);
    const key = keys[column] as (paper: Paper) => string | number;
    return papers.toSorted((a, b) => compared(key(a), key(b), sign) || (column === 'added' || column === 'title' ? 0 : compared(bareTitle(a), bareTitle(b), 1))).map(({ id }) => id);
  }

  it('hold after every change what they would hold if they were made anew', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const came: PaperId[] = [];
    const check = async (): Promise<void> => {
      const there = came.map((id) => app.papers.get(id).paper);
      for (const column of columns) {
        for (const [direction, sign] of [['ascending', 1], ['descending', -1]] as const) {
          expect(await idsOf(app, { scope: { kind: 'all' }, filter: '', sort: { column, direction } }), `${column} ${direction}`).toEqual(expected(there, column, sign));
        }
      }
    };
    for (let index = 0; index < 60; index += 1) came.push(await app.papers.create(described(index)));
    await check();
    const at = (index: number): PaperId => came[index] as PaperId;
    await app.papers.edit(at(3), { title: 'A new title', venue: 'ZZZ' });
    await app.papers.update([at(7), at(8), at(40)], { rating: 4, status: 'done' });
    await check();
    came.push(await app.papers.create(described(61)), await app.papers.create(described(2)));
    await app.papers.edit(at(11), { authors: [], issued: '' });
    await check();
    await app.papers.trash([at(5), at(6)]);
    await app.papers.erase([at(5), at(6)]);
    came.splice(5, 2);
    await check();
  });
});
