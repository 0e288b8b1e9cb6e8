import { describe, expect, it } from 'vitest';
import { hostileStrings, hostileToBibliographies, isCorpusPresent, paper, works } from '../../../tests/exportPapers';
import type { Paper } from '../model';
import { printRis } from './ris';

describe('printRis', () => {
  it('prints a preprint', () => {
    expect(printRis(works.slice(0, 1)).split('\r\n')).toEqual([
      'TY  - UNPB', 'ID  - hopper2025lora', 'AU  - Hopper, Grace', 'AU  - van der Berg, Jan', 'AU  - The Tensor & Co. Team',
      'TI  - LoRA for M$^3$ViT: 20$\\times$ faster at 9\\% of the cost', 'PY  - 2025', 'DA  - 2025/03/14',
      'DO  - 10.48550/arXiv.2503.01234', 'AN  - arXiv:2503.01234', 'UR  - https://arxiv.org/abs/2503.01234',
      'AB  - A made-up abstract.', 'KW  - adapters', 'KW  - to cite, soon', 'ER  - ', '',
    ]);
  });

  it('prints an article with its journal, volume and pages', () => {
    expect(printRis(works.slice(1, 2)).split('\r\n')).toEqual([
      'TY  - JOUR', 'ID  - noether1918', 'AU  - Noether, Emmy', 'TI  - Invariant variation problems', 'PY  - 1918',
      'T2  - Nachrichten', 'JO  - Nachrichten', 'VL  - 2', 'IS  - 3', 'SN  - 1234-5679', 'SP  - 235', 'EP  - 257', 'ER  - ', '',
    ]);
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
