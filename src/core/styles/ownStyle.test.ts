import { describe, expect, it } from 'vitest';
import { formatBibliography, type CslElement } from '../formats/formatted';
import { readOwnStyle } from './ownStyle';

const namespace = 'xmlns="http://purl.org/net/xbiblio/csl"';

/** A style whose only entry is made of `layout`. */
function styleOf(layout: string, { macros = '', info = '<title>Mine</title>' }: { macros?: string; info?: string } = {}): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<style ${namespace} class="in-text" version="1.0" default-locale="de-DE">
  <info>${info}</info>
  ${macros}
  <citation><layout>${layout}</layout></citation>
  <bibliography><layout>${layout}</layout></bibliography>
</style>`;
}

const locale: CslElement = { name: 'locale', attrs: { 'xml:lang': 'en-US', version: '1.0' }, children: [{ name: 'style-options', attrs: {}, children: [] }, { name: 'terms', attrs: {}, children: [] }] };

function formatted(text: string): string[] {
  const read = readOwnStyle(text);
  if (read.kind === 'refused') throw new Error(read.reason);
  return formatBibliography([{ id: 'a', type: 'book', title: 'Plain title' }], { style: read.style, lang: 'en-US', locales: () => locale, output: 'html' });
}

describe('readOwnStyle', () => {
  it('tells what a style says of itself', () => {
    const info = '<title>Mine &amp; yours</title><title-short>M&amp;Y</title-short><category citation-format="numeric"/><category field="physics"/>';
    expect(readOwnStyle(styleOf('<text variable="title"/>', { info }))).toMatchObject({ kind: 'style', about: { title: 'Mine & yours', shortTitle: 'M&Y', kind: 'numeric', fields: ['physics'], locale: 'de-DE', parent: '' } });
  });

  it('knows the style that another one follows', () => {
    const dependent = `<style ${namespace} class="in-text" version="1.0"><info><title>Journal</title><link rel="independent-parent" href="http://www.zotero.org/styles/apa"/></info></style>`;
    expect(readOwnStyle(dependent)).toMatchObject({ kind: 'style', about: { title: 'Journal', parent: 'apa' } });
  });

  it('makes what citeproc formats with', () => {
    expect(formatted(styleOf('<text macro="a" suffix="."/>', { macros: '<macro name="a"><text variable="title" font-style="italic"/></macro>' }))).toEqual(['<div class="csl-entry"><i>Plain title</i>.</div>']);
  });

  it('takes markup in a style for text', () => {
    expect(formatted(styleOf('<text variable="title" prefix="&lt;img src=x onerror=alert(1)&gt;"/><text value="&lt;script&gt;"/>'))).toEqual(['<div class="csl-entry">&lt;img src=x onerror=alert(1)&gt;Plain title&lt;script&gt;</div>']);
  });

  const doubling = Array.from({ length: 40 }, (_, at) => `<macro name="m${at}"><text macro="m${at + 1}"/><text macro="m${at + 1}"/></macro>`).join('');

  it.each([
    ['no XML', 'PK\u0003\u0004', 'It is not well-formed XML (line 1, column 1): There is text outside of the root element.'],
    ['other XML', '<html/>', 'It is XML, but no CSL style.'],
    ['an old style', `<style ${namespace} class="in-text"><info><title>x</title></info></style>`, 'It is a style of CSL 0.8 or older; only styles of CSL 1.0 are read.'],
    ['entities', `<!DOCTYPE style [<!ENTITY x SYSTEM "file:///etc/passwd">]>${styleOf('<text value="&x;"/>')}`, 'It is not well-formed XML (line 1, column 1): It declares entities or elements of its own, which are not read.'],
    ['no layout', `<style ${namespace} class="in-text" version="1.0"><info><title>x</title></info></style>`, 'The style does not say how works are cited: it has no citation with a layout.'],
    ['unknown elements', styleOf('<script>alert(1)</script>'), 'CSL has no element called “script”.'],
    ['elements named like what every object has', styleOf('<constructor/>'), 'CSL has no element called “constructor”.'],
    ['a macro that is missing', styleOf('<text macro="gone"/>'), 'It uses the macro “gone”, which it does not have.'],
    ['macros in a circle', styleOf('<text macro="a"/>', { macros: '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>' }), 'Its macro “b” uses itself.'],
    ['macros that unfold', styleOf('<text macro="m0"/>', { macros: `${doubling}<macro name="m40"><text variable="title"/></macro>` }), 'Its macros unfold into more than a style can need.'],
    ['a flood', ' '.repeat((1 << 20) + 1), 'It is too large for a citation style.'],
  ])('refuses %s', (_, text, reason) => {
    const began = performance.now();
    const read = readOwnStyle(text);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(read).toEqual({ kind: 'refused', reason });
  });
});
