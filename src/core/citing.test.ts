import { describe, expect, it } from 'vitest';
import { citingUseCases } from './citing';
import type { BibliographyFormatter } from './formatting';
import { emptyDescription, type Author, type Paper, type PaperId } from './model';
import { newPaper } from './papers';
import { emptyTables } from './tables';

const formatter: BibliographyFormatter = {
  // oxlint-disable-next-line require-yield -- it has nothing to tell on its way
  async *format(items, { style, output, as }) {
    return [`${[...items].map(({ id }) => id).join('+')} as ${as} in ${JSON.stringify(style)}, ${output}`];
  },
};
const clock = { now: () => '2026-01-01T00:00:00.000Z', elapsed: () => 0, breathe: () => Promise.resolve() };

const by = (...names: string[]): Author[] => names.map((family) => ({ family, given: 'A.' }));

interface Given { key: string; title: string; authors: Author[]; issued: string; trashed?: true }

function citingOf(papers: readonly Given[]) {
  const tables = emptyTables();
  for (const [index, { key, title, authors, issued, trashed }] of papers.entries()) {
    const paper: Paper = newPaper({ ...emptyDescription, title, authors, issued }, { id: key as PaperId, at: `2026-01-0${index + 1}T00:00:00.000Z`, citationKey: key });
    tables.papers.set(paper.id, trashed === true ? { ...paper, trashedAt: '2026-02-01T00:00:00.000Z' } : paper);
  }
  return citingUseCases({ library: { tables }, formatter, clock });
}

const shelf = citingOf([
  { key: 'osei2023', title: 'Half the bits', authors: by('Osei', 'Müller'), issued: '2023-05' },
  { key: 'novak2021', title: 'Halving search', authors: by('Novak'), issued: '2021' },
  { key: 'mbeki2023', title: 'On Oseian gardens', authors: by('Mbeki'), issued: '2023' },
  { key: 'gone2023', title: 'Half gone', authors: by('Osei'), issued: '2023', trashed: true },
]);
const found = async (words: string, first: string[] = [], limit = 10) => (await shelf.find({ words, first: first as PaperId[], limit })).papers.map(({ key }) => key);

describe('find', () => {
  it.each([
    ['osei', ['osei2023', 'mbeki2023']],
    ['osei 2023', ['osei2023', 'mbeki2023']],
    ['muller', ['osei2023']],
    ['2023', ['mbeki2023', 'osei2023']],
    ['hal', ['novak2021', 'osei2023']],
    ['novak2021', ['novak2021']],
    ['garden mbeki', ['mbeki2023']],
    ['osei 1999', []],
    ['.*', []],
  ])('finds “%s”', async (words, keys) => {
    expect(await found(words)).toEqual(keys);
  });

  it('offers what was cited lately, then what was added last, where nothing is sought', async () => {
    expect(await found('', ['osei2023', 'gone2023'])).toEqual(['osei2023', 'mbeki2023', 'novak2021']);
  });

  it('tells how many there are beyond the best', async () => {
    expect(await shelf.find({ words: 'o', first: [], limit: 1 })).toMatchObject({ papers: [{ key: 'osei2023' }], total: 3 });
  });
});

describe('inText', () => {
  it('cites papers together in a style, and what is gone not at all', async () => {
    expect(await shelf.inText({ ids: ['novak2021', 'nobody', 'osei2023'] as PaperId[], style: 'ieee' }))
      .toEqual({ text: 'novak2021+osei2023 as citation in "ieee", text', html: 'novak2021+osei2023 as citation in "ieee", html' });
    expect(await shelf.inText({ ids: [], style: 'apa' })).toEqual({ text: '', html: '' });
  });
});
