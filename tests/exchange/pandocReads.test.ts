import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareItems } from './compareCsl';
import { cslItemsOf } from './ours';

const texmf = '/usr/share/texlive/texmf-dist/bibtex/bib';
const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

const lists = 'publishers are a list to biblatex, joined with semicolons as later versions of pandoc do';
const sets = '@set binds entries together and is no work; it is kept in the file';
const months = 'pandoc drops a month with a day or a range of months';
const strings = 'pandoc drops a TeX macro that it does not know together with its argument';

/** The differences that were looked at, by `id field`. */
const judged: ReadonlyMap<string, string> = new Map([
  ...['set id', 'set type', 'set annote', 'stdmodel id', 'stdmodel type', 'stdmodel annote'].map((place) => [place, sets] as const),
  ...['hammond publisher', 'nietzsche:ksa publisher', 'nietzsche:ksa1 publisher', 'nietzsche:historie publisher'].map((place) => [place, lists] as const),
  ...['inbook-full issued', 'book-full issued', 'manual-full issued', 'mastersthesis-full issued', 'phdthesis-full issued', 'unpublished-full issued'].map((place) => [place, months] as const),
  ...['article-minimal container-title', 'article-full container-title', 'whole-journal container-title', 'random-note-crossref note'].map((place) => [place, strings] as const),
  ['whole-set issued', 'the year is {\\noopsort{1973a}}{\\switchargs{--90}{1968}}: 1968–90, which pandoc cannot read'],
  ['mastersthesis-minimal author', 'É begins a given name, no particle'],
  ['mastersthesis-full author', 'É begins a given name, no particle'],
  ['inproceedings-crossref publisher', 'pandoc loses the organization that the entry names'],
]);

describe.skipIf(!hasPandoc)('what pandoc reads (skipped where there is no pandoc)', () => {
  for (const [format, file, least] of [
    ['biblatex', `${texmf}/biblatex/biblatex/biblatex-examples.bib`, 900],
    ['bibtex', `${texmf}/base/xampl.bib`, 250],
  ] as const) it.skipIf(!existsSync(file))(`from ${format}: ${file} (skipped where it is not installed)`, () => {
    const expected: unknown = JSON.parse(execFileSync('pandoc', ['-f', format, '-t', 'csljson', file], { encoding: 'utf8', maxBuffer: 1 << 26 }));
    const { met, total, differences } = compareItems(expected as Record<string, unknown>[], cslItemsOf(readFileSync(file, 'utf8')));
    for (const { id, field, expected: theirs, ours } of differences) {
      console.log(`${id} ${field}: ${judged.get(`${id} ${field}`) ?? 'not judged'}\n  pandoc ${JSON.stringify(theirs)}\n  ours   ${JSON.stringify(ours)}`);
    }
    const unjudged = differences.filter(({ id, field }) => !judged.has(`${id} ${field}`)).length;
    console.log(`${file}: ${met} of ${total} fields agree, ${differences.length - unjudged} differences are judged, ${unjudged} are not`);
    expect(total).toBeGreaterThan(least);
    // Other versions of pandoc differ in a few fields more.
    expect(unjudged / total).toBeLessThanOrEqual(0.01);
  });
});
