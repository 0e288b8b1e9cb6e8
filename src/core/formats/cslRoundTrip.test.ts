import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edtfDates } from '../../../tests/edtfDates';
import { paper } from '../../../tests/exportPapers';
import { PaperType, type Author, type Description } from '../model';
import { toCsl } from './csl';
import { readCslItem } from './cslJsonItem';
import { publishedBy } from './cslKinds';
import { writeNames } from './nameText';

/** Text without white space at its ends or in runs, as every reader makes it. */
const text = fc.string({ unit: fc.constantFrom('a', 'B', 'z', 'É', '字', '1', ' ', '.', ',', ';', ':', '{', '}', '\\', '$', '&', '<', '-', '/', 'von ', 'Jr.') }).map((value) => value.replace(/\s+/g, ' ').trim());
const filled = text.filter((value) => value !== '');
const names: fc.Arbitrary<Author[]> = fc.array(fc.oneof(
  fc.record({ literal: filled }),
  fc.record({ family: filled, given: text, particle: filled, droppingParticle: filled, suffix: filled }, { requiredKeys: ['family', 'given'] }),
), { minLength: 1, maxLength: 3 });

const extra = fc.record({
  volume: filled, page: filled, note: filled, number: filled, 'event-title': filled, editor: names.map(writeNames), translator: names.map(writeNames),
  accessed: edtfDates, 'original-date': edtfDates, 'event-date': fc.constant('last week'), issued: fc.constant('in press'),
  code: filled, constructor: filled, title: filled, DOI: filled, id: filled, 'csl-type': fc.constantFrom('patent', 'article-magazine', 'nonsense'),
}, { requiredKeys: [] }).map((fields): Record<string, string> => ({ ...fields }));

const description: fc.Arbitrary<Description> = fc.record({
  type: fc.constantFrom(...PaperType.options), title: filled, authors: fc.oneof(fc.constant<Author[]>([]), names), issued: edtfDates, venue: filled,
  doi: filled.map((value) => `10.1/${value}`), arxivId: fc.constantFrom('', '2106.09685', 'math/0309136', 'no id of theirs'),
  url: fc.constant('https://example.org/a'), abstract: text, extra,
}).map((made) => (publishedBy.has(made.type) ? made : { ...made, extra: { ...made.extra, publisher: 'A Press' } }));

const read = (item: unknown) => {
  const outcome = readCslItem(JSON.parse(JSON.stringify(item)));
  return outcome.kind === 'paper' ? outcome.paper : outcome;
};

describe('CSL as the pivot', () => {
  it('gives back every description that it is made of', () => {
    fc.assert(fc.property(description, (made) => {
      expect(read(toCsl(paper(made)))).toEqual({ citationKey: 'p-1', description: made });
    }), { numRuns: 1000 });
  });

  it('gives back every tag that has no semicolon', () => {
    fc.assert(fc.property(fc.uniqueArray(filled.filter((tag) => !tag.includes(';')), { minLength: 1 }), (tags) => {
      expect(read(toCsl(paper({ title: 'T', tags })))).toMatchObject({ tags });
    }));
  });

  it('is the same item again once it was read', () => {
    const dates = fc.oneof(
      edtfDates.map((edtf) => toCsl(paper({ issued: edtf })).issued),
      fc.record({ 'date-parts': fc.array(fc.array(fc.integer({ min: -50, max: 2030 }), { maxLength: 3 }), { minLength: 1, maxLength: 2 }), season: fc.constantFrom(1, '2', 'Winter'), circa: fc.boolean(), literal: text }, { requiredKeys: [] }),
    );
    const name = fc.record({ family: text, given: text, 'non-dropping-particle': text, 'dropping-particle': text, suffix: text, literal: text }, { requiredKeys: [] });
    const item = fc.record({
      id: filled, type: fc.constantFrom('book', 'chapter', 'article', 'patent', 'post-weblog', 'unheard-of'), title: filled, author: fc.array(name), editor: fc.array(name), issued: dates, accessed: dates,
      publisher: filled, 'container-title': filled, number: filled, keyword: filled, custom: fc.dictionary(filled, filled),
    }, { requiredKeys: ['id', 'title'] });
    fc.assert(fc.property(item, (given) => {
      const once = again(given);
      expect(again(once)).toEqual(once);
    }), { numRuns: 1000 });
  });
});

function again(item: unknown): unknown {
  const { description: made, citationKey = '', tags = [] } = read(item) as Extract<ReturnType<typeof read>, { description: unknown }>;
  return toCsl(paper({ ...made, citationKey, tags }));
}
