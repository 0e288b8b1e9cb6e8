import { expect, test } from '../fixtures';
import { HistoryDialog, HistoryTab } from '../pages/history';
import { Library } from '../pages/library';
import { LibraryMenu } from '../pages/libraryMenu';
import { Messages } from '../pages/messages';
import { Paper } from '../pages/paper';
import { Sidebar } from '../pages/sidebar';
import { Welcome } from '../pages/welcome';
import { shelf, stock } from '../support/shelf';

const { halves, bits, teacher } = shelf;
const renamed = 'Pruning by Thirds';

test('a paper has its versions, which can be read and brought back', async ({ lectern }) => {
  await stock(lectern);
  let page = await lectern.open();
  let paper = new Paper(page);
  await new Library(page).open(halves.title);
  await paper.tab('Details').click();
  await paper.describe('Title', renamed);
  await expect(paper.title).toHaveText(renamed);
  await paper.rate(4);

  await paper.tab('History').click();
  let { timeline } = new HistoryTab(page);
  const edited = timeline.version('Halves');
  await expect(edited.getByRole('deletion')).toHaveText('Halves');
  await expect(edited.getByRole('insertion')).toHaveText('Thirds');
  await expect(timeline.versions.first()).toContainText('4 stars');
  await expect(timeline.versions.first()).toContainText('as it is now');
  await expect(timeline.version('Import')).toContainText('6 papers');

  await timeline.restore('Import');
  await expect(paper.title).toHaveText(halves.title);
  await expect(paper.rating(4)).not.toBeChecked();
  await new Messages(page).undo('Restored the paper').click();
  await expect(paper.title).toHaveText(renamed);
  await expect(paper.rating(4)).toBeChecked();

  page = await lectern.reopen();
  paper = new Paper(page);
  await new Library(page).open(renamed);
  await paper.tab('History').click();
  timeline = new HistoryTab(page).timeline;
  await expect(timeline.versions.first()).toContainText('Undone: ');
  await timeline.restore('Import');
  await expect(paper.title).toHaveText(halves.title);
});

test('a note has its versions, which can be read and brought back', async ({ lectern }) => {
  await stock(lectern);
  let page = await lectern.open();
  const paper = new Paper(page);
  await new Library(page).open(bits.title);
  await paper.notes.create();
  await paper.notes.type('Four bits are enough for weights.');
  await paper.notes.saved();
  await paper.back.click();
  await new Library(page).open(bits.title);
  await expect(paper.notes.text).toHaveText('Four bits are enough for weights.');
  await paper.notes.text.fill('Four bits are enough for gradients.');
  await paper.notes.saved();

  // Opened anew, so that what was typed is no longer in the editor.
  page = await lectern.reopen();
  const again = new Paper(page);
  await new Library(page).open(bits.title);
  await again.tab('History').click();
  const { timeline, subject } = new HistoryTab(page);
  await expect(timeline.versions.first().getByRole('insertion')).toContainText(['gradients']);
  await subject.selectOption({ index: 1 });
  const newest = timeline.versions.first();
  await expect(newest.getByRole('deletion')).toHaveText(['weights']);
  await expect(newest.getByRole('insertion')).toHaveText(['gradients']);
  await timeline.versions.filter({ hasText: 'Four bits are enough for weights.' }).first().getByRole('button', { name: /^Restore this version/ }).click();
  await expect(new Messages(page).saying('Restored the note')).toBeVisible();
  await again.tab('Notes').click();
  await expect(again.notes.text).toHaveText('Four bits are enough for weights.');
  await new Messages(page).undo('Restored the note').click();
  await expect(again.notes.text).toHaveText('Four bits are enough for gradients.');
});

test('an import is taken back in one step after a restart', async ({ lectern }) => {
  await stock(lectern);
  let page = await lectern.open();
  await expect(new Library(page).count).toHaveText('6 papers');
  page = await lectern.reopen();
  await expect(new Sidebar(page).undo).toBeEnabled();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(new Messages(page).saying('Undone: Import 6 papers')).toBeVisible();
  await expect(new Welcome(page).heading).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(new Library(page).count).toHaveText('6 papers');
});

test('the history of the library lists its steps and leads to what was deleted', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  const history = new HistoryDialog(page);
  await library.row(teacher.title).click();
  await library.table.press('Delete');
  await new Sidebar(page).scope('Trash').click();
  await library.trashBar.getByRole('button', { name: 'Empty trash' }).click();
  await expect(new Sidebar(page).scope('All papers')).toContainText('5');

  await new LibraryMenu(page).choose('History of the library');
  await expect(history.steps).toHaveText([/1 paper$/, /1 paper$/, /Import 6 papers.*6 papers$/]);
  await history.steps.first().click();
  await history.touched(teacher.title).click();
  await expect(history.timeline.gone).toContainText('This paper is deleted.');
  await expect(history.timeline.versions).toHaveCount(3);
  await history.timeline.restore('Import');
  await expect(new Messages(page).saying('Restored the paper')).toBeVisible();
  await expect(history.timeline.gone).toBeHidden();
  await history.allChanges.click();
  await expect(history.steps).toHaveCount(4);
  await page.keyboard.press('Escape');
  await new Sidebar(page).scope('All papers').click();
  await expect(library.row(teacher.title)).toBeVisible();
});
