import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Description } from '../model';
import { readNbib } from './readNbib';

const article = `PMID- 12345678
OWN - NLM
IS  - 1234-5678 (Electronic)
IS  - 1234-567X (Linking)
VI  - 3
IP  - 2
DP  - 2014 May-Jun
TI  - On engines that go on
      in the next line.
PG  - 11-9
LID - 10.1000/eng.1 [doi]
LID - S1234 [pii]
AB  - OBJECTIVE: One.
      Two.
CN  - The Engine Group
FAU - van der Berg, Jan
AU  - van der Berg J
FAU - Lovelace, Ada K, Jr
AU  - Lovelace AK
AD  - Analytical Society, London.
LA  - eng
PT  - Journal Article
PT  - Review
TA  - J Eng
JT  - Journal of engines
MH  - *Engines
MH  - Humans
OT  - computing
PMC - PMC12345
AID - 10.1000/eng.1 [doi]
SO  - J Eng. 2014 May-Jun;3(2):11-9.
`;

describe('readNbib', () => {
  it('reads an article with all its parts', () => {
    expect(readNbib(article)).toEqual({
      format: 'nbib',
      findings: [],
      papers: [{
        line: 1,
        tags: ['computing'],
        description: {
          type: 'article', title: 'On engines that go on in the next line', issued: '2014-05/2014-06', venue: 'Journal of engines', doi: '10.1000/eng.1', arxivId: '', url: '',
          abstract: 'OBJECTIVE: One. Two.',
          authors: [{ literal: 'The Engine Group' }, { family: 'Berg', given: 'Jan', particle: 'van der' }, { family: 'Lovelace', given: 'Ada K', suffix: 'Jr' }],
          extra: {
            PMID: '12345678', PMCID: 'PMC12345', 'container-title-short': 'J Eng', volume: '3', issue: '2', page: '11-9', ISSN: '1234-567X', genre: 'Review', language: 'eng',
            OWN: 'NLM', AID: 'S1234 [pii]', AD: 'Analytical Society, London.', MH: '*Engines\n\nHumans',
          },
        },
      }],
    });
  });

  it('reads short names, books and their chapters', () => {
    const { papers } = readNbib('PMID- 1\nBTI - On Engines.\nPB  - Press\nED  - Lovelace AK\nDP  - 2013\n\nPMID- 2\nTI  - One engine\nBTI - On Engines\nAU  - van der Berg J Jr\n\nPMID- 3\nVI  - 2\n');
    expect(papers.map(({ line, description: { type, title, venue, authors } }) => [line, type, title, venue, authors])).toEqual([
      [1, 'book', 'On Engines', 'Press', []],
      [7, 'chapter', 'One engine', 'On Engines', [{ family: 'Berg', given: 'J.', particle: 'van der', suffix: 'Jr' }]],
    ]);
    expect(readNbib('PMID- 3\nVI  - 2\n').findings).toMatchObject([{ line: 1, reason: 'This item has no title.' }]);
  });

  it('reads any lines into valid descriptions', () => {
    const line = fc.tuple(fc.constantFrom('PMID', 'TI  ', 'FAU ', 'AU  ', 'DP  ', 'LID ', 'IS  ', 'XX  '), fc.string()).map(([tag, value]) => `${tag}- ${value.replace(/\n/g, ' ')}`);
    fc.assert(fc.property(fc.array(fc.oneof(line, fc.string())), (lines) => {
      for (const { description } of readNbib(lines.join('\n')).papers) expect(Description.safeParse(description).success).toBe(true);
    }));
  });
});
