import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileStrings, hostileToBibliographies, isCorpusPresent, paper, works } from '../../tests/exportPapers';
import { toCsl } from '../core/formats/csl';
import { formatBibliography, localesFor } from '../core/formats/formatted';
import { markupGuarded } from '../core/formats/citeprocMarkup';
import { toPlain } from '../core/formats/latexPlain';
import type { Author, Paper } from '../core/model';
import { citationStyles } from './citationStyles';

const styles = citationStyles();
const styleIds = ['apa', 'ieee', 'chicago-author-date', 'vancouver'];

function missing(tag: string): never {
  throw new Error(`No locale ${tag}`);
}

async function inStyle(id: string, lang = 'en-US') {
  const [style, locales] = await Promise.all([styles.style(id), styles.locales(localesFor(lang))]);
  return { style, lang, locales: (tag: string) => locales.get(tag) ?? missing(tag) };
}

async function formatted(papers: Paper[], id: string, output: 'text' | 'html'): Promise<string[]> {
  return formatBibliography(papers.map(toCsl), { ...(await inStyle(id)), output });
}

describe('citationStyles', () => {
  it('knows what else the package brings', async () => {
    expect((await styles.style('nature')).name).toBe('style');
    expect((await styles.locales(['de-DE'])).get('de-DE')?.attrs['xml:lang']).toBe('de-DE');
    expect(await styles.languages()).toHaveLength(56);
  });

  it('falls back to American English for a language that it does not know', async () => {
    expect((await styles.locales(['tlh'])).get('tlh')?.attrs['xml:lang']).toBe('en-US');
    expect((await styles.locales(localesFor('es-AR'))).get('es-AR')?.attrs['xml:lang']).toBe('es-ES');
  });

  it.each(['no-such-style', '__proto__', 'constructor', '../apa'])('does not know the style %s', async (id) => {
    await expect(styles.style(id)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('formatBibliography', () => {
  const [preprint = paper(), article = paper()] = works;

  it.each([
    ['apa', 'Hopper, G., van der Berg, J., & The Tensor & Co. Team. (2025). LoRA for M³ViT: 20× faster at 9% of the cost (No. arXiv:2503.01234). arXiv. https://doi.org/10.48550/arXiv.2503.01234'],
    ['ieee', '[1] G. Hopper, J. van der Berg, and The Tensor & Co. Team, “LoRA for M³ViT: 20× faster at 9% of the cost,” Mar. 14, 2025, arXiv: arXiv:2503.01234. doi: 10.48550/arXiv.2503.01234.'],
    ['chicago-author-date', 'Hopper, Grace, Jan van der Berg, and The Tensor & Co. Team. 2025. “LoRA for M³ViT: 20× Faster at 9% of the Cost.” arXiv. https://doi.org/10.48550/arXiv.2503.01234.'],
    ['vancouver', '1. Hopper G, van der Berg J, The Tensor & Co. Team. LoRA for M³ViT: 20× faster at 9% of the cost [Internet]. arXiv; 2025. Available from: https://arxiv.org/abs/2503.01234'],
  ])('formats a preprint as %s', async (id, entry) => {
    expect(await formatted([preprint], id, 'text')).toEqual([entry]);
  });

  it('marks HTML up as the style asks', async () => {
    expect(await formatted([article], 'apa', 'html')).toEqual(['<div class="csl-entry">Noether, E. (1918). Invariant variation problems. <i>Nachrichten</i>, <i>2</i>(3), 235–257.</div>']);
    expect((await formatted([preprint], 'apa', 'html'))[0]).toContain('<i>LoRA for M<sup>3</sup>ViT: 20× faster at 9% of the cost</i>');
  });

  it('honours the markup that titles and names have in CSL-JSON', async () => {
    const marked = paper({
      type: 'article', title: 'Cats (<i>Prionailurus planiceps</i>), H<sub>2</sub>O, <sc>Unix</sc> and <span class="nocase">iPods</span>', venue: '<i>E. coli</i> Today', issued: '2020',
      authors: [{ literal: 'Team <b>X</b>' }],
    });
    expect(await formatted([marked], 'chicago-author-date', 'html')).toEqual([
      '<div class="csl-entry">Team <b>X</b>. 2020. “Cats (<i>Prionailurus Planiceps</i>), H<sub>2</sub>O, <span style="font-variant:small-caps;">Unix</span> and iPods.” <i><span style="font-style:normal;">E. Coli</span> Today</i>.</div>',
    ]);
    expect(await formatted([marked], 'chicago-author-date', 'text')).toEqual(['Team X. 2020. “Cats (Prionailurus Planiceps), H2O, Unix and iPods.” E. Coli Today.']);
  });

  it('prints an abstract and a note where the style asks for them', async () => {
    const annotated = paper({ type: 'book', title: 'T', issued: '2020', authors: [{ literal: 'Team' }], abstract: 'What it is about.', extra: { note: 'Read twice.' } });
    expect((await formatted([annotated], 'apa-with-abstract', 'text'))[0]).toContain('What it is about.');
    expect((await formatted([annotated], 'apa-annotated-bibliography', 'text'))[0]).toContain('Read twice.');
    expect((await formatted([annotated], 'apa', 'text'))[0]).toBe('Team. (2020). T.');
  });

  it('sorts where the style sorts, and tells works of one author and year apart', async () => {
    const authors: Author[] = [{ family: 'Hopper', given: 'Grace' }];
    const papers = ['Tapes', 'Cards'].map((title, index) => paper({ type: 'article', title, authors, issued: '1952' }, `work-${index}`));
    expect(await formatted(papers, 'apa', 'text')).toEqual(['Hopper, G. (1952a). Cards.', 'Hopper, G. (1952b). Tapes.']);
    expect(await formatted(papers, 'ieee', 'text')).toEqual(['[1] G. Hopper, “Tapes,” 1952.', '[2] G. Hopper, “Cards,” 1952.']);
  });

  it.each([
    ['2020-21', 'Spring 2020'], ['2020/2021', '2020–2021'], ['2020-03/2020-05', 'Mar.–May 2020'], ['2020/', '2020–'], ['2020-21/2020-22', 'Spring–Summer 2020'], ['-0043', '44BC'],
  ])('writes the date %s as %s', async (issued, words) => {
    expect(await formatted([paper({ type: 'article', title: 'T', issued })], 'ieee', 'text')).toEqual([`[1] “T,” ${words}.`]);
  });

  it('says about when, and what else is said of a date instead of it', async () => {
    expect(await formatted([paper({ type: 'article', title: 'T', issued: '2020~' })], 'apa', 'text')).toEqual(['T. (ca. 2020).']);
    expect(await formatted([paper({ type: 'article', title: 'T', issued: '2020', extra: { issued: 'in <press>' } })], 'apa', 'text')).toEqual(['T. (in <press>).']);
  });

  it('puts particles and suffixes where the style has them', async () => {
    const authors: Author[] = [{ family: 'Beethoven', given: 'Ludwig', particle: 'van', suffix: 'Jr.' }, { family: 'Humboldt', given: 'Alexander', droppingParticle: 'von' }];
    expect(await formatted([paper({ type: 'article', title: 'T', issued: '2020', authors })], 'apa', 'text')).toEqual(['van Beethoven, L., Jr., & Humboldt, A. von. (2020). T.']);
  });

  it('takes a note for no instruction', async () => {
    const plain = await formatted([article], 'apa', 'text');
    expect(await formatted([{ ...article, extra: { ...article.extra, note: 'type: book\npublisher: Nobody' } }], 'apa', 'text')).toEqual(plain);
  });

  it('formats works of which nothing is known, and none at all', async () => {
    for (const id of styleIds) {
      expect(await formatted([paper()], id, 'text')).toHaveLength(1);
      expect(await formatted([], id, 'html')).toEqual([]);
    }
  });

  it.each(styleIds)('keeps hostile titles and names as text in %s', async (id) => {
    const named = hostileToBibliographies.map((text, index) => paper({ type: 'article', title: text, venue: text, doi: text, url: text, issued: '2024', authors: [{ family: text, given: text }, { literal: text }], extra: { volume: text, page: text } }, `named-${index}`));
    expect(await lost(hostileToBibliographies, id)).toEqual([]);
    expect(await lost(['<img src=x onerror=alert(1)>', '<script>alert(1)</script>', '<i onclick="alert(1)">a</i>', '<i>a</b>', 'a</i> b <i>', '<i>'.repeat(5000), '<b>a</b>'.repeat(5000), `${'<sub>'.repeat(50)}a${'</sub>'.repeat(50)}`, '&lt;b&gt; & &#60;', 'constructor', '__proto__', 'toString valueOf'], id)).toEqual([]);
    for (const entry of await formatted(named, id, 'html')) expect(foreignMarkup(entry)).toEqual([]);
  });

  it('never throws', async () => {
    const options = await inStyle('apa');
    const tag = fc.constantFrom('<i>', '</i>', '<b>', '</b>', '<span class="nocase">', '<span style="font-variant: small-caps;">', '</span>', ' "', '"', "'", '“', '”', ' ', 'word');
    const text = fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), fc.array(tag, { minLength: 1, maxLength: 12 }).map((tags) => tags.join('')));
    fc.assert(fc.property(fc.array(fc.tuple(text, text, text), { minLength: 30, maxLength: 30 }), (values) => {
      const papers = values.map(([title, family, given], index) => paper({ title, venue: given, authors: [{ family, given }] }, `any-${index}`));
      const entries = formatBibliography(papers.map(toCsl), { ...options, output: 'html' });
      expect(entries).toHaveLength(papers.length);
      expect(entries.flatMap(foreignMarkup)).toEqual([]);
    }), { numRuns: 10 });
  });

  it.skipIf(!isCorpusPresent).each(styleIds)('keeps every hostile string as text in %s (skips where the corpus is absent)', async (id) => {
    const strings = hostileStrings();
    for (let start = 0; start < strings.length; start += 250) expect(await lost(strings.slice(start, start + 250), id)).toEqual([]);
  }, 120_000);
});

/** The titles that do not come out with all their letters and digits, or that come out with markup of their own. */
async function lost(titles: string[], id: string): Promise<string[]> {
  const papers = titles.map((title, index) => paper({ type: 'article', title, authors: [{ literal: `Author${String(index).padStart(4, '0')}` }] }, `title-${index}`));
  const entries = await formatted(papers, id, 'html');
  return titles.filter((title, index) => {
    const entry = entries[index] ?? '';
    return foreignMarkup(entry).length > 0 || !letters(textOf(entry)).includes(letters(withoutPairedTags(toPlain(title)))) || !entry.startsWith('<div class="csl-entry">');
  });
}

const ownMarkup = /<\/?(?:i|b|sup|sub|div)>|<div class="csl-(?:entry|left-margin|right-inline|block|indent)">|<span style="[a-z-]+:\s?[a-z-]+;">|<\/span>/g;

function foreignMarkup(html: string): string[] {
  return html.replace(ownMarkup, '').match(/[<>].{0,40}/gs) ?? [];
}

function withoutPairedTags(text: string): string {
  return markupGuarded(text).replace(/<[^>]*>/g, '');
}

function textOf(html: string): string {
  return html.replace(ownMarkup, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#38;', '&');
}

function letters(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
