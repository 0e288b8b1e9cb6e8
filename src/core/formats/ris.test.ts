import { describe, expect, it } from 'vitest';
import { hostileStrings, hostileToBibliographies, isCorpusPresent, paper, works } from '../../../tests/exportPapers';
import type { Paper } from '../model';
import { readRis } from './readRis';
import { printRis } from './ris';

describe('printRis', () => {
  it('prints a preprint', () => {
    expect(printRis(works.slice(0, 1)).split('\r\n')).toEqual([
      'TY  - UNPB', 'ID  - hopper2025lora', 'AU  - Hopper, Grace', 'AU  - van der Berg, Jan', 'AU  - The Tensor & Co. Team,',
      'TI  - LoRA for M$^3$ViT: 20$\\times$ faster at 9\\% of the cost', 'PY  - 2025', 'DA  - 2025/03/14', 'PB  - arXiv',
      'DO  - 10.48550/arXiv.2503.01234', 'AN  - arXiv:2503.01234', 'UR  - https://arxiv.org/abs/2503.01234',
      'AB  - A made-up abstract.', 'KW  - adapters', 'KW  - to cite, soon', 'ER  - ', '',
    ]);
  });

  it('prints an article with its journal, volume and pages', () => {
    expect(printRis(works.slice(1, 2)).split('\r\n')).toEqual([
      'TY  - JOUR', 'ID  - noether1918', 'AU  - Noether, Emmy', 'TI  - Invariant variation problems',
      'T2  - Nachrichten', 'JO  - Nachrichten', 'PY  - 1918', 'VL  - 2', 'IS  - 3', 'SP  - 235', 'EP  - 257', 'SN  - 1234-5679', 'ER  - ', '',
    ]);
  });

  it.each<[Partial<Paper>]>([
    [{ type: 'chapter', venue: 'A Book', authors: [{ family: 'Gogh', given: 'Theo', particle: 'van', suffix: 'Jr.' }, { literal: 'Some Research' }], extra: { editor: 'Lovelace, Ada; {The Mill}', translator: 'Babbage, Charles', 'collection-title': 'A Series', publisher: 'A Press', 'publisher-place': 'A Town', ISBN: '9783161484100', page: '1-9' } }],
    [{ type: 'conference', venue: 'Proceedings', issued: '2020-21', extra: { 'event-title': 'A Meeting', 'event-place': 'Here', 'publisher-place': 'There', publisher: 'A Press', accessed: '2021-02' } }],
    [{ type: 'report', venue: 'A Lab', extra: { number: '48-1', genre: 'Memo', annote: 'Read it', 'number-of-pages': '48', 'call-number': 'QA 1' } }],
    [{ type: 'article', venue: 'A Journal', extra: { 'container-title-short': 'A. J.', 'title-short': 'Short', section: 'B', language: 'en', archive: 'JSTOR', C1: 'their own', 'csl-type': 'article-magazine', number: 'e104', TY: 'GRANT' } }],
    [{ type: 'other', extra: { 'csl-type': 'patent', number: 'US 1', TY: 'UNKNOWN' } }],
  ])('prints what its reader takes back: %o', (fields) => {
    const printed = paper({ title: 'A title', issued: '2020', ...fields });
    const { extra: { TY: _, ...extra }, type, venue, authors, issued } = printed;
    expect(readRis(printRis([printed]).replaceAll('\r\n', '\n')).papers).toMatchObject([{ description: { type, venue, authors, issued, extra } }]);
  });

  it('parts records by an empty line and keeps their order', () => {
    const titles = printRis(works).split('\r\n\r\n').map((record) => /TI {2}- (.*)\r/.exec(record)?.[1]);
    expect(titles).toEqual(works.map(({ title }) => title));
  });

  it('keeps every value on its line', () => {
    expect(strayLines(hostileToBibliographies)).toEqual([]);
  });

  it.skipIf(!isCorpusPresent)('keeps every hostile string on its line (skips where the corpus is absent)', () => {
    expect(strayLines(hostileStrings())).toEqual([]);
  });
});

/** Prints each string as every value of a record; answers the lines that are not one value, and records too many or too few. */
function strayLines(strings: string[]): string[] {
  const papers = strings.map((text): Paper => paper({ title: text, abstract: text, tags: [text], citationKey: text, extra: { note: text } }));
  const lines = printRis(papers).split('\r\n').filter((line) => line !== '');
  const ends = lines.filter((line) => line === 'ER  - ').length;
  const stray = lines.filter((line) => !/^(?:TY|ID|TI|AB|KW|N1|ER) {2}- [^\r\n\u2028\u2029]*$/.test(line));
  return ends === strings.length ? stray : [...stray, `${ends} records of ${strings.length}`];
}
