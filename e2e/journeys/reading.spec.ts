import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { ImportDialog } from '../pages/importDialog';
import { Library } from '../pages/library';
import { stock } from '../support/shelf';

const entry = (at: number): string => `@article{key${at},
  title = {Reading {LaTeX} as it is, Part ${at}: "\\'Etudes" of \\textit{$O(n)$} Methods},
  author = {L\\'{o}pez, Ana and von Humboldt, Alexander and {The Shelf Group}},
  journal = {Journal of Shelves}, year = ${1900 + at % 120}, volume = ${at}, pages = {1--${at}}, doi = {10.1000/${at}},
  abstract = {We read ${at} entries. ${'It takes a while to read them all, and a bar tells how long. '.repeat(8)}}
}

`;

test('a percentage is told while a large file is read, and it can be left', async ({ lectern }) => {
  await stock(lectern);
  const file = join(lectern.scratch, 'large.bib');
  await writeFile(file, Array.from({ length: 30_000 }, (_, at) => entry(at)).join(''));
  const page = await lectern.open();
  const library = new Library(page);
  await expect(library.count).toHaveText('6 papers');
  const dialog = new ImportDialog(page);
  const bar = dialog.dialog.getByRole('progressbar', { name: 'Reading large.bib' });
  const seen = await page.evaluateHandle(() => {
    const values: number[] = [];
    new MutationObserver(() => {
      const value = Number(document.querySelector('[role="dialog"] [role="progressbar"]')?.getAttribute('aria-valuenow') ?? Number.NaN);
      if (!Number.isNaN(value) && value !== values.at(-1)) values.push(value);
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
    return values;
  });
  const choose = async (): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+I');
    await dialog.choose(dialog.chooseFiles, file);
  };

  await choose();
  await expect(bar).toBeVisible();
  await expect(dialog.dialog.getByText(/^\d+ %$/)).toBeVisible();
  await dialog.cancel.click();
  await expect(dialog.dialog).toBeHidden();
  await expect(library.count).toHaveText('6 papers');

  await seen.evaluate((values) => { values.length = 0; });
  await choose();
  await expect(dialog.summary).toContainText('30,000 new', { timeout: 40_000 });
  const values = await seen.jsonValue();
  expect(values).toEqual(values.toSorted((a, b) => a - b));
  expect(values.length).toBeGreaterThan(5);
  expect(values.at(-1)).toBeGreaterThan(80);
});
