import { expect, test } from '../fixtures';
import { ExportDialog } from '../pages/exportDialog';
import { ImportDialog } from '../pages/importDialog';
import { Library } from '../pages/library';
import { Messages } from '../pages/messages';
import { Paper } from '../pages/paper';
import { Sidebar } from '../pages/sidebar';
import { Welcome } from '../pages/welcome';
import { KeyboardUser } from '../support/keyboard';
import { seedShowcase, withLibrary } from '../support/seed';

test('a digest becomes annotated and cited papers with the keyboard alone', async ({ lectern }) => {
  const page = await lectern.open();
  const user = new KeyboardUser(page);
  const library = new Library(page);
  const paper = new Paper(page);
  const sidebar = new Sidebar(page);
  const messages = new Messages(page);
  const qlora = library.rows.filter({ hasText: 'QLoRA' });

  await test.step('import', async () => {
    const dialog = new ImportDialog(page);
    await expect(new Welcome(page).heading).toBeVisible();
    await page.keyboard.press('Tab');
    await user.reach(new Welcome(page).sample);
    await user.press('Enter');
    await expect(dialog.confirm).toBeFocused();
    await user.press('Enter');
    await expect(dialog.dialog).toBeHidden();
    await expect(library.count).toHaveText('12 papers');
    await user.seesFocus();
  });

  await test.step('move, mark, rate and tag', async () => {
    await user.reach(library.table);
    await user.press('Home', 'ArrowDown');
    await expect(qlora).toHaveAttribute('aria-selected', 'true');
    await user.press('r');
    await expect(qlora).toContainText('Reading');
    await user.press('4');
    await expect(library.details.pane.getByRole('radio', { name: '4 stars' })).toBeChecked();
    await user.press('t');
    await expect(library.picker.field).toBeFocused();
    await user.type('memory');
    await user.press('Enter');
    await expect(library.picker.field).toBeHidden();
    await expect(library.details.pane.getByRole('link', { name: 'memory' })).toBeVisible();
    await expect(library.table).toBeFocused();
  });

  await test.step('make collections, nest, rename and fill them', async () => {
    await user.reach(sidebar.newCollection, 'Shift+Tab');
    await user.press('Enter');
    await expect(sidebar.nameField).toBeFocused();
    await user.type('Thesis');
    await user.press('Enter');
    await expect(sidebar.collection('Thesis')).toBeFocused();
    await user.reach(sidebar.newCollection, 'Shift+Tab');
    await user.press('Enter');
    await expect(sidebar.nameField).toBeFocused();
    await user.type('Chapter');
    await user.press('Enter');
    await expect(sidebar.collection('Chapter')).toBeFocused();
    await user.press('Alt+ArrowRight');
    await expect(sidebar.collection('Chapter')).toHaveAttribute('aria-level', '2');
    await expect(sidebar.collection('Chapter')).toBeFocused();
    await user.press('F2');
    await expect(sidebar.nameField).toBeFocused();
    await user.type('Chapter 2');
    await user.press('Enter');
    await expect(sidebar.collection('Chapter 2')).toBeFocused();
    await user.reach(library.table);
    await user.press('c');
    await expect(library.picker.field).toBeFocused();
    await user.type('Chapter');
    await user.press('Enter');
    await expect(sidebar.collection('Chapter 2')).toHaveText('Chapter 21');
    await expect(library.table).toBeFocused();
    await expect(qlora).toHaveAttribute('aria-selected', 'true');
  });

  await test.step('open and highlight', async () => {
    await user.press('Enter');
    await expect(paper.title).toHaveText(/QLoRA/);
    await user.seesFocus();
    await user.reach(paper.abstract);
    await user.press('Home', 'ArrowRight', 'Shift+ArrowRight', '2');
    await expect(paper.marks).toHaveText(['frozen model']);
    await expect(paper.marks).toHaveAttribute('data-color', 'green');
  });

  await test.step('write a note', async () => {
    await user.press('n');
    await expect(paper.notes.text).toBeFocused();
    await user.type('Four bits are **enough**.');
    await paper.notes.saved();
    await user.press('Tab');
    await expect(paper.notes.text).not.toBeFocused();
  });

  await test.step('confirm one technique and reject another', async () => {
    await user.reach(paper.tab('Notes'), 'Shift+Tab');
    await user.press('ArrowRight', 'ArrowRight');
    await expect(paper.tab('Techniques')).toBeFocused();
    await user.reach(paper.techniques.getByRole('button', { name: 'Confirm Parameter-efficient fine-tuning' }));
    await user.press('Enter');
    await expect(paper.technique('Parameter-efficient fine-tuning').getByRole('button', { name: /^Reconsider/ })).toBeVisible();
    await user.seesFocus();
    await user.reach(paper.techniques.getByRole('button', { name: 'Reject Quantization' }));
    await user.press('Enter');
    await expect(paper.technique('Quantization').getByRole('button', { name: /^Reconsider/ })).toBeVisible();
    await user.seesFocus();
  });

  await test.step('export', async () => {
    const dialog = new ExportDialog(page);
    await user.press('ControlOrMeta+e');
    await expect(dialog.dialog).toBeVisible();
    await user.reach(dialog.format('BibTeX'));
    for (const next of ['BibLaTeX', 'RIS', 'CSL-JSON'] as const) {
      await user.press('ArrowDown');
      await expect(dialog.format(next)).toBeChecked();
    }
    await expect(dialog.preview).toContainText('"title"');
    await user.reach(dialog.copy);
    await user.press('Enter');
    await expect(messages.saying('Copied 1 paper')).toBeVisible();
    await user.press('Escape');
    await expect(dialog.dialog).toBeHidden();
    await user.seesFocus();
  });

  await test.step('undo, and look up the keys', async () => {
    await user.press('ControlOrMeta+z');
    await expect(messages.saying(/^Undone: Reject Quantization/)).toBeVisible();
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await user.press('Shift+?');
    await expect(sheet.locator(':focus')).toHaveCount(1);
    await user.press('Escape');
    await expect(sheet).toBeHidden();
    await user.seesFocus();
  });

  await test.step('go back to where one was', async () => {
    await user.press('Escape');
    await expect(library.table).toBeVisible();
    await user.seesFocus();
    await expect(qlora).toHaveAttribute('aria-selected', 'true');
  });
});

test('what a key takes away leaves the focus beside where it was', async ({ lectern }) => {
  const { rich } = await withLibrary(lectern.library, seedShowcase);
  const page = await lectern.open();
  await page.evaluate((id) => { window.location.hash = `/paper/${id}`; }, rich);
  const user = new KeyboardUser(page);
  const paper = new Paper(page);
  await expect(paper.title).toHaveText(/QLoRA/);
  await page.keyboard.press('Tab');

  await user.reach(paper.chips('Tags').getByRole('button', { name: 'Remove the tag fine-tuning' }));
  await user.press('Enter');
  await expect(paper.chips('Tags').getByRole('link')).toHaveText(['to cite']);
  await user.seesFocus();
  await expect(paper.chips('Tags').locator(':focus')).toHaveCount(1);

  await user.reach(paper.tab('Notes'));
  await user.press('ArrowRight');
  await user.reach(paper.highlights.first().getByRole('button', { name: 'Delete the highlight' }));
  await user.press('Enter');
  await expect(paper.highlights).toHaveCount(3);
  await user.seesFocus();
  await expect(page.getByRole('list', { name: 'Highlights' }).locator(':focus')).toHaveCount(1);
});

test('the sidebar’s drawer opens, holds and gives back the focus', async ({ lectern }) => {
  await withLibrary(lectern.library, seedShowcase);
  const page = await lectern.open();
  await lectern.resize(600, 700);
  const user = new KeyboardUser(page);
  const burger = page.getByRole('button', { name: 'Open the sidebar' });
  await expect(burger).toBeVisible();
  await page.getByRole('button', { name: 'Skip to the content' }).focus(); // where a page begins
  await user.reach(burger);
  await user.press('Enter');
  const sidebar = new Sidebar(page);
  await expect(sidebar.nav).toBeVisible();
  await user.reach(sidebar.scope('Done'));
  await user.press('Enter');
  await expect(sidebar.nav).toBeHidden();
  await expect(new Library(page).heading).toHaveText('Done');
  await user.seesFocus();
});
