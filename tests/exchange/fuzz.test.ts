import { describe, expect, it } from 'vitest';
import { importFormats } from '../../src/core/formats/kinds';
import { readPapers } from '../../src/core/formats/read';
import type { ImportFormat } from '../../src/core/formats/reading';
import { Description } from '../../src/core/model';
import { mutated, random, seeds } from './mutations';

/** How many inputs each run mutates, over all formats; `npm run fuzz` asks for 20,000. */
const RUNS = Number(process.env['LECTERN_FUZZ'] ?? 1000);
const SLOWEST_MS = 1000;

describe.each(importFormats.map((format) => [format]))('%s', (format) => {
  it('takes any damage as findings at real lines, in less than a second', { timeout: 600_000 }, () => {
    const next = random(importFormats.indexOf(format) + 1);
    const wrong: string[] = [];
    let slowest = 0;
    for (let run = 0; run < RUNS / importFormats.length; run += 1) {
      const input = mutated(seeds[format], next);
      const began = performance.now();
      wrong.push(...wrongs(input, format));
      slowest = Math.max(slowest, performance.now() - began);
    }
    expect(wrong).toEqual([]);
    expect(slowest).toBeLessThan(SLOWEST_MS);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

/** What is not right about the reading of an input, with the input. */
function wrongs(input: string, format: ImportFormat): string[] {
  const lines = input.split(/\r\n?|\n/);
  const { papers, findings } = readPapers(input, { format });
  const wrong: string[] = [];
  if (papers.length + findings.length === 0) wrong.push('nothing');
  for (const { line, column = 1 } of findings) {
    if (line < 1 || line > lines.length || column < 1 || column > (lines[line - 1]?.length ?? 0) + 2) wrong.push(`finding at ${line}:${column}`);
  }
  for (const { line, description } of papers) {
    if (line < 1 || line > lines.length) wrong.push(`paper at ${line}`);
    if (!Description.safeParse(description).success) wrong.push(`invalid ${JSON.stringify(description)}`);
  }
  return wrong.map((what) => `${what}: ${JSON.stringify(input)}`);
}

describe('attempts to reach beyond a paper', () => {
  it.each<[ImportFormat, string]>([
    ['csl-json', '[{"title": "A", "__proto__": {"polluted": "yes"}, "constructor": {"prototype": {"polluted": "yes"}}, "custom": {"__proto__": "yes"}}]'],
    ['csl-yaml', '- title: A\n  __proto__: {polluted: yes}\n  constructor: {prototype: {polluted: yes}}\n'],
    ['bibtex', '@book{__proto__, title = {A}, __proto__ = {polluted}, constructor = {yes}}'],
    ['ris', 'TY  - __proto__\nTI  - A\nID  - __proto__\nER  - '],
    ['endnote-xml', '<xml><records><record><titles><title>A</title></titles><__proto__><polluted>yes</polluted></__proto__><constructor>yes</constructor></record></records></xml>'],
  ])('do nothing in %s', (format, text) => {
    const { papers } = readPapers(text, { format });
    expect(papers).toHaveLength(1);
    const extra: object = papers[0]?.description.extra ?? {};
    expect(Object.getPrototypeOf(extra)).toBe(Object.prototype);
    expect('polluted' in extra || 'polluted' in {}).toBe(false);
  });

  it('expand no entities and no aliases', () => {
    const entities = `<!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa">${'bcdefghij'.split('').map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'[at] ?? ''};`.repeat(10)}">`).join('')}]>`;
    const xml = readPapers(`${entities}<xml><records><record><titles><title>&j;</title></titles></record></records></xml>`, { format: 'endnote-xml' });
    expect([xml.papers.length, xml.findings.length]).toEqual([0, 1]);
    const aliases = `- title: A\n  a: &a [x,x,x,x]\n${'bcdefghijk'.split('').map((name, at) => `  ${name}: &${name} [${`*${'abcdefghijk'[at] ?? ''},`.repeat(9)}]`).join('\n')}`;
    const yaml = readPapers(aliases, { format: 'csl-yaml' });
    expect([yaml.papers.length, yaml.findings.length]).toEqual([0, 1]);
  });
});
