import { expect, test } from '../fixtures';
import { Library } from '../pages/library';
import { Messages } from '../pages/messages';
import { Palette } from '../pages/palette';
import { Sidebar } from '../pages/sidebar';
import { SmartCollection } from '../pages/smartCollection';
import { KeyboardUser } from '../support/keyboard';
import { shelf, stock } from '../support/shelf';

const { halves, bits, teacher, margins, long, zebra } = shelf;
const sorted = (papers: readonly { title: string }[]): string[] => papers.map(({ title }) => title).toSorted();

test('the filter speaks the query language, and says what is wrong where it is', async ({ lectern }) => {
  await stock(lectern);
  const library = new Library(await lectern.open());
  const found = async (query: string, papers: readonly { title: string }[]): Promise<void> => {
    await library.filter.fill(query);
    await expect.poll(async () => (await library.titles()).toSorted()).toEqual(sorted(papers));
  };
  await found('year:2020..2022 -pruning', [teacher, margins]);
  await found('technique:pruning OR author:(kaya OR lind)', [halves, margins, long]);
  await found('quanti*ion~', [bits]);
  await found('title:zebars~', [zebra]);

  await found('zebras year:abc', [zebra]); // what is wrong is left out
  await expect(library.findings).toContainText('Write a year as 2024');
  await expect(library.filter).toHaveAttribute('aria-invalid', 'true');
  await expect(library.filter).toHaveAccessibleDescription(/year:abc Write a year/);
  await library.filter.fill('zebras titel:x');
  await expect(library.findings).toContainText('This is no field, and is searched for as text. Did you mean title:?');
  await library.filter.fill('margins');
  expect(await library.findings.isVisible(), 'what is wrong with a query that is there no more').toBe(false);
});

test('the filter is completed by keyboard alone', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  const user = new KeyboardUser(page);
  await expect(library.count).toHaveText('6 papers');
  await user.press('/');
  await user.type('tec');
  await expect(library.suggestions.getByRole('option', { name: /^technique:/ })).toBeVisible();
  await expect(library.filter).toHaveAttribute('aria-expanded', 'true');
  await user.press('ArrowDown', 'Enter');
  await expect(library.filter).toHaveValue('technique:');
  await user.type('quan');
  await user.press('ArrowDown');
  await expect(library.suggestions.getByRole('option', { selected: true })).toContainText('Quantization');
  await user.press('Enter');
  await expect(library.filter).toHaveValue('technique:quantization ');
  await expect.poll(() => library.titles()).toEqual([bits.title]);

  await user.type('author:os');
  await expect(library.suggestions.getByRole('option', { name: /^Osei/ })).toBeVisible();
  await user.press('Escape');
  await expect(library.suggestions).toBeHidden();
  await expect(library.filter).toHaveValue('technique:quantization author:os');
  await user.press('Alt+ArrowDown', 'ArrowDown', 'Tab');
  await expect(library.filter).toHaveValue('technique:quantization author:Osei ');

  // Where nothing is offered the keys are the list's.
  await user.press('Enter');
  await expect(library.table).toBeFocused();
});

test('who does not type chooses, and takes away what was chosen', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  await library.row(bits.title).click();
  await page.keyboard.press('r');
  await library.row(long.title).click();
  await page.keyboard.press('d');

  await library.filters.click();
  const menu = page.getByRole('dialog', { name: 'Filters' });
  await menu.getByText('Reading', { exact: true }).click();
  await menu.getByText('Done', { exact: true }).click();
  await expect(menu.getByRole('checkbox', { name: 'Reading' })).toBeChecked();
  await expect(library.filter).toHaveValue('status:reading OR status:done');
  await expect.poll(async () => (await library.titles()).toSorted()).toEqual(sorted([bits, long]));
  await menu.getByRole('textbox', { name: 'From year' }).fill('2024');
  await menu.getByRole('textbox', { name: 'From year' }).press('Enter');
  await expect.poll(() => library.titles()).toEqual([long.title]);
  await page.keyboard.press('Escape');
  await expect(library.chips.getByRole('listitem')).toHaveText(['Status: Reading or Done', 'Year: from 2024']);
  await library.chips.getByRole('button', { name: 'Take away Status: Reading or Done' }).click();
  await expect(library.filter).toHaveValue('year:2024..');
  await library.chips.getByRole('button').click();
  await expect(library.count).toHaveText('6 papers');
});

test('a query becomes a smart collection, which follows the library, and can be changed and undone', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  const sidebar = new Sidebar(page);
  const smart = new SmartCollection(page);
  await library.filter.fill('is:reading weight');
  await library.saveFilter.click();
  await expect(smart.query).toHaveValue('is:reading weight');
  await expect(smart.create).toBeDisabled();
  await smart.name.fill('Weights');
  await smart.name.press('Enter');
  await expect(library.heading).toHaveText('Weights');
  await expect(sidebar.collection('Weights')).toContainText('0');
  await expect(library.emptyTitle).toHaveText('Nothing is found');

  await sidebar.scope('All papers').click();
  await library.row(bits.title).click();
  await page.keyboard.press('r');
  await expect(sidebar.collection('Weights')).toContainText('1');

  // Nested in the query of another one, which follows a change of its name.
  await sidebar.nav.getByRole('button', { name: 'New smart collection' }).click();
  await smart.name.fill('Wider');
  await smart.query.fill('collection:Weights OR zebras');
  await expect(smart.dialog).toContainText('Finds 2 papers');
  await smart.create.click();
  await expect.poll(async () => (await library.titles()).toSorted()).toEqual(sorted([bits, zebra]));
  await sidebar.inMenuOf('Weights', 'Edit the query…');
  await smart.name.fill('All about weights');
  await smart.query.fill('collection:Wider');
  await expect(smart.dialog).toContainText('which cannot ask for itself');
  await expect(smart.save).toBeDisabled();
  await smart.query.fill('weight');
  await smart.save.click();
  await expect(sidebar.collection('All about weights')).toContainText('2');
  await expect(page.getByRole('main')).toContainText('collection:"All about weights" OR zebras');
  await expect(sidebar.collection('Wider')).toContainText('3');

  // Papers cannot be put in, and deleting it is taken back by undo.
  await library.row(zebra.title).click();
  await page.keyboard.press('c');
  await expect(library.picker.option(/weights/)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await sidebar.inMenuOf('Wider', /^Delete/);
  await expect(sidebar.collection('Wider')).toBeHidden();
  await new Messages(page).undo('Deleted the collection “Wider”').click();
  await expect(sidebar.collection('Wider')).toContainText('3');

  const listed = await lectern.cli('list', 'collection:"All about weights"');
  expect(listed.stdout.trim().split('\n')).toHaveLength(2);
});

test('the palette leads to papers, places and commands', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  const palette = new Palette(page);
  const user = new KeyboardUser(page);
  await expect(library.count).toHaveText('6 papers');
  await palette.open();
  await user.type('quanti');
  await expect(palette.option(bits.title)).toBeVisible();
  await expect(palette.chosen).toContainText('Quantization');
  await user.press('Enter');
  await expect(library.heading).toHaveText('Quantization');

  await palette.open();
  await user.type('osei');
  await expect(palette.chosen).toContainText(bits.title);
  await user.press('Enter');
  await expect(library.heading).toHaveText(bits.title);

  // Also from a field, to which the focus comes back.
  await palette.open();
  await user.type('all pap');
  await user.press('Enter');
  await expect(library.heading).toHaveText('All papers');
  await library.filter.fill('zebras');
  await palette.open();
  await user.press('Escape');
  await expect(library.filter).toBeFocused();
  await palette.open();
  await user.type('howqueries');
  await user.press('Enter');
  await expect(page.getByRole('dialog', { name: 'How to write queries' })).toBeVisible();
  await page.keyboard.press('Escape');
  await palette.open();
  await user.type('backups');
  await user.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Backups' })).toBeVisible();
});
