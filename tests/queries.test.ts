import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { App } from '../src/core/app';
import { asksForTrash } from '../src/core/matching/compile';
import type { Description, PaperId, TechniqueId } from '../src/core/model';
import { not, print, type Query } from '../src/core/query';
import type { Scope, View } from '../src/core/view';
import { temporaryApp } from './support/library';
import { query } from './support/queries';

type Made = Partial<Description>;

const shelf: Record<string, Made> = {
  alpha: { title: 'Alpha: pruning of models', type: 'preprint', issued: '2023-05', authors: [{ family: 'Gogh', given: 'Vincent', particle: 'van' }, { family: 'Ångström', given: 'Eva' }], arxivId: '2305.01234v2', venue: 'arXiv', abstract: 'Low-rank models are pruned. We measure quantization as well.', doi: '10.48550/arXiv.2305.01234', url: 'https://arxiv.org/abs/2305.01234' },
  beta: { title: 'Beta: small language models', type: 'article', issued: '2024/2026', authors: [{ family: 'Lind', given: 'Rank' }], venue: 'Journal of Small Things', doi: '10.1145/3292500', abstract: 'The rank of a model is low.' },
  gamma: { title: 'Gamma 漢字の検索', type: 'book', issued: '-0043', authors: [{ literal: 'The Reading Group' }] },
  delta: { title: 'Delta', type: 'other' },
};

/** The papers of the shelf, and what finds some of them. */
async function shelved(app: App) {
  const ids: Record<string, PaperId> = {};
  for (const [name, description] of Object.entries(shelf)) ids[name] = await app.papers.create(description);
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  const view = (filter: string, scope: Scope): View => ({ scope, filter, sort: { column: 'added', direction: 'ascending' } });
  const find = async (filter: string, scope: Scope = { kind: 'all' }): Promise<string> => (await app.papers.view(view(filter, scope))).map((id) => names.get(id) ?? '?').join(' ');
  const id = (name: string): PaperId => ids[name] as PaperId;
  return { id, find };
}

describe('queries find papers', () => {
  it('by words, wherever and however they stand', async () => {
    await using library = await temporaryApp();
    const { find, id } = await shelved(library.app);
    await library.app.notes.create({ paperId: id('delta'), title: 'Thoughts', body: 'Compare with Ångström.' });
    await library.app.annotations.highlight({ paperId: id('beta'), start: 4, end: 8, color: 'yellow', comment: 'unlikely' });
    const cases: [string, string][] = [
      ['', 'alpha beta gamma delta'],
      ['MODEL', 'alpha beta'], ['prun model', 'alpha'], ['odels', ''], ['angstrom', 'alpha delta'], ['Ångström', 'alpha delta'],
      ['"low rank"', 'alpha'], ['low-rank', 'alpha'], ['"low ran"', ''], ['rank low', 'alpha beta'],
      ['author:"van Gogh"', 'alpha'], ['author:rank', 'beta'], ['author:"gogh eva"', ''], ['title:rank', ''], ['abstract:rank', 'alpha beta'],
      ['venue:small', 'beta'], ['note:compare', 'delta'], ['annotation:rank', 'beta'], ['annotation:unlikely', 'beta'],
      ['model -language', 'alpha'], ['-model', 'gamma delta'], ['gamma OR delta', 'gamma delta'], ['model (language OR quantization)', 'alpha beta'],
      ['-(gamma OR delta) -small', 'alpha'],
      ['*zation', 'alpha'], ['quant*ion', 'alpha'], ['qu*nt', ''], ['low-r*k', 'alpha'],
      ['quantisation', 'alpha'], ['"quantisation"', ''], ['quantisation~', 'alpha'], ['lagnuage~', 'beta'], ['no~', ''],
      ['検索', 'gamma'], ['字の', 'gamma'], ['"漢字"', 'gamma'],
      ['2305.01234', 'alpha'], ['title:(alpha OR beta)', 'alpha beta'], ['title:x*y', ''],
    ];
    for (const [query, found] of cases) expect([query, await find(query)]).toEqual([query, found]);
  });

  it('by their fields', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const { find, id } = await shelved(app);
    await app.papers.update([id('alpha')], { status: 'done', rating: 4, addTags: ['slow', 'To do'] });
    await app.papers.update([id('beta')], { status: 'reading', rating: 2 });
    await app.papers.edit(id('beta'), { citationKey: 'Lind2024' });
    await app.notes.create({ paperId: id('beta') });
    const collection = await app.collections.create({ name: 'Über alles', parentId: null });
    await app.collections.addPapers({ id: collection, paperIds: [id('gamma')] });
    const cases: [string, string][] = [
      ['year:2023', 'alpha'], ['year:2025', 'beta'], ['year:>=2024', 'beta'], ['year:>2024', 'beta'], ['year:<2023', 'gamma'], ['year:..2023', 'alpha gamma'], ['year:202', 'alpha beta'],
      ['year:-43', 'gamma'], ['year:2026..2030', 'beta'], ['-year:2023', 'beta gamma delta'],
      ['rating:4', 'alpha'], ['rating:>=2', 'alpha beta'], ['rating:<4', 'beta'], ['rating:0', 'gamma delta'], ['rating:0..2', 'beta gamma delta'],
      ['added:<1d', 'alpha beta gamma delta'], ['added:>1d', ''], ['added:1w', 'alpha beta gamma delta'], ['added:2020..', 'alpha beta gamma delta'], ['added:..2020', ''], ['added:<2020', ''],
      ['status:done', 'alpha'], ['status:unread', 'gamma delta'], ['is:reading', 'beta'], ['is:starred', 'alpha beta'], ['-is:starred is:unread', 'gamma delta'],
      ['type:book', 'gamma'], ['tag:slow', 'alpha'], ['tag:"to do"', 'alpha'], ['tag:s*', 'alpha'], ['tag:slo', ''],
      ['key:lind2024', 'beta'], ['key:lind*', 'beta'], ['doi:10.1145/3292500', 'beta'], ['doi:"https://doi.org/10.1145/3292500"', 'beta'], ['doi:10.*', 'alpha beta'],
      ['arxiv:2305.01234', 'alpha'], ['arxiv:2305.01234v2', 'alpha'], ['arxiv:arXiv:2305.*', 'alpha'], ['arxiv:2305', ''],
      [`id:${id('delta')}`, 'delta'],
      ['technique:pruning', 'alpha'], ['technique:Pruning', 'alpha'], ['technique:prun*', 'alpha'], ['technique:nothing', ''],
      ['collection:"über ALLES"', 'gamma'], [`collection:${collection}`, 'gamma'], ['collection:uber*', 'gamma'], ['-collection:x', 'alpha beta gamma delta'],
      ['has:doi', 'alpha beta'], ['has:note', 'beta'], ['has:abstract', 'alpha beta'], ['has:arxiv', 'alpha'], ['has:url', 'alpha'], ['has:year', 'alpha beta gamma'],
      ['has:venue', 'alpha beta'], ['has:author', 'alpha beta gamma'], ['has:tag', 'alpha'], ['has:rating', 'alpha beta'], ['has:collection', 'gamma'], ['has:technique', 'alpha'], ['has:pdf', ''], ['has:annotation', ''],
      ['year:abc model', 'alpha beta'],
    ];
    for (const [query, found] of cases) expect([query, await find(query)]).toEqual([query, found]);
  });

  it('that are there twice, or in the trash, and nothing of the trash otherwise', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const { find, id } = await shelved(app);
    expect(await find('is:duplicate')).toBe('');
    await app.papers.edit(id('delta'), { title: 'BETA, small language models' });
    expect(await find('is:duplicate')).toBe('beta delta');
    await app.papers.trash([id('delta')]);
    expect(await find('is:duplicate')).toBe('');
    expect(await find('beta')).toBe('beta');
    expect(await find('is:trashed')).toBe('delta');
    expect(await find('is:trashed OR title:alpha')).toBe('alpha delta');
    expect(await find('-is:trashed beta')).toBe('beta');
    expect(await find('beta', { kind: 'trash' })).toBe('delta');
  });
});

describe('any query', () => {
  it('finds a paper, or its opposite does', async () => {
    await using library = await temporaryApp();
    const { find } = await shelved(library.app);
    const all = (await find('')).split(' ').toSorted();
    const list = async (asked: Query): Promise<string[]> => (await find(print(asked))).split(' ').filter((name) => name !== '');
    await fc.assert(fc.asyncProperty(query.filter((tree) => print(tree).length <= 1000), async (tree) => {
      const [found, others] = [await list(tree), await list(not(tree))];
      if (asksForTrash(tree)) return;
      expect([...found, ...others].toSorted()).toEqual(all);
    }), { numRuns: 300 });
  });
});

describe('a smart collection', () => {
  it('holds what its query finds, as things are', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const { find, id } = await shelved(app);
    const smart = await app.collections.create({ name: 'Good models', parentId: null, query: 'model rating:>=3' });
    const scope: Scope = { kind: 'collection', id: smart };
    expect(await find('', scope)).toBe('');
    await app.papers.update([id('alpha'), id('gamma')], { rating: 5 });
    expect(await find('', scope)).toBe('alpha');
    expect(await app.queries.smartCounts()).toEqual({ [smart]: 1 });
    expect(await find('collection:"good models" OR title:delta')).toBe('alpha delta');
    await app.collections.requery({ id: smart, query: 'rating:5' });
    expect(await find('', scope)).toBe('alpha gamma');
    expect(await find('alpha', scope)).toBe('alpha');
    await app.papers.trash([id('gamma')]);
    expect(await find('', scope)).toBe('alpha');
    await app.undo();
    await app.undo();
    expect(await find('', scope)).toBe('alpha');
    await app.undo();
    await app.undo();
    expect(await find('', scope)).toBe('');
    expect((await app.overview()).collections).toEqual([]);
  });

  it('asks for others, which it goes on naming when they are renamed', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const { find, id } = await shelved(app);
    const list = await app.collections.create({ name: 'List', parentId: null });
    await app.collections.addPapers({ id: list, paperIds: [id('alpha'), id('delta')] });
    const inner = await app.collections.create({ name: 'Inner', parentId: null, query: 'collection:List -delta' });
    const outer = await app.collections.create({ name: 'Outer', parentId: inner, query: 'collection:inner OR title:gamma' });
    expect(await find('', { kind: 'collection', id: outer })).toBe('alpha gamma');
    await app.collections.rename({ id: inner, name: 'Within it' });
    await app.collections.rename({ id: list, name: 'To cite' });
    expect(await find('', { kind: 'collection', id: outer })).toBe('alpha gamma');
    expect((await app.overview()).collections.find(({ id }) => id === inner)).toMatchObject({ query: 'collection:"To cite" -delta', children: [{ query: 'collection:"Within it" OR title:gamma' }] });
    await app.undo();
    expect((await app.overview()).collections.find(({ id }) => id === inner)?.query).toBe('collection:List -delta');
  });

  it('goes on asking for a technique that is renamed or merged into another one', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const lopping = await app.techniques.add({ name: 'Lopping', parentId: null });
    const pruning = await app.techniques.add({ name: 'Cutting back', parentId: null });
    await app.collections.create({ name: 'Trees', parentId: null, query: 'technique:Lopping -old' });
    const query = async (): Promise<string | undefined> => (await app.overview()).collections.find(({ name }) => name === 'Trees')?.query;
    await app.techniques.edit({ id: lopping, name: 'Pollarding' });
    expect(await query()).toBe(`technique:${lopping} -old`);
    await app.techniques.merge({ id: lopping, into: pruning });
    expect(await query()).toBe(`technique:${pruning} -old`);
    await app.undo();
    await app.undo();
    expect(await query()).toBe('technique:Lopping -old');
  });

  it('cannot ask for itself, by way of others either; where it does nevertheless it finds none and that is told', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const { find } = await shelved(app);
    const refused = { code: 'invalid-input', message: expect.stringContaining('cannot ask for itself') as string };
    await expect(app.collections.create({ name: 'Self', parentId: null, query: 'collection:self' })).rejects.toMatchObject(refused);
    const a = await app.collections.create({ name: 'A', parentId: null, query: 'model' });
    const b = await app.collections.create({ name: 'B', parentId: null, query: 'collection:A OR collection:C' });
    await expect(app.collections.requery({ id: a, query: 'alpha collection:B' })).rejects.toMatchObject(refused);
    const other = await app.collections.create({ name: 'D', parentId: null, query: 'collection:B title:beta' });
    await app.collections.rename({ id: other, name: 'C' });
    expect(await find('', { kind: 'collection', id: b })).toBe('');
    expect(await find('collection:B OR title:delta')).toBe('delta');
    expect(app.queries.check('x collection:B')).toEqual([{ kind: 'error', start: 2, end: 14, reason: '“B” asks for itself (C › B), and finds none.' }]);
    expect(await find('collection:A')).toBe('alpha beta');
  });

  it('takes no papers, and no query that is wrong', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const { id } = await shelved(app);
    await expect(app.collections.create({ name: 'Wrong', parentId: null, query: 'year:abc' })).rejects.toMatchObject({ code: 'invalid-input' });
    const smart = await app.collections.create({ name: 'Smart', parentId: null, query: 'model' });
    await expect(app.collections.addPapers({ id: smart, paperIds: [id('alpha')] })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(app.collections.removePapers({ id: smart, paperIds: [id('alpha')] })).rejects.toMatchObject({ code: 'invalid-input' });
    const list = await app.collections.create({ name: 'List', parentId: null });
    await expect(app.collections.requery({ id: list, query: 'model' })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('a wrong query', () => {
  it('exports nothing rather than more than was asked for', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    await shelved(app);
    const exported = (filter: string, scope: Scope = { kind: 'all' }) =>
      app.exports.print({ selection: { kind: 'view', view: { scope, filter, sort: { column: 'added', direction: 'ascending' } } }, format: 'bibtex', style: 'apa' });
    await expect(exported('model year:abc')).rejects.toMatchObject({ code: 'invalid-input', message: expect.stringContaining('year:abc') as string });
    expect((await exported('model')).count).toBe(2);
    const smart = await app.collections.create({ name: 'Smart', parentId: null, query: 'beta' });
    expect((await exported('', { kind: 'collection', id: smart })).count).toBe(1);
  });

  it('is told with the names that stand for nothing', async () => {
    await using library = await temporaryApp();
    expect(library.app.queries.check('technique:nothing collection:none')).toEqual([
      expect.objectContaining({ kind: 'hint', start: 0, end: 17, reason: expect.stringContaining('no technique called “nothing”') as string }),
      expect.objectContaining({ kind: 'hint', reason: expect.stringContaining('no collection called “none”') as string }),
    ]);
  });
});

describe('values', () => {
  it('are offered by how many papers have them', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    await shelved(app);
    await app.papers.create({ title: 'Epsilon', authors: [{ family: 'Lind', given: 'Ada' }], venue: 'Journal of Small Things' });
    expect(await app.queries.values({ field: 'author', text: 'l', limit: 9 })).toEqual([{ value: 'Lind', count: 2 }]);
    expect(await app.queries.values({ field: 'author', text: 'gogh', limit: 9 })).toEqual([{ value: 'van Gogh', count: 1 }]);
    expect(await app.queries.values({ field: 'venue', text: '', limit: 1 })).toEqual([{ value: 'Journal of Small Things', count: 2 }]);
  });
});

describe('the order of a list', () => {
  it('follows every change', async () => {
    await using library = await temporaryApp();
    const { app } = library;
    const { id } = await shelved(app);
    const list = async (column: View['sort']['column'], direction: View['sort']['direction'] = 'ascending'): Promise<string> =>
      (await app.papers.rows(await app.papers.view({ scope: { kind: 'all' }, filter: '', sort: { column, direction } }))).map(({ title }) => title.slice(0, 1)).join('');
    expect(await list('title')).toBe('ABDG');
    await app.papers.edit(id('alpha'), { title: 'Zeta' });
    expect(await list('title')).toBe('BDGZ');
    await app.papers.create({ title: 'Eta' });
    expect(await list('title', 'descending')).toBe('ZGEDB');
    expect(await list('title')).toBe('BDEGZ');
    await app.papers.trash([id('delta')]);
    await app.papers.erase([id('delta')]);
    expect(await list('title')).toBe('BEGZ');
    await app.undo();
    await app.undo();
    expect(await list('title')).toBe('BDEGZ');
    await app.papers.update([id('beta')], { rating: 3 });
    expect(await list('rating')).toMatch(/^B/);
    expect(await list('rating', 'descending')).toMatch(/^B/);
    const technique = 'pruning' as TechniqueId;
    await app.techniques.decide({ paperIds: [id('gamma'), id('beta')], techniqueId: technique, decision: 'confirmed' });
    expect(await app.papers.view({ scope: { kind: 'technique', id: technique }, filter: '', sort: { column: 'techniques', direction: 'ascending' } })).toHaveLength(2);
  });
});
