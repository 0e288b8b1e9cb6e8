import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printBibEntry, typeIn } from '../../src/core/formats/bibPrinting/entry';
import type { BibDialect } from '../../src/core/formats/bibPrinting/kinds';
import { readBibtex } from '../../src/core/formats/bibtex/readBibtex';
import { hasProgram } from '../exportPapers';
import { paperOf } from './ours';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'lectern-warnings-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

/** What biber and BibTeX say about a .bib file, the entry named in each warning. */
const checkers = {
  biblatex(bib: string): string[] {
    const { stdout } = spawnSync('biber', ['--tool', '--validate-datamodel', '--nolog', '--output-file', join(folder, 'out.bib'), bib], { encoding: 'utf8', cwd: folder });
    return stdout.split('\n').filter((line) => /^(?:WARN|ERROR)/.test(line) && !/WARNINGS: \d+/.test(line)).map((line) => line.replace(/\(\S*\.bib\)/, ''));
  },
  bibtex(bib: string): string[] {
    writeFileSync(join(folder, 'all.aux'), `\\citation{*}\n\\bibdata{${bib.replace(/\.bib$/, '')}}\n\\bibstyle{plain}\n`);
    const { stdout } = spawnSync('bibtex', ['all'], { cwd: folder, encoding: 'utf8' });
    return stdout.split('\n').filter((line) => /^(?:Warning--|.*error)/i.test(line));
  },
} satisfies Record<BibDialect, (bib: string) => string[]>;

const programs: readonly (readonly [BibDialect, string])[] = [['biblatex', 'biber'], ['bibtex', 'bibtex']];

describe.each(['biblatex/biblatex/biblatex-examples', 'base/xampl'])('%s.bib, printed anew', (name) => {
  const file = `/usr/share/texlive/texmf-dist/bibtex/bib/${name}.bib`;
  for (const [dialect, program] of programs) {
    it.skipIf(!existsSync(file) || !hasProgram(program))(`as ${dialect} has no warning that it had not before (skips where the file or ${program} is absent)`, () => {
      const text = readFileSync(file, 'utf8');
      const anew = readBibtex(text).papers.map((read) => printBibEntry({ ...paperOf(read), entryType: typeIn(read.source?.text) }, read.citationKey ?? '', dialect));
      const [theirs, ours] = [join(folder, 'theirs.bib'), join(folder, 'ours.bib')];
      writeFileSync(theirs, text);
      writeFileSync(ours, anew.join('\n'));
      const [before, after] = [checkers[dialect](theirs), checkers[dialect](ours)];
      process.stdout.write(`${name}, ${dialect}: ${after.length} warnings, ${before.length} of the file itself\n`);
      expect(before.length).toBeGreaterThan(0);
      expect(after.filter((warning) => !before.includes(warning))).toEqual([]);
    }, 60_000);
  }
});
