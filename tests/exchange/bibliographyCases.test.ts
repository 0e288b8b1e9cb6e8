import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareItems } from './compareCsl';
import { cslItemsOf } from './ours';

const folder = fileURLToPath(new URL('../../../shared/corpus/bibliography-cases/', import.meta.url));
const isPresent = existsSync(folder);

describe.skipIf(!isPresent)('the bibliography cases of the corpus (skipped where it is absent)', () => {
  it('are read as the program that they are from expects, in at least 97 of 100 fields', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.bib'));
    let met = 0;
    let total = 0;
    for (const file of files) {
      const expected: unknown = JSON.parse(readFileSync(`${folder}${file.replace(/\.bib$/, '.expected-csl.json')}`, 'utf8'));
      const compared = compareItems(expected as Record<string, unknown>[], cslItemsOf(readFileSync(`${folder}${file}`, 'utf8')));
      met += compared.met;
      total += compared.total;
      for (const { id, field, expected: theirs, ours } of compared.differences) {
        console.log(`${file} ${id} ${field}\n  expected ${JSON.stringify(theirs)}\n  ours     ${JSON.stringify(ours)}`);
      }
    }
    console.log(`bibliography cases: ${met} of ${total} fields (${(met / total).toFixed(4)})`);
    expect(total).toBeGreaterThan(600);
    expect(met / total).toBeGreaterThanOrEqual(0.97);
  });
});
