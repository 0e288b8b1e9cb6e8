import { readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { madePdf } from '../../tests/support/pdfs';
import { expect, test } from '../fixtures';
import { ImportDialog } from '../pages/importDialog';
import { Library } from '../pages/library';
import { Welcome } from '../pages/welcome';
import { dragFileIn } from '../support/transfers';

const tapes = { title: 'Winding Tapes with Little Energy', foot: 'https://doi.org/10.5123/tapes.7', pages: ['First the wobbulator is calibrated.'] };

test('a PDF becomes a paper, is found by its words, and goes with a second one to its paper', async ({ lectern }) => {
  const page = await lectern.open();
  const [dialog, library] = [new ImportDialog(page), new Library(page)];
  const file = join(lectern.scratch, 'tapes.pdf');
  await writeFile(file, await madePdf(tapes));
  await dialog.choose(new Welcome(page).chooseFile, file);

  const review = page.getByRole('dialog', { name: 'Add a PDF' });
  await expect(review.getByRole('textbox', { name: 'Title' })).toHaveValue(tapes.title);
  await expect(review.getByRole('textbox', { name: 'DOI' })).toHaveValue('10.5123/tapes.7');
  await expect(review.getByText('by the layout of page 1').first()).toBeVisible();
  await review.getByRole('textbox', { name: 'Date' }).fill('2025-03');
  await review.getByRole('button', { name: 'Add as a new paper' }).click();

  const files = page.getByRole('list', { name: 'Files' });
  await expect(files.getByRole('link', { name: '2025 Hopper - Winding Tapes with Little Energy.pdf' })).toBeVisible();
  await expect(files.getByRole('listitem')).toContainText('Main text · 2 pages · PDF');

  // A newer version, dropped on the window, is offered to the paper.
  const drop = await dragFileIn(page, { name: 'v2.pdf', content: await madePdf({ ...tapes, pages: ['A gyrocompass now.'] }) }, page.getByRole('navigation').first());
  await drop();
  await expect(review.getByRole('radio', { name: tapes.title })).toBeChecked();
  await expect(review.getByText('has the same DOI')).toBeVisible();
  await review.getByRole('button', { name: 'Add to this paper' }).click();
  await expect(files.getByRole('listitem')).toHaveCount(2);
  await files.getByRole('button', { name: /^More for .*supplement/ }).click();
  await page.getByRole('menuitem', { name: 'Earlier version' }).click();
  await expect(files.getByText(/^Earlier version/)).toBeVisible();

  await page.getByRole('main').getByRole('button', { name: 'Library' }).click();
  await library.filter.fill('attachment:gyrocompass has:pdf');
  // Files are read in the background, in a thread that has to begin.
  await expect(library.row(tapes.title)).toContainText('File, p. 2: A gyrocompass now.', { timeout: 30_000 });
});

test('a file that is dropped on a row goes to its paper; a missing one is found again; a removed one comes back', async ({ lectern }) => {
  const page = await lectern.open();
  const welcome = new Welcome(page);
  const library = new Library(page);
  await new ImportDialog(page).choose(welcome.chooseFile, await bibFile(lectern.scratch));
  await new ImportDialog(page).takeAll(2);
  await expect(library.row('Reels and Spools')).toBeVisible();

  const drop = await dragFileIn(page, { name: 'reels.pdf', content: await madePdf({ title: 'Reels and Spools' }) }, library.row('Reels and Spools'));
  await expect(page.getByText('Drop to add it to “Reels and Spools”')).toBeVisible();
  await drop();
  await expect(page.getByText('Added reels.pdf to the paper')).toBeVisible();
  await library.row('Reels and Spools').dblclick();
  const files = page.getByRole('list', { name: 'Files' });
  await expect(files.getByRole('listitem')).toHaveCount(1);

  const dropText = await dragFileIn(page, { name: 'blog.html', content: '<h1>An epicycle</h1><p>turns.</p><script>document.title = "hijacked"</script>' });
  await dropText();
  await files.getByRole('button', { name: /Reels and Spools.*\.html/ }).first().click();
  await expect(page.getByRole('dialog').getByRole('document')).toContainText('An epicycle');
  await page.keyboard.press('Escape');

  await files.getByRole('button', { name: /^More for .*html/ }).click();
  await page.getByRole('menuitem', { name: 'Remove from the paper' }).click();
  await expect(files.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(files.getByRole('listitem')).toHaveCount(2);

  const folder = join(lectern.library, 'files');
  const name = (await readdir(folder)).find((each) => each.endsWith('.pdf')) ?? '';
  const away = join(lectern.scratch, 'away.pdf');
  await lectern.close();
  await rename(join(folder, name), away);
  const again = await lectern.open();
  await new Library(again).row('Reels and Spools').dblclick();
  const chosen = again.waitForEvent('filechooser');
  await again.getByRole('button', { name: 'Find again…' }).click();
  await (await chosen).setFiles(away);
  await expect(again.getByText('is the missing file, and is back')).toBeVisible();
  await expect(again.getByRole('button', { name: 'Find again…' })).toBeHidden();
});

async function bibFile(scratch: string): Promise<string> {
  const file = join(scratch, 'two.bib');
  await writeFile(file, '@article{a, title = {Reels and Spools}, author = {Hopper, Grace}, year = 2024}\n@article{b, title = {Something Else}, author = {Noether, Emmy}, year = 2023}\n');
  return file;
}

test('the desktop links a file where it is, and looks for it in a folder when it has gone', async ({ lectern, host }) => {
  test.skip(host === 'browser', 'a browser asks for no folders');
  const page = await lectern.open();
  await new ImportDialog(page).choose(new Welcome(page).chooseFile, await bibFile(lectern.scratch));
  await new ImportDialog(page).takeAll(2);
  await new Library(page).row('Reels and Spools').dblclick();
  const file = join(lectern.scratch, 'mine.pdf');
  await writeFile(file, await madePdf({ title: 'Reels and Spools' }));
  const answer = (path: string) => lectern.electron.evaluate(({ dialog }, chosen) => { dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] }); }, path);
  await answer(file);
  await page.getByRole('button', { name: 'Link…' }).click();
  const files = page.getByRole('list', { name: 'Files' });
  await expect(files.getByRole('listitem')).toContainText('linked');
  await lectern.close();
  await rename(file, join(lectern.scratch, 'moved.pdf'));
  const again = await lectern.open();
  await new Library(again).row('Reels and Spools').dblclick();
  await answer(lectern.scratch);
  await again.getByRole('button', { name: 'Look in a folder…' }).click();
  await expect(again.getByText('The missing file is back.')).toBeVisible();
  await expect(again.getByRole('link', { name: 'moved.pdf' })).toBeVisible();
});
