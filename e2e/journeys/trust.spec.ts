import { expect, test } from '../fixtures';
import { Library } from '../pages/library';
import { Messages } from '../pages/messages';
import { Paper } from '../pages/paper';
import { Sidebar } from '../pages/sidebar';
import { shelf, stock } from '../support/shelf';

const { halves, bits, teacher } = shelf;

test('papers go to the trash, come back, and are deleted; each can be undone', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  const sidebar = new Sidebar(page);
  const messages = new Messages(page);

  await library.row(halves.title).click();
  await library.row(bits.title).click({ modifiers: ['ControlOrMeta'] });
  await library.table.press('Delete');
  await expect(library.count).toHaveText('4 papers');
  await messages.undo('Moved 2 papers to the trash').click();
  await expect(library.count).toHaveText('6 papers');
  await page.keyboard.press('ControlOrMeta+Shift+Z');
  await expect(library.count).toHaveText('4 papers');

  await sidebar.scope('Trash').click();
  await expect(library.count).toHaveText('2 papers');
  await library.row(halves.title).click();
  await library.trashBar.getByRole('button', { name: 'Restore' }).click();
  await expect(library.count).toHaveText('1 paper');
  await library.trashBar.getByRole('button', { name: 'Empty trash' }).click();
  await expect(library.emptyTitle).toHaveText('The trash is empty');
  await expect(sidebar.scope('All papers')).toContainText('5');
  await messages.undo('Deleted 1 paper').click();
  await expect(library.row(bits.title)).toBeVisible();
});

test('undo reaches back over a deletion and a restart, to what hung on the paper', async ({ lectern }) => {
  await stock(lectern);
  let page = await lectern.open();
  let paper = new Paper(page);
  await new Library(page).open(bits.title);
  await paper.addTag('kept');
  await paper.highlight('a quarter of the memory', 'yellow');
  await paper.notes.create();
  await paper.notes.type('A note that hangs on it');
  await paper.notes.saved();
  await paper.moveToTrash.click();
  await paper.back.click();
  await new Sidebar(page).scope('Trash').click();
  await new Library(page).trashBar.getByRole('button', { name: 'Empty trash' }).click();
  await expect(new Library(page).emptyTitle).toHaveText('The trash is empty');

  page = await lectern.reopen();
  const sidebar = new Sidebar(page);
  await expect(sidebar.scope('All papers')).toContainText('5');
  await expect(sidebar.undo).toBeEnabled();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(sidebar.scope('Trash')).toContainText('1');
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(sidebar.scope('All papers')).toContainText('6');
  await new Library(page).open(bits.title);
  paper = new Paper(page);
  await expect(paper.chips('Tags')).toContainText('kept');
  await expect(paper.marks).toHaveText(['a quarter of the memory']);
  await expect(paper.notes.text).toHaveText('A note that hangs on it');

});

test('a killed library opens clean, with everything that was acknowledged', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  await new Library(page).open(teacher.title);
  const paper = new Paper(page);
  await paper.rate(3);
  await paper.mark('Reading');
  await lectern.kill();

  expect(await lectern.cli('check')).toMatchObject({ code: 0, stderr: '' });
  const again = await lectern.open();
  await new Library(again).open(teacher.title);
  await expect(new Paper(again).rating(3)).toBeChecked();
  await expect(new Paper(again).status('Reading')).toBeChecked();
});

test('a library is open once: a second start shows it, and the command line works on what is open', async ({ lectern }) => {
  await stock(lectern, [halves]);
  const page = await lectern.open();
  const library = new Library(page);
  await expect(library.row(halves.title)).toBeVisible();

  const second = await lectern.startAgain();
  if (lectern.host === 'electron') expect(second.code).toBe(0); // it has shown the first one's window
  else expect(second).toEqual({ code: 1, said: `This library is open already, at ${lectern.inBrowser.address}\n` });

  await library.row(halves.title).click();
  await library.table.press('d');
  await expect(new Sidebar(page).scope('Done')).toContainText('1');
  expect((await lectern.cli('list', 'status:done')).stdout).toContain(halves.title);
});

test('a window that is loaded anew before it was answered hears of changes', async ({ lectern }) => {
  for (const [before, paper] of [halves, bits, teacher, shelf.margins].entries()) {
    const page = await lectern.reopen();
    await page.reload();
    await expect(new Sidebar(page).scope('All papers')).toContainText(String(before));
    await stock(lectern, [paper]);
    await expect(new Library(page).row(paper.title)).toBeVisible();
  }
});

test('a browser window says when its host is gone', async ({ lectern }) => {
  test.skip(lectern.host === 'electron', 'The desktop window and its host are one.');
  await stock(lectern, [halves]);
  const page = await lectern.open();
  await expect(new Library(page).row(halves.title)).toBeVisible();
  await lectern.inBrowser.stopHost();
  await expect(page.getByRole('status').filter({ hasText: 'Lectern does not answer.' })).toBeVisible();
  await expect(new Library(page).row(halves.title)).toBeVisible();
});
