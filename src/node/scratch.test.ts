import { it, expect } from 'vitest';
import { paper, hostileStrings } from '../../tests/exportPapers';
import { citationStyles } from './citationStyles';
import { formatBibliography } from '../core/formats/formatted';
import { toCsl, printCslJson } from '../core/formats/csl';
import { printBibtex } from '../core/formats/bibtex';
import { printRis } from '../core/formats/ris';
import { writeFileSync } from 'node:fs';
it('x', async () => {
  const s = citationStyles();
  const locale = await s.locale('en-US');
  const hostile = hostileStrings();
  const works = hostile.map((h, i) => paper({ title: h, abstract: h, tags: [h], citationKey: i % 2 ? h : `k${i}`, venue: h, doi: h, url: h, type: i%3 ? 'article' : 'preprint', issued: '2024', authors: i % 5 === 0 ? [] : i%5===1 && h !== '' ? [{literal: h}] : h === '' ? [] : [{family: h, given: h}, {family: 'X', given: h}], extra: {[h]: h, volume: h, page: h} }, `p-${i}`));
  let t = Date.now();
  writeFileSync('/tmp/h/h.bib', printBibtex(works)); console.log('bib', Date.now()-t); t = Date.now();
  writeFileSync('/tmp/h/h.ris', printRis(works));console.log('ris', Date.now()-t); t = Date.now();
  writeFileSync('/tmp/h/h.json', printCslJson(works));console.log('csl', Date.now()-t); t = Date.now();
  const titled = hostile.map((h, i) => paper({ title: h, issued: '2024' , type: 'article'}, `p-${i}`));
  for (const id of ['apa','ieee','chicago-author-date','vancouver']) {
    const style = await s.style(id);
    for (const [n, set] of [['t', titled], ['w', works]] as const) {
    const out = formatBibliography(set.map(toCsl), {style, locale, output: 'html'});
    writeFileSync(`/tmp/h/${id}-${n}.html`, out.join('\n'));
    console.log(id, n, Date.now()-t); t = Date.now();
    expect(out.length).toBe(hostile.length);
    }
  }
}, 600000);
