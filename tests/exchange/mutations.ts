import type { ImportFormat } from '../../src/core/formats/reading';

/** A sound small file of each format, in which every part of its syntax occurs. */
export const seeds: Record<ImportFormat, string> = {
  digest: 'Engines that compute\n\nAda Lovelace, Charles Babbage\n\narXiv:2502.00001\n\nWe describe an engine that weaves.\n\n12 upvotes\n',
  bibtex: '@string{j = "Journal"}\n% a comment\n@preamble{"\\newcommand{\\x}{y}"}\n@article{key1,\n  author = {van der Berg, Jan and {The Group} and Lovelace, Ada},\n  title = "On {Engines} {\\"u}ber $x^2$",\n  journal = j # { of Engines},\n  month = oct # "~5", year = 1843, pages = {1--9}, crossref = {key2}\n}\n@comment{jabref-meta: x}\n@inbook{key2, title = {A \\textit{b} \\o}, date = {2001-03/..}, file = {:a\\;b.pdf:PDF}, xdata = {key1}}\n',
  ris: 'TY  - JOUR\nAU  - Lovelace, Ada, Jr.\nTI  - On engines\n      that go on\nJF  - Journal\nPY  - 1843/10/05/\nKW  - a\nKW  - b; c\nSP  - 1\nEP  - 9\nSN  - 1234-567X\nUR  - https://example.org\nER  - \n\nTY  - CHAP\nT2  - Book\nTI  - B\nA2  - Noether, Emmy\nY1  - 2001///Spring\nER  - \n',
  'csl-json': '[{"id": "a", "type": "book", "title": "A \\u00e9", "author": [{"family": "Lovelace", "given": "Ada"}], "issued": {"date-parts": [[1843, 10]]}, "custom": {"x": "y"}}, {"title": "B", "issued": "2001", "keyword": "a, b"}]',
  'csl-yaml': '---\nreferences:\n- id: a\n  title: \'A: b\'\n  author:\n  - {family: Lovelace, given: Ada}\n  issued:\n    date-parts: [[1843, 10]]\n  note: |\n    One\n    two\n- id: b\n  title: &t "B"\n  note: *t\n  issued: 2001-03\n...\n',
  'endnote-xml': '<?xml version="1.0"?>\n<xml><records>\n<record><ref-type name="Book">6</ref-type><contributors><authors><author><style face="normal">Lovelace, Ada</style></author></authors></contributors><titles><title>A &amp; b</title></titles><dates><year>1843</year></dates><!-- x --></record>\n<record><titles><title><![CDATA[B]]></title></titles><keywords><keyword>k</keyword></keywords></record>\n</records></xml>\n',
  nbib: 'PMID- 12345\nDP  - 2014 May-Jun\nTI  - On engines\n      that go on.\nFAU - Lovelace, Ada\nAU  - Lovelace A\nLID - 10.1000/1 [doi]\nIS  - 1234-567X (Linking)\nPT  - Journal Article\n\nPMID- 2\nBTI - B\nAU  - Noether E\n',
  ids: '10.1000/182\narXiv:2305.14314v2, hep-th/9901001\n\nhttps://example.org/a?b=c; doi:10.1000/xyz\n',
};

const poison = [
  '__proto__', 'constructor', '\u0000', '\uFFFF', '\uD800', '{', '}', '"', "'", '&', '<', '>', '<!', ']]>', '&x;', '&#x110000;', '@', '#', '=', ',', '\\', '~', '- ', ': ', '*a', '&a ',
  '\t', '\r', '\n', '\r\n', '\u2028', 'TY  - ', 'ER  - ', 'PMID- ', '@article{', '<record>', '</record>', '<!DOCTYPE x [', '10.1000/', '$', '[', '99999999999', '0000', '-', '/', '\uFEFF',
] as const;

/** Numbers from 0 up to (not including) a limit, the same for the same seed (mulberry32). */
export function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The text with one to eight pieces of damage: cut out, doubled, moved, poisoned, repeated many times, or cut short. */
export function mutated(text: string, next: (below: number) => number): string {
  let result = text;
  for (let left = 1 + next(8); left > 0; left -= 1) result = damage(result, next);
  return result;
}

function damage(text: string, next: (below: number) => number): string {
  const at = next(text.length + 1);
  const to = Math.min(text.length, at + next(40));
  const piece = poison[next(poison.length)] ?? '';
  switch (next(8)) {
    case 0: return text.slice(0, at) + text.slice(to);
    case 1: return text.slice(0, to) + text.slice(at);
    case 2: return text.slice(0, at) + piece + text.slice(to);
    case 3: return text.slice(0, at) + piece + text.slice(at);
    case 4: return text.slice(0, at) + piece.repeat(1 + next(2000)) + text.slice(at);
    case 5: return text.slice(to) + text.slice(at, to) + text.slice(0, at);
    case 6: return text.slice(0, at);
    default: return text.slice(0, at) + String.fromCharCode(next(0x10000)) + text.slice(at + 1);
  }
}
