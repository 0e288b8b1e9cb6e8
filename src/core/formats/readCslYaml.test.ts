import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { works } from '../../../tests/exportPapers';
import { Description } from '../model';
import { toCsl } from './csl';
import { readCslItem } from './cslJsonItem';
import { cslYamlFrame, cslYamlItems } from './printCslYaml';
import { readCslYaml } from './readCslYaml';

const items = `- id: lovelace1843
  type: article-journal
  title: 'On engines: a note'
  author:
  - family: Lovelace
    given: Ada
  - literal: The Engine Group
  issued:
    date-parts:
    - - 1843
      - 10
  container-title: Journal of Engines
  volume: 012
  keyword: engines, notes
- id: b
  type: book
  title: B
  author: {family: Noether, given: Emmy}
  editor: Somebody Else
  issued: 1918-07
- id: c
  title: |
    One
    - two
  issued:
  - year: 2001
    month: 3
`;
const expected = [
  { type: 'article', title: 'On engines: a note', venue: 'Journal of Engines', issued: '1843-10', authors: [{ family: 'Lovelace', given: 'Ada' }, { literal: 'The Engine Group' }], extra: { volume: '012' } },
  { type: 'book', title: 'B', issued: '1918-07', authors: [{ family: 'Noether', given: 'Emmy' }], extra: { editor: '{Somebody Else}' } },
  { title: 'One - two', issued: '2001-03' },
];

describe('readCslYaml', () => {
  it.each([
    ['a bare list', items],
    ['the metadata of a document', `---\ntitle: A document\nreferences:\n${items}nocite: '@*'\n---\n\nText with a [@citation].\n`],
    ['an indented list', `references:\n${items.replace(/^/gm, '  ')}\n...\n`],
  ])('reads %s', (_, text) => {
    const { papers, findings } = readCslYaml(text);
    expect(findings).toEqual([]);
    expect(papers.map(({ description }) => description)).toMatchObject(expected);
    expect(papers.map(({ citationKey, tags }) => [citationKey, tags])).toEqual([['lovelace1843', ['engines', 'notes']], ['b', undefined], ['c', undefined]]);
  });

  it('reads what Lectern prints', () => {
    const { papers, findings } = readCslYaml(`${cslYamlFrame.head}${[...cslYamlItems(works)].join('')}${cslYamlFrame.foot}`);
    expect(findings).toEqual([]);
    const items = works.map((work) => readCslItem(JSON.parse(JSON.stringify(toCsl(work)))));
    expect(papers.map(({ line: _line, ...paper }) => ({ kind: 'paper', paper }))).toEqual(items);
  });

  it('reads items in brackets and a single one', () => {
    expect(readCslYaml('references: [{title: A}, {title: B}]').papers).toMatchObject([{ description: { title: 'A' } }, { description: { title: 'B' } }]);
    expect(readCslYaml('title: A\ntype: book').papers).toMatchObject([{ description: { title: 'A', type: 'book' } }]);
  });

  it('costs a broken item alone, and says where', () => {
    const { papers, findings } = readCslYaml('- title: A\n- title: B\n  author: [x\n- title: C\n- volume: 3\n');
    expect(papers.map(({ line, description }) => [line, description.title])).toEqual([[1, 'A'], [4, 'C']]);
    expect(findings).toMatchObject([{ line: 3, text: '- title: B\n  author: [x' }, { line: 5, reason: 'This item has no title.' }]);
    expect(readCslYaml('').findings).toMatchObject([{ line: 1 }]);
  });

  it('does not let aliases grow, nesting break or keys reach beyond the item', () => {
    const bomb = `- a: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.split('').map((name, at) => `  ${name}: &${name} [${`*${'abcdefgh'[at] ?? ''},`.repeat(9)}]`).join('\n')}\n  title: A\n`;
    expect(readCslYaml(bomb)).toMatchObject({ papers: [], findings: [{ line: 1 }] });
    expect(readCslYaml('- &a\n  title: A\n  b: *a')).toMatchObject({ papers: [], findings: [{ reason: expect.stringContaining('part of itself') }] });
    expect(readCslYaml(`- title: ${'['.repeat(20_000)}`).papers).toEqual([]);
    const { papers } = readCslYaml('- title: A\n  __proto__: {polluted: yes}\n  constructor: {prototype: {polluted: yes}}\n  custom: {__proto__: {polluted: yes}}\n');
    expect(papers).toHaveLength(1);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect((papers[0]?.description.extra as unknown as Record<string, unknown> | undefined)?.['polluted']).toBeUndefined();
  });

  it('reads any text into valid descriptions', () => {
    const line = fc.constantFrom('- title: A', '  issued: 2001', '  issued:', '  - year: 1', '  author: x', '    date-parts: [[1]]', '---', 'references:', '- &a', '  b: *a', '  custom: x');
    fc.assert(fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 12 }), (lines) => {
      for (const { description } of readCslYaml(lines.join('\n')).papers) expect(Description.safeParse(description).success).toBe(true);
    }));
  });
});
