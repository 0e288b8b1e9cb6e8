import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { ImportDialog } from '../pages/importDialog';
import { Library } from '../pages/library';
import { Messages } from '../pages/messages';
import { Paper } from '../pages/paper';
import { Sidebar } from '../pages/sidebar';
import { Welcome } from '../pages/welcome';
import { cardPage, copiedText, digest, hydratedPage, listed, textDigest } from '../support/digests';
import { dragFileIn, paste } from '../support/transfers';

const [engines, loom] = listed;

function pagesOf(page: Page) {
  return { welcome: new Welcome(page), dialog: new ImportDialog(page), library: new Library(page), paper: new Paper(page), sidebar: new Sidebar(page), messages: new Messages(page) };
}

test('an import is one step: one undo takes all of it back, one redo brings it again', async ({ lectern }) => {
  const page = await lectern.open();
  const { welcome, dialog, library, sidebar, messages } = pagesOf(page);
  const papers = `${digest.count} papers`;

  await dialog.choose(welcome.chooseFile, digest.path);
  await dialog.takeAll(digest.count);
  await expect(library.count).toHaveText(papers);

  await messages.undo(`Imported ${papers}`).click();
  await expect(welcome.heading).toBeVisible();
  await expect(sidebar.undo).toBeDisabled();

  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(library.count).toHaveText(papers);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(welcome.heading).toBeVisible();
  await sidebar.redo.click();
  await expect(library.count).toHaveText(papers);
});

test('what is in the library already is not imported again', async ({ lectern }) => {
  const page = await lectern.open();
  const { welcome, dialog, library, sidebar } = pagesOf(page);
  await dialog.choose(welcome.chooseFile, digest.path);
  await dialog.takeAll(digest.count);

  await sidebar.importPapers.click();
  await dialog.choose(dialog.chooseFiles, digest.path);
  await expect(dialog.summary).toHaveText(`0 new · ${digest.count} already here · 0 not readable`);
  await expect(dialog.confirm).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(library.count).toHaveText(`${digest.count} papers`);
});

test('the preview lets papers be left out', async ({ lectern }) => {
  const path = join(lectern.scratch, 'digest.txt');
  await writeFile(path, textDigest(listed));
  const page = await lectern.open();
  const { welcome, dialog, library } = pagesOf(page);

  await dialog.choose(welcome.chooseFile, path);
  await expect(dialog.summary).toHaveText('2 new · 0 already here · 0 not readable');
  await dialog.newPapers.getByRole('checkbox', { name: loom.title }).uncheck();
  await expect(dialog.confirm).toHaveText('Import 1 paper');
  await dialog.confirm.click();
  await expect(library.count).toHaveText('1 paper');
  await expect(library.row(engines.title)).toBeVisible();
});

test('a file with no papers says why, and nothing is added', async ({ lectern }) => {
  const path = join(lectern.scratch, 'letter.txt');
  await writeFile(path, 'Please remember the meeting at noon. Bring cake.');
  const page = await lectern.open();
  const { welcome, dialog } = pagesOf(page);

  await dialog.choose(welcome.chooseFile, path);
  await expect(dialog.summary).toHaveText('0 new · 0 already here · 1 not readable');
  await expect(dialog.problems.getByRole('listitem')).toContainText('Please remember the meeting at noon.');
  await expect(dialog.confirm).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(welcome.heading).toBeVisible();
});

test('several files are gone through one after the other', async ({ lectern }) => {
  const files = listed.map(({ arxivId }) => join(lectern.scratch, `${arxivId}.html`)) as [string, string];
  await writeFile(files[0], cardPage([engines]));
  await writeFile(files[1], hydratedPage([loom]));
  const page = await lectern.open();
  const { welcome, dialog, library } = pagesOf(page);

  await dialog.choose(welcome.chooseFile, ...files);
  await expect(dialog.dialog).toContainText('One more file follows.');
  await dialog.confirm.click();
  await expect(dialog.newPapers).toContainText(loom.title);
  await dialog.takeAll(1);
  await expect(library.count).toHaveText('2 papers');
});

for (const [name, html] of [['article cards', cardPage(listed)], ['its papers as JSON', hydratedPage(listed)]] as const) {
  test(`a page with ${name} is pasted into the window`, async ({ lectern }) => {
    const page = await lectern.open();
    const { welcome, dialog, library, paper } = pagesOf(page);
    await expect(welcome.heading).toBeVisible();

    await paste(page, { 'text/html': html, 'text/plain': copiedText(listed) });
    await expect(dialog.summary).toHaveText('2 new · 0 already here · 0 not readable');
    await dialog.takeAll(2);

    await library.open(engines.title);
    await expect(page.getByRole('main')).toContainText('Ada Lovelace, Charles Babbage');
    await expect(paper.abstract).toContainText(engines.abstract);
    const links = page.getByRole('main').getByRole('list', { name: 'Links' });
    await expect(links.getByRole('link', { name: 'arXiv' })).toHaveAttribute('href', 'https://arxiv.org/abs/2502.00001');
    await expect(links.getByRole('link', { name: 'DOI' })).toHaveAttribute('href', 'https://doi.org/10.48550/arXiv.2502.00001');
    await paper.tab('Details').click();
    await expect(paper.field('arXiv id')).toHaveValue('2502.00001');
    await expect(paper.form.getByRole('combobox', { name: 'Type' })).toHaveValue('preprint');
    await expect(paper.field('Date')).toHaveValue(/^2025-02/);
  });
}

test('copied HTML pasted into the field keeps the links that its text lacks', async ({ lectern }) => {
  const page = await lectern.open();
  const { welcome, dialog } = pagesOf(page);
  await welcome.paste.click();
  await expect(dialog.pasteField).toBeFocused();
  await paste(page, { 'text/html': cardPage(listed), 'text/plain': copiedText(listed) });
  await expect(dialog.newPapers).toContainText('arXiv:2502.00001');
});

test('copied text is read with its authors', async ({ lectern }) => {
  const page = await lectern.open();
  const { welcome, dialog, library } = pagesOf(page);
  await welcome.paste.click();
  await dialog.pasteField.fill(copiedText(listed));
  await dialog.read.click();
  await expect(dialog.summary).toHaveText('2 new · 0 already here · 0 not readable');
  await expect(dialog.newPapers).toContainText('Lovelace');
  await dialog.takeAll(2);
  await library.row(loom.title).click();
  await expect(library.details.pane).toContainText('Joseph Jacquard');
});

test('a file is dropped onto the window', async ({ lectern }) => {
  const page = await lectern.open();
  const { welcome, dialog, library } = pagesOf(page);
  await expect(welcome.heading).toBeVisible();

  const drop = await dragFileIn(page, { name: 'digest.txt', content: textDigest(listed) });
  await expect(page.getByText('Drop to import')).toBeVisible();
  await drop();
  await expect(page.getByText('Drop to import')).toBeHidden();
  await dialog.takeAll(2);
  await expect(library.count).toHaveText('2 papers');
});

test('bibliographies of several programs are imported one after the other', async ({ lectern }) => {
  const [ris, nbib] = [join(lectern.scratch, 'references.ris'), join(lectern.scratch, 'pubmed.nbib')];
  await writeFile(ris, ['TY  - JOUR', 'AU  - Lovelace, Ada', 'TI  - Sketch of an engine', 'JF  - Scientific Memoirs', 'PY  - 1843', 'KW  - engines', 'ER  - ', '', 'TY  - JOUR', 'VL  - 3', 'ER  - ', ''].join('\r\n'));
  await writeFile(nbib, ['PMID- 12345', 'TI  - Looms that are told what to weave.', 'FAU - Jacquard, Joseph', 'JT  - Annals of weaving', 'DP  - 1804 May', ''].join('\n'));
  const page = await lectern.open();
  const { welcome, dialog, library, paper } = pagesOf(page);

  await dialog.choose(welcome.chooseFile, ris, nbib);
  await expect(dialog.summary).toHaveText('1 new · 0 already here · 1 not readable');
  await page.getByRole('tab', { name: /Not readable/ }).click();
  await expect(dialog.problems.getByRole('listitem')).toContainText('Line 9');
  await dialog.confirm.click();
  await expect(dialog.newPapers).toContainText('Looms that are told what to weave');
  await dialog.takeAll(1);
  await expect(library.count).toHaveText('2 papers');

  await library.open('Sketch of an engine');
  await paper.tab('Details').click();
  await expect(paper.field('Date')).toHaveValue('1843');
});

test('pasted ids become papers to be completed', async ({ lectern }) => {
  const page = await lectern.open();
  const { welcome, dialog, library } = pagesOf(page);
  await welcome.paste.click();
  await dialog.pasteField.fill('10.1000/182\narXiv:2305.14314');
  await dialog.read.click();
  await dialog.takeAll(2);
  await expect(library.row('arXiv 2305.14314')).toBeVisible();
});

test('a ZIP archive with the name of a bibliography is told what it is', async ({ lectern }) => {
  const path = join(lectern.scratch, 'references.bib');
  await writeFile(path, Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0xff]));
  const page = await lectern.open();
  const { welcome, dialog } = pagesOf(page);
  await dialog.choose(welcome.chooseFile, path);
  await expect(dialog.problems.getByRole('listitem')).toContainText('ZIP archive');
});

test('the sample is there to look around with', async ({ lectern }) => {
  const page = await lectern.open();
  const { welcome, dialog, library } = pagesOf(page);
  await welcome.sample.click();
  await dialog.takeAll(12);
  await expect(library.row('QLoRA: Efficient Finetuning of Quantized LLMs')).toBeVisible();
});
