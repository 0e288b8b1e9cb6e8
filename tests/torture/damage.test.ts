import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tableNames } from '../../src/core/tables';
import { LibraryFolder } from '../../src/node/store/libraryFolder';
import { libraryOn, steps } from '../faults/scenario';
import { generateLibrary, numbers } from '../support/generated';
import { cutOff, filesOf, flipped, folderInMemory, tryDamages, type Damage, type Files } from './damage';
import { long, report } from './report';

/** In a short run every so manieth place is damaged; the number shares no factor with the lengths of lines. */
const stride = long ? 1 : 7;
const RANDOM = long ? 2000 : 50;
const PAPERS = long ? 5000 : 500;
const seed = Number(process.env['LECTERN_SEED'] ?? Date.now() % 1_000_000);

/** A library of about 4 KB: a snapshot, several segments of the journal and the mark of its end. */
async function smallLibrary(): Promise<Files> {
  await using folder = await folderInMemory();
  const path = join(folder.path, 'library');
  const library = await libraryOn(path);
  for (const step of steps) await step(library);
  await library.close();
  return await filesOf(path);
}

function* everywhere(files: Files, damage: (file: string, position: number) => Damage): Generator<Damage> {
  for (const [file, bytes] of files) {
    for (let position = 0; position < bytes.length; position += stride) yield damage(file, position);
  }
}

describe('damage to a small library', () => {
  it('is reported or harmless, whichever bit is flipped', async () => {
    const files = await smallLibrary();
    const { count, problems } = await tryDamages(files, everywhere(files, (file, position) => flipped(files, file, position, position % 8)));
    report({ what: 'one bit flipped, small library', count, failures: problems.length });
    expect(problems).toEqual([]);
    expect(count).toBeGreaterThan(200);
  }, 300_000);

  it('is reported or harmless, wherever a file is cut off', async () => {
    const files = await smallLibrary();
    const { count, problems } = await tryDamages(files, everywhere(files, (file, position) => cutOff(files, file, position)));
    report({ what: 'a file cut off, small library', count, failures: problems.length });
    expect(problems).toEqual([]);
    expect(count).toBeGreaterThan(200);
  }, 300_000);
});

describe(`damage to a library of ${PAPERS} papers`, () => {
  it(`is reported or harmless, wherever it comes (seed ${seed})`, async () => {
    await using folder = await folderInMemory();
    const path = join(folder.path, 'library');
    await generateLibrary(path, PAPERS);
    const library = await libraryOn(path, 1 << 20);
    for (const step of steps) await step(library);
    await library.close();
    const files = await filesOf(path);
    await rm(path, { recursive: true });
    const random = numbers(seed);
    const { count, problems } = await tryDamages(files, atRandom(files, random));
    report({ what: `damage at random, ${PAPERS} papers`, count, failures: problems.length, seed });
    expect(problems).toEqual([]);
    expect(count).toBe(RANDOM);
  }, 1_200_000);
});

describe('damage in several places at once', () => {
  it('never puts a record into another table', async () => {
    await using folder = await folderInMemory();
    await generateLibrary(folder.path, 100);
    const path = join(folder.path, 'library.json');
    const lines = (await readFile(path, 'utf8')).split('\n');
    const papers = lines.indexOf('"papers":[');
    for (const line of [3, 5, 6, 10]) lines[papers + line] = `!${lines[papers + line]?.slice(1)}`;
    await writeFile(path, lines.join('\n'));
    const contents = await new LibraryFolder(folder.path).read();
    expect(contents?.condition.kind).toBe('damaged');
    expect(Object.fromEntries(tableNames.map((name) => [name, contents?.tables[name].size]))).toEqual({ settings: 0, techniques: 0, collections: 0, papers: 96, attachments: 0, notes: 10, annotations: 15 });
  });
});

/** Damages in proportion to the files' lengths, flips and cuts by turns. */
function* atRandom(files: Files, random: () => number): Generator<Damage> {
  const total = [...files.values()].reduce((sum, { length }) => sum + length, 0);
  for (let n = 0; n < RANDOM; n += 1) {
    let position = Math.floor(random() * total);
    const found = [...files].find(([, { length }]) => {
      if (position < length) return true;
      position -= length;
      return false;
    });
    const file = found?.[0] ?? 'library.json';
    yield n % 2 === 0 ? flipped(files, file, position, Math.floor(random() * 8)) : cutOff(files, file, position);
  }
}
