import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paper, works } from '../../../tests/exportPapers';
import { Description, type PaperType } from '../model';
import { endnoteFrame, endnoteRecords } from './printEndnoteXml';
import { readEndnoteXml } from './readEndnoteXml';

const style = (text: string): string => `<style face="normal" font="default" size="100%">${text}</style>`;
const article = `<record><database name="My.enl" path="My.enl">My.enl</database><rec-number>12</rec-number>
<foreign-keys><key app="EN" db-id="x">12</key></foreign-keys><ref-type name="Journal Article">17</ref-type>
<contributors><authors><author>${style('Lovelace, A. K.')}</author><author>${style('The Engine Group,')}</author></authors></contributors>
<titles><title>${style('On ')}<style face="italic">engines</style>${style(' &amp; notes')}</title><secondary-title>Journal of Engines</secondary-title></titles>
<periodical><full-title>Journal of Engines</full-title><abbr-1>J. Eng.</abbr-1></periodical>
<pages>11-19</pages><volume>3</volume><number>2</number>
<keywords><keyword>engines</keyword><keyword>notes</keyword></keywords>
<dates><year>1843</year><pub-dates><date>Oct 5</date></pub-dates></dates><isbn>1234-567X</isbn>
<urls><related-urls><url>https://example.org/a</url></related-urls><pdf-urls><url>internal-pdf://a.pdf</url></pdf-urls></urls>
<electronic-resource-num>10.1000/eng.1</electronic-resource-num><abstract>One.&#xD;&#xD;Two.</abstract><custom1>kept</custom1><odd><thing>too</thing></odd></record>`;
const file = (...records: string[]): string => `<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n${records.join('\n')}\n</records></xml>\n`;

describe('readEndnoteXml', () => {
  it('reads an article with all its parts', () => {
    expect(readEndnoteXml(file(article))).toEqual({
      format: 'endnote-xml',
      findings: [],
      papers: [{
        line: 3,
        tags: ['engines', 'notes'],
        description: {
          type: 'article', title: 'On engines & notes', issued: '1843-10-05', venue: 'Journal of Engines', doi: '10.1000/eng.1', arxivId: '', url: 'https://example.org/a', abstract: 'One.\n\nTwo.',
          authors: [{ family: 'Lovelace', given: 'A. K.' }, { literal: 'The Engine Group' }],
          extra: { 'container-title-short': 'J. Eng.', volume: '3', issue: '2', page: '11-19', ISSN: '1234-567X', C1: 'kept', L1: 'internal-pdf://a.pdf', 'odd/thing': 'too' },
        },
      }],
    });
  });

  it('takes types by their words, and by number where there are none', () => {
    const of = (type: string) => readEndnoteXml(file(`<record>${type}<titles><title>A</title></titles></record>`)).papers[0]?.description.type;
    expect([of('<ref-type name="Book">6</ref-type>'), of('<ref-type>32</ref-type>'), of('<ref-type name="Book">17</ref-type>'), of('<ref-type name="Odd"/>'), of('')]).toEqual(['book', 'thesis', 'book', 'other', 'other']);
  });

  it('costs a broken record alone, and says where', () => {
    const { papers, findings } = readEndnoteXml(file('<record><titles><title>A</title></titles></record>', '<record>\n<titles><title>B</titles></record>', '<record><titles><title>C</title></titles></record>', '<record><titles><title>D'));
    expect(papers.map(({ line, description }) => [line, description.title])).toEqual([[3, 'A'], [6, 'C']]);
    expect(findings).toMatchObject([{ line: 5, column: 17 }, { line: 8 }]);
    expect(readEndnoteXml('<xml/>').findings).toMatchObject([{ line: 1 }]);
  });

  it('reads what Lectern prints', () => {
    const { papers, findings } = readEndnoteXml(`${endnoteFrame.head}${[...endnoteRecords(works)].join('')}${endnoteFrame.foot}`);
    expect(findings).toEqual([]);
    expect(papers.map(({ description: { type, title, authors, issued, doi, arxivId, url, abstract }, citationKey, tags = [] }) => ({ type, title, authors, issued, doi, arxivId, url, abstract, citationKey, tags }))).toEqual(
      works.map(({ type, title, authors, issued, doi, arxivId, url, abstract, citationKey, tags }) => ({ type, title, authors, issued, doi, arxivId, url, abstract, citationKey, tags })),
    );
    expect(papers.map(({ description }) => description.venue)).toEqual(works.map(({ type, venue }) => (type === 'preprint' ? 'arXiv' : venue)));
  });

  it('keeps a conference and its proceedings apart', () => {
    const talk = '<record><ref-type name="Conference Paper">47</ref-type><titles><title>A</title><secondary-title>X</secondary-title></titles><custom3>Y</custom3></record>';
    expect(readEndnoteXml(file(talk)).papers[0]?.description).toMatchObject({ venue: 'Y', extra: { 'event-title': 'X' } });
  });

  it('reads of every kind what it is in, and at what event, as Lectern prints them', () => {
    const types = fc.constantFrom<PaperType>('article', 'conference', 'chapter', 'book', 'thesis', 'report', 'webpage', 'other');
    const some = fc.record({ 'event-title': fc.constant('Conference on Shelves'), 'collection-title': fc.constant('Shelf Notes'), 'title-short': fc.constant('Sums') }, { requiredKeys: [] });
    fc.assert(fc.property(types, some, (type, extra) => {
      const printed = [...endnoteRecords([paper({ type, title: 'On Sums', venue: 'Papers about Shelves', extra })])].join('');
      const read = readEndnoteXml(file(printed)).papers[0]?.description;
      const { 'event-title': event, ...others } = extra;
      const kept = event === undefined ? {} : { [type === 'conference' ? 'event-title' : 'C3']: event };
      expect(read).toMatchObject({ type, title: 'On Sums', venue: 'Papers about Shelves', extra: { ...others, ...kept } });
    }));
  });

  it('expands no entity and fetches nothing', () => {
    const bomb = '<!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const { papers, findings } = readEndnoteXml(`${bomb}${file('<record><titles><title>&b;&c;</title></titles></record>', '<record><titles><title>A</title></titles></record>')}`);
    expect(papers.map(({ description }) => description.title)).toEqual(['A']);
    expect(findings).toMatchObject([{ line: 3, reason: expect.stringContaining('entity') }]);
  });

  it('reads any text into valid descriptions', () => {
    const part = fc.constantFrom('<record>', '</record>', '<titles><title>', '</title></titles>', '<dates><year>', '</year></dates>', '&amp;', '&x;', '<!--', 'A', '__proto__', '<__proto__>x</__proto__>', '\n');
    fc.assert(fc.property(fc.array(fc.oneof(part, fc.string()), { maxLength: 20 }), (parts) => {
      for (const { description } of readEndnoteXml(parts.join('')).papers) expect(Description.safeParse(description).success).toBe(true);
    }));
  });
});
