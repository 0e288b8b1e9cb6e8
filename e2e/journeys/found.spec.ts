import { expect, test } from '../fixtures';
import { Library } from '../pages/library';
import { Notes } from '../pages/notes';
import { Palette } from '../pages/palette';
import { KeyboardUser } from '../support/keyboard';
import { shelf, stock } from '../support/shelf';

const { bits, teacher, long } = shelf;

test('what is found comes by relevance, with the words marked and a passage that has them', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  await expect(library.count).toHaveText('6 papers');
  await expect(library.byRelevance).toHaveCount(0);
  const low = (await library.row(bits.title).boundingBox())?.height;

  await library.filter.fill('distillation OR teacher');
  await expect.poll(() => library.titles()).toEqual([teacher.title, bits.title]);
  await expect(library.byRelevance).toHaveAttribute('aria-pressed', 'true');
  await expect(library.row(teacher.title).locator('[data-title] mark')).toHaveText(['Teacher']);
  await expect(library.row(bits.title).locator('[data-title] mark')).toHaveCount(0);
  await expect(library.row(bits.title).locator('mark')).toHaveText(['distillation']);
  const passage = library.row(bits.title).getByRole('gridcell').first();
  await expect(passage).toContainText(/combine it with knowledge distillation/);
  expect((await library.row(bits.title).boundingBox())?.height).toBe((await library.row(teacher.title).boundingBox())?.height);

  // A column that is chosen holds until the filter is emptied.
  await library.sortBy('Title');
  await library.filter.fill('distillation');
  await expect.poll(() => library.titles()).toEqual([teacher.title, bits.title]);
  await expect(library.byRelevance).toHaveAttribute('aria-pressed', 'false');
  await library.sortBy('Title');
  await expect.poll(() => library.titles()).toEqual([bits.title, teacher.title]);
  await library.filter.fill('');
  await expect(page.getByRole('button', { name: 'Sort', exact: true })).toHaveAttribute('title', 'Sorted by added, descending');
  expect((await library.row(bits.title).boundingBox())?.height).toBe(low);
  await library.filter.fill('distillation');
  await expect(library.byRelevance).toHaveAttribute('aria-pressed', 'true');

  // A filter without words has no relevance.
  await library.filter.fill('year:2023');
  await expect.poll(() => library.titles()).toEqual([bits.title]);
  await expect(library.byRelevance).toHaveCount(0);
  await expect(page.locator('mark')).toHaveCount(0);
});

test('the order is chosen by keyboard from the menu, and a note is found with its place', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  await library.open(long.title);
  const notes = new Notes(page);
  await notes.create();
  await notes.type('Compare with the distillation of whole shelves.');
  await notes.saved();
  await page.goBack();
  await library.filter.fill('distillation');
  await expect(library.row(long.title).locator('mark')).toHaveText(['distillation']);
  await expect(library.row(long.title)).toContainText('Note: Compare with the distillation');

  await page.getByRole('button', { name: 'Sort', exact: true }).press('Enter');
  await expect(page.getByRole('menuitemradio', { name: 'Relevance' })).toBeChecked();
  await page.getByRole('menuitemradio', { name: 'Year' }).press('Enter');
  await expect.poll(() => library.titles()).toEqual([long.title, bits.title, teacher.title]);
  await library.byRelevance.press('Enter');
  await expect(library.byRelevance).toHaveAttribute('aria-pressed', 'true');
});

test('related papers say what they share, and lead there', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  await library.row(teacher.title).click();
  await page.getByRole('heading', { name: 'Related papers' }).scrollIntoViewIfNeeded();
  const related = library.details.related.getByRole('listitem').filter({ hasText: bits.title });
  await expect(related).toContainText('Osei, 2023 · Knowledge distillation');
  await related.getByRole('link', { name: bits.title }).click();
  await expect(library.heading).toHaveText(bits.title);
  await page.getByRole('heading', { name: 'Related papers' }).scrollIntoViewIfNeeded();
  await page.getByRole('list', { name: 'Related papers' }).getByRole('link', { name: teacher.title }).click();
  await expect(library.heading).toHaveText(teacher.title);
});

test('the palette ranks papers as the search does', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const palette = new Palette(page);
  const user = new KeyboardUser(page);
  await expect(new Library(page).count).toHaveText('6 papers');
  await palette.open();
  await user.type('reading long');
  await expect(palette.option(long.title)).toBeVisible();
});
