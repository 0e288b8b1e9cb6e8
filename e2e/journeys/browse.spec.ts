import { expect, test } from '../fixtures';
import { Library } from '../pages/library';
import { Messages } from '../pages/messages';
import { Sidebar } from '../pages/sidebar';
import { shelf, stock } from '../support/shelf';

const { halves, bits, teacher, margins, long, zebra } = shelf;
const titlesOf = (papers: readonly { title: string }[]): string[] => papers.map(({ title }) => title);

test('the list is ordered by its columns, each way', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  await lectern.resize(1560, 900); // room for every column
  await library.hideDetails();
  await expect(library.head('Added')).toHaveAttribute('aria-sort', 'descending');

  await library.sortBy('Title');
  await expect(library.head('Title')).toHaveAttribute('aria-sort', 'ascending');
  const byTitle = titlesOf([teacher, margins, halves, bits, long, zebra]);
  await expect.poll(() => library.titles()).toEqual(byTitle);
  await library.sortBy('Title');
  await expect.poll(() => library.titles()).toEqual(byTitle.toReversed());

  await library.sortBy('Year');
  await expect.poll(() => library.titles()).toEqual(titlesOf([long, bits, margins, halves, teacher, zebra]));
  await library.sortBy('Authors');
  await expect.poll(() => library.titles()).toEqual(titlesOf([zebra, long, margins, teacher, halves, bits]));

  await page.getByRole('button', { name: 'Sort' }).click();
  await page.getByRole('menuitemradio', { name: 'Year' }).click();
  await expect(library.head('Year')).toHaveAttribute('aria-sort', 'ascending');
});

test('the filter narrows the list while it is typed, by words and by fields', async ({ lectern }) => {
  await stock(lectern);
  const library = new Library(await lectern.open());
  await expect(library.count).toHaveText('6 papers');

  const found = async (query: string, papers: readonly { title: string }[]): Promise<void> => {
    await library.filter.fill(query);
    await expect.poll(async () => (await library.titles()).toSorted()).toEqual(titlesOf(papers).toSorted());
  };
  await found('shelf', [zebra]);
  await found('distil', [bits, teacher]);
  await found('"looks back"', [long]);
  await found('author:osei', [bits]);
  await found('year:202 margins', [margins]);
  await found('technique:quantization', [bits]);

  await library.filter.fill('nobody wrote this');
  await expect(library.heading).toHaveText('All papers');
  await expect(library.table).toBeHidden();
  await expect(library.emptyTitle).toHaveText('No paper matches the filter');
  await library.clearFilter.click();
  await expect(library.count).toHaveText('6 papers');
  await expect(library.filter).toHaveValue('');
});

test('columns are chosen, and stay chosen', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  await expect(library.head('Year')).toBeVisible();
  await library.toggleColumn('Year');
  await expect(library.head('Year')).toBeHidden();
  await expect(library.head('Title')).toBeVisible();

  await page.reload();
  await expect(library.head('Title')).toBeVisible();
  await expect(library.head('Year')).toBeHidden();
  await library.toggleColumn('Year');
  await expect(library.head('Year')).toBeVisible();
});

test('several papers are chosen with Shift and Ctrl, and changed at once', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  const sidebar = new Sidebar(page);
  const messages = new Messages(page);
  await library.sortBy('Title');
  await expect.poll(() => library.titles()).toEqual(titlesOf([teacher, margins, halves, bits, long, zebra]));

  await library.row(margins.title).click();
  await library.row(bits.title).click({ modifiers: ['Shift'] });
  await expect(library.selected).toHaveCount(3);
  await library.row(halves.title).click({ modifiers: ['ControlOrMeta'] });
  await library.row(zebra.title).click({ modifiers: ['ControlOrMeta'] });
  await expect(library.selected).toHaveCount(3);
  await expect(library.row(halves.title)).toHaveAttribute('aria-selected', 'false');
  await expect(library.bulkBar).toContainText('3 papers selected');
  await expect(library.details.title).toHaveText('3 papers selected');
  await library.hideDetails(); // which leaves room for every column

  await library.bulkBar.getByRole('button', { name: 'Mark' }).click();
  await page.getByRole('menuitem', { name: 'Reading' }).click();
  await expect(sidebar.scope('Reading')).toContainText('3');
  await library.bulkBar.getByRole('button', { name: 'Rate', exact: true }).click();
  await page.getByRole('menuitem', { name: '4 stars' }).click();
  await expect(library.rows.getByRole('img', { name: '4 stars' })).toHaveCount(3);
  await library.bulkBar.getByRole('button', { name: 'Tag', exact: true }).click();
  await library.picker.take('striped');
  await expect(sidebar.scope('striped')).toContainText('3');

  // Each was one step, however many papers it changed.
  await messages.undo('Tagged 3 papers').click();
  await expect(sidebar.scope('striped')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(library.rows.getByRole('img', { name: '4 stars' })).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(sidebar.scope('Reading')).toContainText('0');

  await library.bulkBar.getByRole('button', { name: 'Clear the selection' }).click();
  await expect(library.selected).toHaveCount(0);
  await library.table.press('ControlOrMeta+A');
  await expect(library.selected).toHaveCount(6);
});

test('the details follow what is chosen, and can be put away', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  const { details } = library;
  await expect(details.title).toHaveText('No paper selected');

  await library.row(bits.title).click();
  await expect(details.title).toHaveText(bits.title);
  await expect(details.pane).toContainText('Ben Osei');
  await expect(details.pane).toContainText('2023');
  await expect(details.pane.getByRole('link', { name: /^Quantization/ })).toBeVisible();
  await expect(details.pane.locator('blockquote', { hasText: 'Post-training quantization' })).toBeVisible();
  await library.table.press('ArrowDown');
  await expect(details.title).not.toHaveText(bits.title);

  await library.hideDetails();
  await library.paneSwitch.click();
  await library.row(bits.title).click();
  await details.open.click();
  await expect(library.heading).toHaveText(bits.title);
  await page.getByRole('main').getByRole('button', { name: 'Library' }).click();
  await expect(library.row(bits.title)).toHaveAttribute('aria-selected', 'true');
});

test('every empty part of the library says what fills it', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  const sidebar = new Sidebar(page);
  await sidebar.scope('Reading').click();
  await expect(library.emptyTitle).toHaveText('You are reading nothing');
  await sidebar.scope('Done').click();
  await expect(library.emptyTitle).toHaveText('Nothing read yet');
  await sidebar.scope('Trash').click();
  await expect(library.emptyTitle).toHaveText('The trash is empty');
  await sidebar.createCollection('Thesis');
  await sidebar.collection('Thesis').click();
  await expect(library.emptyTitle).toHaveText('This collection is empty');
});
