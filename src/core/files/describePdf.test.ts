import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePdf, likeness, titleFromName } from './describePdf';
import { doiOfPage, soundDoi } from './identifiersInPdf';
import { joinLines, mendGlyphs, runningText } from './mending';
import type { Line, Page, PdfGlance } from './pageModel';
import { readXmp } from './xmp';

const line = (text: string, baseline: number, size = 10, more: Partial<Line> = {}): Line => ({ text, bare: text, size, left: 100, right: 100 + 5 * text.length, baseline, font: 'Roman', turned: false, ...more });
const body = Array.from({ length: 12 }, (_, at) => line('The body of a paper goes on for some lines, set in letters of a usual size and length.', 400 + 12 * at));
const page = (...lines: Line[]): Page => ({ width: 612, height: 792, lines: [...lines, ...body] });
const noInfo = { title: '', author: '', subject: '', keywords: '', creationDate: '', producer: '', creator: '' };
const glance = (first: Page, info: Partial<PdfGlance['info']> = {}, xmp = ''): PdfGlance => ({ pages: 3, info: { ...noInfo, ...info }, xmp, first: [first] });
const titled = (first: Page, info: Partial<PdfGlance['info']> = {}) => {
  const { description, from } = describePdf(glance(first, info), 'some_file.pdf');
  return [description.title, from.title];
};
const title = line('Winding Tapes with Little', 120, 17);

describe('the title', () => {
  const two = [title, line('Energy', 140, 17)];
  it.each<[string, Page, Partial<PdfGlance['info']>, [string, string]]>([
    ['is the largest text, over two lines', page(...two, line('Grace Hopper', 170, 12)), {}, ['Winding Tapes with Little Energy', 'layout']],
    ['is not the name of a font', page(...two), { title: 'CMBX12' }, ['Winding Tapes with Little Energy', 'layout']],
    ['is not the name of a file', page(...two), { title: 'Microsoft Word - tapes_v3.docx' }, ['Winding Tapes with Little Energy', 'layout']],
    ['is what the file says where the page says it too', page(...two), { title: 'Winding tapes with little energy' }, ['Winding tapes with little energy', 'info']],
    ['is not what the file says where the page says something else', page(...two), { title: 'A template for a conference' }, ['Winding Tapes with Little Energy', 'layout']],
    ['is not the larger name of the journal', page(line('Journal of Winding', 60, 28), ...two), {}, ['Winding Tapes with Little Energy', 'layout']],
    ['is not the larger stamp of arXiv', page(line('arXiv:2501.00001v1 [cs.LG] 1 Jan 2025', 500, 20, { turned: true }), ...two), {}, ['Winding Tapes with Little Energy', 'layout']],
    ['has no mark of a note behind it', page(line('Winding Tapes∗', 120, 17)), {}, ['Winding Tapes', 'layout']],
    ['keeps a figure in its midst and drops a raised one at its end', page(line('M3ViT on Tapes1', 120, 17, { bare: 'M3ViT on Tapes' })), {}, ['M3ViT on Tapes', 'layout']],
    ['may be in capitals of the usual size', page(line('ON TAPES AND REELS', 120, 10)), {}, ['ON TAPES AND REELS', 'layout']],
    ['joins what a hyphen parted', page(line('An Intro\u0002', 120, 17), line('duction to Reel-', 140, 17), line('Winding', 160, 17)), {}, ['An Introduction to Reel-Winding', 'layout']],
    ['is the name of the file where nothing else is', { width: 612, height: 792, lines: [] }, {}, ['some file', 'file-name']],
  ])('%s', (_, first, info, expected) => expect(titled(first, info)).toEqual(expected));
});

describe('the authors', () => {
  const authors = (...lines: Line[]) => describePdf(glance(page(title, ...lines)), '').description.authors.map((each) => ('literal' in each ? each.literal : `${each.given}|${each.particle ?? ''}|${each.family}`));
  it.each<[string, Line[], string[]]>([
    ['on one line', [line('Grace Hopper, Vincent van Gogh and Emmy Noether', 160, 12)], ['Grace||Hopper', 'Vincent|van|Gogh', 'Emmy||Noether']],
    ['with marks', [line('Grace Hopper1,∗, Emmy Noether2', 160, 12)], ['Grace||Hopper', 'Emmy||Noether']],
    ['side by side, over their affiliations', [line('Grace Hopper\u2003Emmy Noether', 160, 12), line('University of Tapes', 175, 12)], ['Grace||Hopper', 'Emmy||Noether']],
    ['in capitals', [line('GRACE HOPPER AND EMMY NOETHER', 160, 12)], ['Grace||Hopper', 'Emmy||Noether']],
    ['not after the abstract', [line('Abstract', 160, 12), line('Grace Hopper', 175, 12)], []],
    ['not institutions', [line('Institute of Tapes', 160, 12)], []],
  ])('are found %s', (_, lines, expected) => expect(authors(...lines)).toEqual(expected));
});

describe('identifiers', () => {
  it.each([
    ['10.18637/jss.v000.i00', ''], ['doi:10.1145/nnnnnnn.nnnnnnn', ''], ['https://doi.org/10.1145/1122445.1122456', ''], ['10.1109/XXXXXX.2024', ''],
    ['https://doi.org/10.5123/tapes(7).', '10.5123/tapes(7)'], ['(doi: 10.5123/tapes.7)', '10.5123/tapes.7'], ['no DOI', ''],
  ])('%s → %j', (text, doi) => expect(soundDoi(text)).toBe(doi));

  it('are those of the page, not of works that it cites', () => {
    expect(doiOfPage(page(line('https://doi.org/10.5123/own', 60)))).toBe('10.5123/own');
    expect(doiOfPage(page(line('We follow Hopper (2020), doi 10.5123/other, and go on.', 500)))).toBe('');
    expect(doiOfPage(page(line('References', 650), line('doi:10.5123/other', 760)))).toBe('');
    expect(doiOfPage(page(line('doi:10.5123/one', 60), line('doi:10.5123/two', 70)))).toBe('');
  });

  it('of arXiv come from the stamp, with its day', () => {
    const { description } = describePdf(glance(page(title, line('arXiv:1703.05984v1 [stat.CO] 17 Mar 2017', 500, 20, { turned: true }), line('as in arXiv:2001.00002', 520))), '');
    expect(description).toMatchObject({ arxivId: '1703.05984', issued: '2017-03-17', type: 'preprint', doi: '10.48550/arXiv.1703.05984' });
    expect(describePdf(glance(page(title, line('as in arXiv:2001.00002', 520))), '').description.arxivId).toBe('');
  });
});

describe('XMP', () => {
  it('is read whatever form its properties have', () => {
    const packet = '<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="r"><rdf:Description prism:doi="10.5123/own"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">On &amp; off</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>Ada Lovelace</rdf:li><rdf:li>Grace Hopper</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>';
    expect(readXmp(packet)).toMatchObject({ title: 'On & off', creators: ['Ada Lovelace', 'Grace Hopper'], doi: '10.5123/own' });
    expect(readXmp('<rdf:RDF><broken</rdf:RDF>').title).toBe('');
  });
});

describe('mending', () => {
  it.each([
    ['e\u000ecient \ufb01nding', 'efficient finding'], ['Universit¨at', 'Universität'], ['Gr¨un', 'Grün'], ['x ˆ 2', 'x ˆ 2'],
  ])('%j', (text, mended) => expect(mendGlyphs(text)).toBe(mended));

  it('joins lines and pages', () => {
    expect(joinLines(['low-', 'rank'])).toBe('lowrank');
    expect(joinLines(['state-of-the-', 'art'])).toBe('state-of-the-art');
    expect(runningText('com\u0002\nputing and non\u0002\nEnglish')).toBe('computing and non-\nEnglish');
  });
});

it('never throws, whatever stands on a page', () => {
  const text = fc.string({ unit: 'binary', maxLength: 80 });
  const anyLine = fc.record({ text, bare: text, size: fc.constantFrom(0, 9, 12, 17), left: fc.double({ min: -50, max: 700, noNaN: true }), right: fc.double({ min: -50, max: 700, noNaN: true }), baseline: fc.double({ min: -50, max: 900, noNaN: true }), font: text, turned: fc.boolean() });
  fc.assert(fc.property(fc.array(anyLine, { maxLength: 30 }), text, text, (lines, said, packet) => {
    const { description } = describePdf({ pages: 1, info: { ...noInfo, title: said, author: said, creationDate: said }, xmp: `<rdf:RDF>${packet}</rdf:RDF>`, first: [{ width: 612, height: 792, lines }] }, said);
    expect(description.title.length).toBeLessThan(1000);
  }));
});

it('compares titles and names files', () => {
  expect(likeness('windingtapes', 'windingtapes')).toBe(1);
  expect(likeness('windingtapes', 'quantumfields')).toBeLessThan(0.3);
  expect(titleFromName('Some_paper+v2.pdf')).toBe('Some paper v2');
});
