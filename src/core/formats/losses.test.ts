import { describe, expect, it } from 'vitest';
import { paper } from '../../../tests/exportPapers';
import { DescribedFormat, describedPrinters, ExportFormat } from '../exportFormats';
import type { Paper } from '../model';
import { cslVariables, isCslDateVariable, isCslNameVariable } from './csl-types';
import { holdings } from './holdings';
import { lossesOf } from './losses';

const said = (fields: Partial<Paper>, format: keyof typeof holdings) => lossesOf(paper(fields), format).map(({ label, reason }) => `${label}: ${reason}`);

/** Fields that a paper has in a place of its own, or that two fields of a paper would fill. */
const elsewhere = new Set(['title', 'DOI', 'URL', 'abstract', 'keyword', 'container-title']);
const kinds = ['article', 'conference', 'chapter', 'book', 'thesis', 'report', 'software', 'preprint'] as const;

/** A field with a value that nothing else of a file has, and that value. */
function marked(name: string): [Record<string, string>, string] {
  if (isCslDateVariable(name)) return [{ [name]: '1789-07-14' }, '1789'];
  return isCslNameVariable(name) ? [{ [name]: 'Zqx, Ada' }, 'Zqx'] : [{ [name]: name === 'language' ? 'zqx' : 'Zqx' }, name === 'language' ? 'zqx' : 'Zqx'];
}

function isPrinted(fields: Partial<Paper>, mark: string, format: DescribedFormat): boolean {
  return kinds.some((type) => [...describedPrinters[format].pieces([paper({ type, title: 'T', url: 'https://example.org', venue: type === 'book' ? '' : 'V', issued: '2020', ...fields })], new Set())].join('').includes(mark));
}

describe('what a format holds', () => {
  it.each(DescribedFormat.options)('is what is printed as %s', (format) => {
    const wrong = cslVariables.filter((name) => !elsewhere.has(name)).filter((name) => {
      const [extra, mark] = marked(name);
      return isPrinted({ extra }, mark, format) !== !lossesOf(paper({ extra }), format).some(({ field, reason }) => field === name && reason.endsWith('has no place for it.'));
    });
    expect(wrong).toEqual([]);
    const described: Partial<Paper>[] = [{ title: 'Zqx' }, { venue: 'Zqx' }, { doi: '10.1234/Zqx' }, { arxivId: 'Zqx' }, { url: 'https://Zqx.org' }, { abstract: 'Zqx' }, { tags: ['Zqx'] }, { citationKey: 'Zqx' }, { extra: { code: 'Zqx' } }];
    expect(described.filter((fields) => isPrinted(fields, 'Zqx', format) !== (lossesOf(paper({ citationKey: '', ...fields }), format).length === 0))).toEqual([]);
  });

  it('is known of every format', () => {
    expect(Object.keys(holdings).toSorted()).toEqual(ExportFormat.options.toSorted());
  });
});

describe('what is lost', () => {
  const authors = [{ family: 'Gogh', given: 'Theo', particle: 'van', suffix: 'Jr.' }, { literal: 'The Mill' }, { family: 'Humboldt', given: 'A.', droppingParticle: 'von' }];

  it('is nothing in CSL and BibTeX', () => {
    const everything = { authors, issued: '2024-21~/2025?', tags: ['a'], extra: { issued: 'in press', code: 'x', editor: '{A}', 'csl-type': 'patent', accessed: '-0043' } };
    for (const format of ['csl-json', 'csl-yaml', 'bibtex', 'biblatex'] as const) expect(said(everything, format)).toEqual([]);
  });

  it('is said of the parts of names and dates', () => {
    expect(said({ authors, issued: '2024-21~/2025?', extra: { issued: 'in press' } }, 'ris')).toEqual([
      'authors: RIS does not tell the particle of a name (van, de) from the family name.',
      'authors: RIS does not tell a particle behind a given name (von, de) from the given name.',
      'date: RIS has no ranges of dates.', 'date: RIS cannot say that a date is about right.',
      'date: RIS cannot say that a date is uncertain.', 'date: RIS has no dates in words.',
    ]);
    expect(said({ authors: [authors[1] ?? { literal: 'A' }], issued: '2024-03-14', extra: { editor: 'van Gogh, Theo', accessed: '2024/' } }, 'word-xml')).toEqual([
      'editor: Word’s XML does not tell the particle of a name (van, de) from the family name.', 'accessed: Word’s XML has no ranges of dates.',
    ]);
  });

  it('is not an arXiv id that the address tells', () => {
    expect(said({ arxivId: '2402.05195', url: 'https://arxiv.org/abs/2402.05195' }, 'word-xml')).toEqual([]);
    expect(said({ arxivId: '2402.05195' }, 'word-xml')).toEqual(['arXiv id: Word’s XML has no place for it.']);
  });

  it('is in a formatted list what no style shows', () => {
    expect(said({ citationKey: '', abstract: 'A', tags: ['a'], extra: { code: 'x', volume: '1', __proto__: 'none' } }, 'text')).toEqual([
      'abstract: References in a citation style do not show it.', 'tags: References in a citation style do not show it.', 'code: References in a citation style do not show it.',
    ]);
  });
});
