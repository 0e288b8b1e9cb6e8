import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, type Lectern } from '../fixtures';
import { Backups } from '../pages/backups';
import { Condition } from '../pages/condition';
import { Library } from '../pages/library';
import { LibraryMenu } from '../pages/libraryMenu';
import { Messages } from '../pages/messages';
import { Paper } from '../pages/paper';
import { Sidebar } from '../pages/sidebar';
import { damageJournal, filesOf, makeNewer, type Place } from '../support/disk';
import { shelf, stock } from '../support/shelf';

const { halves, bits, teacher, margins } = shelf;

/** Three papers, each of a transaction of its own, and one byte of the second's changed. */
async function damagedLibrary(lectern: Lectern, backedUp: boolean): Promise<Place> {
  for (const paper of [halves, bits, teacher]) await stock(lectern, [paper]);
  if (backedUp) expect(await lectern.cli('backup')).toMatchObject({ code: 0, stderr: '' });
  return damageJournal(lectern.library, bits.title);
}

/** Tries to change the library, and sees it refused. */
async function isRefused(page: Page, words: string): Promise<void> {
  const library = new Library(page);
  await library.row(halves.title).click();
  await library.table.press('d');
  await expect(new Messages(page).saying(words)).toBeVisible();
  await expect(new Sidebar(page).scope('Done')).not.toContainText('1');
}

test('a damaged library says what is lost and changes nothing, until one goes on with what is sound', async ({ lectern }) => {
  const { file, line } = await damagedLibrary(lectern, false);
  const damaged = await filesOf(lectern.library);
  let page = await lectern.open();
  await expect(new Condition(page).banner).toContainText('This library is damaged and open for reading only.');
  await expect(new Library(page).row(halves.title)).toBeVisible();
  await expect(new Library(page).row(teacher.title)).toBeVisible();
  await expect(new Library(page).row(bits.title)).toBeHidden();
  await new Condition(page).whatIsLost.click();
  await expect(new Condition(page).losses.filter({ hasText: `line ${line}` })).toContainText(file);
  await isRefused(page, 'The library is damaged and open for reading only.');
  await lectern.close();
  expect(await filesOf(lectern.library)).toEqual(damaged);

  const found = await lectern.cli('check');
  expect(found).toMatchObject({ code: 1, stdout: '' });
  expect(found.stderr).toContain(`${file}, line ${line}`);

  page = await lectern.open();
  await new Condition(page).goOn.click();
  await expect(new Messages(page).saying('The library goes on with what is sound')).toBeVisible();
  await expect(new Condition(page).banner).toBeHidden();
  await new Library(page).row(halves.title).click();
  await new Library(page).table.press('d');
  await expect(new Sidebar(page).scope('Done')).toContainText('1');
  await lectern.close();
  expect(await lectern.cli('check')).toMatchObject({ code: 0, stderr: '' });
  const aside = (await readdir(lectern.library)).find((name) => name.startsWith('damaged-')) ?? '';
  expect((await filesOf(join(lectern.library, aside)))[file]).toBe(damaged[file]);

  page = await lectern.open();
  await expect(new Sidebar(page).scope('Done')).toContainText('1');
  await expect(new Library(page).count).toHaveText('2 papers');
  await expect(new Condition(page).banner).toBeHidden();
});

test('the newest backup of a damaged library brings everything back', async ({ lectern }) => {
  await damagedLibrary(lectern, true);
  const page = await lectern.open();
  const library = new Library(page);
  const backups = new Backups(page);
  await expect(library.count).toHaveText('2 papers');
  await new Condition(page).restoreNewest.click();
  await expect(backups.preview).toContainText('1 paper comes back');
  await expect(backups.preview).toContainText(bits.title);
  await backups.restore.click();
  await expect(backups.dialog).toBeHidden();
  await expect(library.row(bits.title)).toBeVisible();
  await expect(library.count).toHaveText('3 papers');
  await expect(new Condition(page).banner).toBeHidden();

  await library.row(bits.title).click();
  await library.table.press('d');
  await expect(new Sidebar(page).scope('Done')).toContainText('1');
  await lectern.close();
  expect(await lectern.cli('check')).toMatchObject({ code: 0, stderr: '' });
});

test('a library of a newer Lectern is read, and left as it is', async ({ lectern }) => {
  await stock(lectern);
  await makeNewer(lectern.library, 99);
  const before = await filesOf(lectern.library);
  const page = await lectern.open();
  await expect(new Condition(page).banner).toContainText('made by a newer Lectern and is open for reading only. Update Lectern to change it.');
  await expect(new Library(page).count).toHaveText('6 papers');
  await isRefused(page, 'newer Lectern');
  await new Library(page).open(bits.title);
  await expect(new Paper(page).abstract).toContainText('a quarter of the memory');
  await lectern.close();
  expect(await filesOf(lectern.library)).toEqual(before);
});

test('a backup is made, restored with a preview, and the restore undone', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  const menu = new LibraryMenu(page);
  const backups = new Backups(page);
  await menu.choose('Backups…');
  await backups.backUpNow.click();
  await expect(backups.made).toContainText('6 papers, 0 notes');
  await expect(backups.rows.filter({ hasText: 'By hand' })).toContainText(['Sound']);
  await backups.close.click();

  await library.row(halves.title).click();
  await library.table.press('Delete');
  await new Sidebar(page).scope('Trash').click();
  await library.trashBar.getByRole('button', { name: 'Empty trash' }).click();
  await new Sidebar(page).scope('All papers').click();
  await library.open(margins.title);
  await new Paper(page).notes.create();
  await new Paper(page).notes.type('Written after the backup');
  await new Paper(page).notes.saved();

  await menu.choose('Backups…');
  await backups.previewNewest();
  await expect(backups.preview).toContainText('1 paper comes back');
  await expect(backups.preview).toContainText(halves.title);
  await expect(backups.preview).toContainText('1 note is taken out');
  await backups.restore.click();
  await expect(backups.dialog).toBeHidden();
  await expect(new Sidebar(page).scope('All papers')).toContainText('6');
  await expect(new Paper(page).notes.list).toHaveCount(0);

  await new Messages(page).undo('Restored the backup of').click();
  await expect(new Sidebar(page).scope('All papers')).toContainText('5');
  await expect(new Paper(page).notes.text).toHaveText('Written after the backup');
});

test('how much history is kept is a setting of the library, and can be undone', async ({ lectern }) => {
  await stock(lectern, [halves]);
  let page = await lectern.open();
  let backups = new Backups(page);
  await new LibraryMenu(page).choose('Backups…');
  const before = await backups.days.inputValue();
  await backups.days.fill('30');
  await backups.megabytes.fill('50');
  await backups.keepThisMuch.click();
  await expect(new Messages(page).saying('Changed how much history is kept')).toBeVisible();
  await expect(backups.keepThisMuch).toBeDisabled();

  page = await lectern.reopen();
  backups = new Backups(page);
  await new LibraryMenu(page).choose('Backups…');
  await expect(backups.days).toHaveValue('30');
  await expect(backups.megabytes).toHaveValue('50');
  await backups.close.click();
  await new Sidebar(page).undo.click();
  await new LibraryMenu(page).choose('Backups…');
  await expect(backups.days).toHaveValue(before);
});

test('the backups of a narrow window lie over its sidebar', async ({ lectern }) => {
  await stock(lectern, [halves]);
  const page = await lectern.open();
  await lectern.resize(600, 700);
  await page.getByRole('button', { name: 'Open the sidebar' }).click();
  await new LibraryMenu(page).choose('Backups…');
  const backups = new Backups(page);
  await backups.backUpNow.click();
  await expect(backups.made).toContainText('1 paper');
  await page.keyboard.press('Escape');
  await expect(backups.dialog).toBeHidden();
});
