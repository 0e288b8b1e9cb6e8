import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../fixtures';
import { Bindings } from '../pages/bindings';
import { Library } from '../pages/library';
import { LibraryMenu } from '../pages/libraryMenu';
import { Messages } from '../pages/messages';
import { Sidebar } from '../pages/sidebar';
import { shelf, stock } from '../support/shelf';

const { bits, halves } = shelf;

/** A file follows within two seconds; what else the machine does comes on top. */
const soon = { timeout: 5000 };

test('a file follows a technique, and is left alone once someone else has changed it, until one says so', async ({ lectern }) => {
  await stock(lectern);
  const file = join(lectern.scratch, 'quantization.bib');
  const content = (): Promise<string> => readFile(file, 'utf8');
  const page = await lectern.open();
  const library = new Library(page);
  const bindings = new Bindings(page);

  await new Sidebar(page).technique('Quantization').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Keep a .bib file up to date…' }).click();
  await expect(bindings.path).toBeFocused();
  await page.keyboard.type(file);
  await page.keyboard.press('Enter');
  await expect(bindings.file('quantization.bib')).toContainText('follows Quantization');
  await expect(bindings.file('quantization.bib')).toContainText('Up to date: 1 paper');
  expect(await content()).toContain('Four Bits');
  await page.keyboard.press('Escape');

  await library.row(bits.title).click();
  await library.table.press('Delete');
  await expect.poll(content, soon).toBe('');
  await new Messages(page).undo('to the trash').click();
  await expect.poll(content, soon).toContain('Four Bits');

  await writeFile(file, '% not of Lectern\n');
  await library.row(bits.title).click();
  await library.table.press('Delete');
  await new Messages(page).saying('quantization.bib was changed by someone else').getByRole('button', { name: 'Choose…' }).click();
  await expect(bindings.file('quantization.bib')).toContainText('Changed by someone else, and left as it is');
  expect(await content()).toBe('% not of Lectern\n');
  await bindings.action('Overwrite', 'quantization.bib').click();
  await expect(bindings.file('quantization.bib')).toContainText('Up to date: 0 papers');
  expect(await content()).toBe('');
});

test('a file that is there already is overwritten only after a word, and followed after a restart', async ({ lectern }) => {
  await stock(lectern);
  const file = join(lectern.scratch, 'all.bib');
  await writeFile(file, '% mine\n');
  let page = await lectern.open();
  let bindings = new Bindings(page);
  await page.getByRole('button', { name: 'More ways to export' }).click();
  await page.getByRole('menuitem', { name: 'Keep a .bib file up to date…' }).click();
  await bindings.path.fill('all.bib');
  await bindings.keepUp.click();
  await expect(bindings.dialog).toContainText('is not the whole path of a file');
  await bindings.path.fill(file);
  await bindings.keepUp.click();
  await expect(bindings.overwriteIt).toBeVisible();
  expect(await readFile(file, 'utf8')).toBe('% mine\n');
  await bindings.overwriteIt.click();
  await expect(bindings.file('all.bib')).toContainText('Up to date: 6 papers');
  expect((await readFile(file, 'utf8')).match(/^@/gm)).toHaveLength(6);

  page = await lectern.reopen();
  bindings = new Bindings(page);
  const library = new Library(page);
  await library.row(halves.title).click();
  await library.table.press('Delete');
  await expect.poll(async () => (await readFile(file, 'utf8')).match(/^@/gm)?.length, soon).toBe(5);
  await new LibraryMenu(page).choose('Files kept up to date…');
  await expect(bindings.file('all.bib')).toContainText('Up to date: 5 papers');
  await bindings.action('Stop', 'all.bib').click();
  await expect(bindings.file('all.bib')).toBeHidden();
  await new Messages(page).undo('no longer kept up to date').click();
  await expect(bindings.file('all.bib')).toContainText('Up to date: 5 papers');
});

test('the desktop chooses the file in its own dialog', async ({ lectern }) => {
  test.skip(lectern.host !== 'electron', 'A browser window has no such dialog for a host.');
  await stock(lectern);
  const page = await lectern.open();
  const file = join(lectern.scratch, 'chosen.bib');
  await lectern.electron.evaluate(({ dialog }, chosen) => {
    Object.assign(dialog, { showSaveDialog: () => Promise.resolve({ canceled: false, filePath: chosen }) });
  }, file);
  await page.keyboard.press('ControlOrMeta+Shift+E');
  const bindings = new Bindings(page);
  await bindings.dialog.getByRole('button', { name: 'Choose…' }).click();
  await expect(bindings.path).toHaveValue(file);
  await bindings.keepUp.click();
  await expect(bindings.file('chosen.bib')).toContainText('Up to date: 6 papers');
});
