import type { Page } from '@playwright/test';
import { expect, test, type Lectern } from '../fixtures';
import { Library } from '../pages/library';
import { Messages } from '../pages/messages';
import { Paper } from '../pages/paper';
import { Sidebar } from '../pages/sidebar';
import { shelf, stock } from '../support/shelf';

const { bits, halves } = shelf;

async function openPaper(lectern: Lectern, { title } = bits as { title: string }): Promise<{ page: Page; paper: Paper }> {
  await stock(lectern);
  const page = await lectern.open();
  await new Library(page).open(title);
  return { page, paper: new Paper(page) };
}

test('a passage is highlighted with the mouse, commented on, found again and deleted', async ({ lectern }) => {
  const { page, paper } = await openPaper(lectern);
  const messages = new Messages(page);
  await paper.highlight('brings every weight to four bits', 'green');
  await paper.highlight('a quarter of the memory', 'violet');

  await paper.tab('Highlights').click();
  await expect(paper.highlights).toHaveCount(2);
  const entry = paper.entry('a quarter of the memory');
  await entry.getByRole('textbox', { name: 'Comment' }).fill('Compare with the smaller models.');
  await entry.getByRole('textbox', { name: 'Comment' }).blur();
  await entry.getByRole('button', { name: 'Pink' }).click();
  await expect(paper.marks.filter({ hasText: 'a quarter' })).toHaveAttribute('data-color', 'pink');
  await entry.getByRole('button', { name: 'a quarter of the memory' }).click();
  await expect(paper.abstract.locator('[data-flash]')).toHaveText('a quarter of the memory');

  await entry.getByRole('button', { name: 'Delete the highlight' }).click();
  await expect(paper.marks).toHaveText(['brings every weight to four bits']);
  await messages.undo('Deleted a highlight').click();
  await expect(paper.marks).toHaveCount(2);
  await expect(entry.getByRole('textbox', { name: 'Comment' })).toHaveValue('Compare with the smaller models.');
});

test('a highlight stays on its words when the abstract is edited before it', async ({ lectern }) => {
  const { paper } = await openPaper(lectern);
  await paper.highlight('knowledge distillation from the full model', 'yellow');
  await paper.tab('Details').click();
  await paper.describe('Abstract', `In this paper we do what others did not. ${bits.abstract}`);
  await expect(paper.abstract).toContainText('what others did not');
  await expect(paper.marks).toHaveText(['knowledge distillation from the full model']);

  await paper.describe('Abstract', 'Nothing is left of it.');
  await expect(paper.marks).toHaveCount(0);
  await paper.tab('Highlights').click();
  await expect(paper.highlights).toContainText('Passage not found any more');
  await expect(paper.highlights).toContainText('knowledge distillation from the full model');
});

test('formulas of an abstract are typeset and its links lead out', async ({ lectern }) => {
  const { page, paper } = await openPaper(lectern, halves);
  await expect(paper.abstract.locator('.katex').first()).toBeVisible();
  await expect(paper.abstract).not.toContainText('$');
  await paper.tab('Details').click();
  await paper.describe('Abstract', 'The code is at https://example.org/halves and needs no data.');
  const link = paper.abstract.getByRole('link', { name: 'https://example.org/halves' });
  await expect(link).toHaveAttribute('target', '_blank');
  await expect(link).toHaveAttribute('rel', /noopener/);
  expect(page.url()).toContain('#/paper/');
});

test('the description of a paper is edited field by field', async ({ lectern }) => {
  const { page, paper } = await openPaper(lectern);
  await paper.tab('Details').click();

  await paper.describe('Title', 'Four Bits Are Plenty');
  await expect(paper.title).toHaveText('Four Bits Are Plenty');
  await paper.form.getByRole('textbox', { name: 'Add authors' }).fill('Gao, Hui; Ines Duarte');
  await paper.form.getByRole('textbox', { name: 'Add authors' }).press('Enter');
  await expect(page.getByRole('main')).toContainText('Ben Osei, Hui Gao, Ines Duarte');
  await paper.form.getByRole('button', { name: 'Move author 3 up' }).click();
  await paper.form.getByRole('button', { name: 'Remove author 1' }).click();
  await expect(page.getByRole('main')).toContainText('Ines Duarte, Hui Gao');
  await paper.form.getByRole('combobox', { name: 'Type' }).selectOption('Conference paper');
  await expect(page.getByRole('main').getByText(/Conference paper$/).first()).toBeVisible();

  await paper.describe('Date', '2023-02-30');
  await expect(paper.field('Date')).toHaveAttribute('aria-invalid', 'true');
  await paper.describe('Date', '2023-02-28');
  await expect(page.getByRole('main')).toContainText('28 February 2023');
  await paper.describe('DOI', 'four bits');
  await expect(paper.form).toContainText('A DOI begins with 10.');
  await paper.describe('DOI', 'https://doi.org/10.1000/FOUR.bits');
  await expect(paper.field('DOI')).toHaveValue('10.1000/FOUR.bits');
  await expect(page.getByRole('link', { name: 'DOI' })).toHaveAttribute('href', 'https://doi.org/10.1000/FOUR.bits');

  await paper.form.getByRole('textbox', { name: 'Name of a new field' }).fill('volume');
  await paper.form.getByRole('textbox', { name: 'Value of a new field' }).fill('12');
  await paper.form.getByRole('textbox', { name: 'Value of a new field' }).press('Enter');
  await expect(paper.field('volume')).toHaveValue('12');

  await lectern.reopen().then(async (again) => {
    await new Library(again).open('Four Bits Are Plenty');
    const reopened = new Paper(again);
    await reopened.tab('Details').click();
    await expect(reopened.field('DOI')).toHaveValue('10.1000/FOUR.bits');
    await expect(reopened.field('volume')).toHaveValue('12');
  });
});

test('a citation key that another paper has is refused in words', async ({ lectern }) => {
  const { page, paper } = await openPaper(lectern, halves);
  await paper.tab('Details').click();
  const taken = await paper.field('Citation key').inputValue();
  await paper.back.click();
  await new Library(page).open(bits.title);
  await paper.tab('Details').click();
  const own = await paper.field('Citation key').inputValue();
  expect(own).not.toBe(taken);

  await paper.describe('Citation key', taken);
  await expect(paper.field('Citation key')).toHaveAttribute('aria-invalid', 'true');
  await expect(paper.form).toContainText(`Another paper has the citation key “${taken}” already.`);
  await paper.describe('Citation key', 'osei-bits');
  await expect(paper.field('Citation key')).not.toHaveAttribute('aria-invalid', 'true');
  await page.reload();
  await paper.tab('Details').click();
  await expect(paper.field('Citation key')).toHaveValue('osei-bits');
});

test('a paper is added by hand', async ({ lectern }) => {
  const page = await lectern.open();
  const sidebar = new Sidebar(page);
  const paper = new Paper(page);
  await sidebar.addByHand.click();
  await expect(paper.title).toHaveText('Untitled paper');
  await paper.tab('Details').click();
  await paper.describe('Title', 'A Paper by Hand');
  await expect(paper.title).toHaveText('A Paper by Hand');
  await expect(sidebar.scope('All papers')).toContainText('1');
});
