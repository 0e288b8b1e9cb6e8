import { expect, test } from '../fixtures';
import { Library } from '../pages/library';
import { Messages } from '../pages/messages';
import { Paper } from '../pages/paper';
import { Sidebar } from '../pages/sidebar';
import { shelf, stock } from '../support/shelf';

const { halves, bits, teacher, margins } = shelf;

test('papers come into collections by dragging, by the picker and on their own page', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  const sidebar = new Sidebar(page);
  const messages = new Messages(page);
  await sidebar.createCollection('Thesis');

  await library.row(halves.title).click();
  await library.row(bits.title).click({ modifiers: ['ControlOrMeta'] });
  await library.row(bits.title).dragTo(sidebar.collection('Thesis'));
  await expect(sidebar.collection('Thesis')).toContainText('2');
  await expect(messages.saying('Added 2 papers to “Thesis”')).toBeVisible();

  await library.row(teacher.title).click();
  await library.table.press('c');
  await library.picker.take('Thesis');
  await expect(sidebar.collection('Thesis')).toContainText('3');
  await library.row(margins.title).click();
  await library.details.addToCollection.click();
  await library.picker.take('Reading group');
  await expect(sidebar.collection('Reading group')).toContainText('1');

  await library.open(teacher.title);
  const paper = new Paper(page);
  await paper.addToCollection('Reading group');
  await expect(sidebar.collection('Reading group')).toContainText('2');
  await expect(paper.chips('Collections').getByRole('link')).toHaveText(['Thesis', 'Reading group']);

  await sidebar.collection('Thesis').click();
  await expect(library.count).toHaveText('3 papers');
  await library.row(halves.title).click();
  await library.row(bits.title).click({ modifiers: ['ControlOrMeta'] });
  await library.bulkBar.getByRole('button', { name: 'Remove from collection' }).click();
  await expect(library.count).toHaveText('1 paper');
  await messages.undo('Took 2 papers out of “Thesis”').click();
  await expect(library.count).toHaveText('3 papers');
});

test('collections are nested, renamed, moved and deleted', async ({ lectern }) => {
  await stock(lectern, [halves]);
  const page = await lectern.open();
  const sidebar = new Sidebar(page);
  await sidebar.createCollection('Thesis');
  await sidebar.createCollection('Chapter 1');
  await sidebar.collection('Chapter 1').dragTo(sidebar.collection('Thesis'));
  await expect(sidebar.collection('Chapter 1')).toHaveAttribute('aria-level', '2');

  await sidebar.inMenuOf('Thesis', 'New collection inside');
  await sidebar.nameField.fill('Chapter 2');
  await sidebar.nameField.press('Enter');
  await expect(sidebar.collection('Chapter 2')).toHaveAttribute('aria-level', '2');
  await expect(sidebar.collection('Chapter 2')).toBeFocused();
  await sidebar.collection('Chapter 2').press('Alt+ArrowUp');
  await expect(sidebar.collection('Chapter 2')).toHaveAttribute('aria-posinset', '1');
  await sidebar.collection('Chapter 2').press('Alt+ArrowLeft');
  await expect(sidebar.collection('Chapter 2')).toHaveAttribute('aria-level', '1');

  await sidebar.collection('Chapter 2').press('F2');
  await sidebar.nameField.fill('Appendix');
  await sidebar.nameField.press('Enter');
  await expect(sidebar.collection('Appendix')).toBeFocused();
  await sidebar.collection('Appendix').press('ArrowUp');
  await expect(sidebar.collection('Chapter 1')).toBeFocused();

  await sidebar.collection('Thesis').press('Delete');
  await expect(sidebar.collection('Thesis')).toBeHidden();
  await expect(sidebar.collection('Chapter 1')).toBeHidden();
  await expect(sidebar.collection('Appendix')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(sidebar.collection('Thesis')).toBeVisible();
  await expect(sidebar.collection('Chapter 1')).toHaveAttribute('aria-level', '2');
});

test('techniques say why, are confirmed and rejected, and a rejection is remembered', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  const sidebar = new Sidebar(page);
  const paper = new Paper(page);
  await sidebar.technique('Knowledge distillation').click();
  await expect(library.count).toHaveText('2 papers');
  await library.open(bits.title);
  await paper.tab('Techniques').click();

  const distillation = paper.technique('Knowledge distillation');
  await distillation.getByRole('button', { name: /^“knowledge distillation”/ }).click();
  await expect(paper.abstract.locator('[data-flash]')).toHaveText('knowledge distillation');
  await distillation.getByRole('button', { name: 'Reject Knowledge distillation' }).click();
  await expect(distillation).toContainText(', rejected');
  await paper.technique('Quantization').getByRole('button', { name: 'Confirm Quantization' }).click();
  await expect(paper.technique('Quantization')).toContainText(', confirmed');
  await expect(sidebar.technique('Knowledge distillation')).toContainText('1');

  await paper.addTechnique.fill('Pruning');
  await page.getByRole('option', { name: 'Pruning and sparsity' }).click();
  await expect(paper.technique('Pruning and sparsity')).toContainText('added by you');

  const again = await lectern.reopen();
  await new Library(again).open(bits.title);
  const reopened = new Paper(again);
  await reopened.tab('Techniques').click();
  await expect(reopened.technique('Knowledge distillation')).toContainText(', rejected');
  await expect(reopened.technique('Quantization')).toContainText(', confirmed');
  await new Sidebar(again).technique('Knowledge distillation').click();
  await expect(new Library(again).row(bits.title)).toBeHidden();
});

test('status, rating and tags are given on the paper, and the sidebar follows', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  const sidebar = new Sidebar(page);
  await library.open(margins.title);
  const paper = new Paper(page);
  await paper.mark('Done');
  await expect(sidebar.scope('Done')).toContainText('1');
  await expect(sidebar.scope('To read')).toContainText('5');
  await paper.rate(5);
  await paper.addTag('to cite');
  await sidebar.scope('to cite').click();
  await expect(library.heading).toHaveText('to cite');
  await expect(library.count).toHaveText('1 paper');
  await library.row(margins.title).click();
  await library.details.pane.getByRole('button', { name: 'Remove the tag to cite' }).click();
  await expect(library.emptyTitle).toHaveText('No paper has this tag');
  await expect(sidebar.scope('to cite')).toBeHidden();
});
