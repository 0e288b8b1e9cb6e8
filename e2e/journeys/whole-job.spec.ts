import type { Page } from '@playwright/test';
import { expect, test, type Lectern } from '../fixtures';
import { ExportDialog, type FormatName } from '../pages/exportDialog';
import { ImportDialog } from '../pages/importDialog';
import { Library } from '../pages/library';
import { Messages } from '../pages/messages';
import { Paper } from '../pages/paper';
import { Sidebar } from '../pages/sidebar';
import { Welcome } from '../pages/welcome';
import { corpusPresent, digest } from '../support/digests';

const total = `${digest.count} papers`;
const note = '## Why it matters\n\nThe cost is $O(n^2)$.\n\n- [ ] Compare with the others\n';

/** What the journey did to one paper, to be found again. */
interface Done {
  title: string;
  passage: string;
  confirmed: string;
  rejected: string;
}

test(`the whole job, from a digest of ${total} to a cited and reopened library${corpusPresent ? '' : ' (the big corpus is absent: it is skipped for the sample)'}`, async ({ lectern }) => {
  test.setTimeout(120_000);
  const page = await lectern.open();
  await test.step('import', () => importDigest(page));
  const title = await test.step('find and open a paper', () => openOne(page));
  const passage = await test.step('highlight, comment and quote', () => annotate(page));
  await test.step('take a note', () => takeNote(page));
  const decided = await test.step('decide on techniques', () => decide(page));
  await test.step('collect, tag, rate and mark', () => organise(page, title));
  await test.step('export the collection', () => exportCollection(lectern, page, title));
  const again = await lectern.reopen();
  await test.step('find everything again', () => findAgain(again, { title, passage, ...decided }));
});

async function importDigest(page: Page): Promise<void> {
  const dialog = new ImportDialog(page);
  await dialog.choose(new Welcome(page).chooseFile, digest.path);
  await expect(dialog.summary).toHaveText(`${digest.count} new · 0 already here · 0 not readable`);
  await dialog.takeAll(digest.count);
  await expect(new Library(page).count).toHaveText(total);
  await expect(new Sidebar(page).scope('All papers')).toContainText(String(digest.count));
}

/** Opens a paper in which two techniques at least were found. */
async function openOne(page: Page): Promise<string> {
  const library = new Library(page);
  await library.filter.fill('technique:quantization technique:peft');
  await expect(library.count).not.toHaveText(total);
  const first = library.rows.first();
  const cell = first.getByRole('gridcell').first();
  await expect(cell).not.toBeEmpty(); // a row is there before what stands in it
  const title = await cell.innerText();
  await first.dblclick();
  await expect(library.heading).toHaveText(title);
  return title;
}

async function annotate(page: Page): Promise<string> {
  const paper = new Paper(page);
  const words = (await paper.abstract.locator('[data-start]').first().innerText()).split(' ').slice(2, 7).join(' ');
  await paper.highlight(words, 'green');
  await paper.tab('Highlights').click();
  const comment = paper.entry(words).getByRole('textbox', { name: 'Comment' });
  await comment.fill('The claim to check.');
  await comment.blur();
  await paper.entry(words).getByRole('button', { name: 'Quote in a note' }).click();
  await expect(paper.notes.text).toContainText(`> ${words}`);
  return words;
}

async function takeNote(page: Page): Promise<void> {
  const { notes } = new Paper(page);
  await notes.title.fill('First reading');
  await notes.type(`\n${note}`);
  await notes.layout('Edit and preview').click();
  await expect(notes.preview.getByRole('heading', { name: 'Why it matters' })).toBeVisible();
  await expect(notes.preview.locator('.katex').first()).toBeVisible();
  await notes.preview.getByRole('checkbox').click();
  await expect(notes.preview.getByRole('checkbox')).toBeChecked();
  await expect(notes.text).toContainText('[x] Compare with the others');
  await notes.saved();
}

async function decide(page: Page): Promise<Pick<Done, 'confirmed' | 'rejected'>> {
  const paper = new Paper(page);
  await paper.tab('Techniques').click();
  const confirmed = 'Quantization';
  await paper.technique(confirmed).getByRole('button', { name: `Confirm ${confirmed}` }).click();
  await expect(paper.technique(confirmed)).toContainText(', confirmed');
  const other = paper.techniques.filter({ hasText: ', suggested' }).first().getByRole('button', { name: /^Reject / });
  const rejected = (await other.getAttribute('aria-label') ?? '').replace('Reject ', '');
  await other.click();
  await expect(paper.technique(rejected)).toContainText(', rejected');
  return { confirmed, rejected };
}

async function organise(page: Page, title: string): Promise<void> {
  const paper = new Paper(page);
  const library = new Library(page);
  const sidebar = new Sidebar(page);
  await paper.mark('Reading');
  await paper.rate(4);
  await paper.addTag('to cite');
  await paper.back.click();

  await sidebar.createCollection('Thesis');
  await library.filter.fill(title.split(' ').slice(0, 3).join(' '));
  await library.row(title).dragTo(sidebar.collection('Thesis'));
  await expect(sidebar.collection('Thesis')).toContainText('1');
  await library.filter.fill('');
  await expect(library.count).toHaveText(total);
  const others = library.rows.filter({ hasNotText: title });
  await others.nth(0).click();
  await others.nth(1).click({ modifiers: ['ControlOrMeta'] });
  await library.bulkBar.getByRole('button', { name: 'Collect' }).click();
  await library.picker.take('Thesis');
  await expect(sidebar.collection('Thesis')).toContainText('3');
  await expect(new Messages(page).saying('Added 2 papers to “Thesis”')).toBeVisible();
}

async function exportCollection(lectern: Lectern, page: Page, title: string): Promise<void> {
  const dialog = new ExportDialog(page);
  const library = new Library(page);
  await new Sidebar(page).collection('Thesis').click();
  await expect(library.count).toHaveText('3 papers');
  await library.exportPapers.click();
  await dialog.papers('Thesis').check();
  const save = async (format: FormatName): Promise<string> => {
    await dialog.format(format).check();
    await expect(dialog.save).toBeEnabled();
    return (await lectern.download(() => dialog.save.click())).content;
  };
  expect((await save('BibTeX')).match(/^@\w+\{/gm)).toHaveLength(3);
  const items = JSON.parse(await save('CSL-JSON')) as { title: string }[];
  expect(items).toHaveLength(3);
  expect(items.map((item) => item.title)).toContain(title);
  expect((await save('RIS')).match(/^TY {2}- /gm)).toHaveLength(3);

  await dialog.format('Formatted text').check();
  await dialog.chooseStyle('American Psychological Association 7th edition');
  await dialog.copy.click();
  await expect.poll(() => lectern.clipboardText()).toContain(title);
  expect((await lectern.clipboardText()).trim().split('\n')).toHaveLength(3);
  await dialog.close.click();
}

async function findAgain(page: Page, { title, passage, confirmed, rejected }: Done): Promise<void> {
  const library = new Library(page);
  const sidebar = new Sidebar(page);
  const paper = new Paper(page);
  await expect(sidebar.scope('All papers')).toContainText(String(digest.count));
  await expect(sidebar.scope('Reading')).toContainText('1');
  await sidebar.collection('Thesis').click();
  await expect(library.count).toHaveText('3 papers');
  await library.open(title);

  await expect(paper.status('Reading')).toBeChecked();
  await expect(paper.rating(4)).toBeChecked();
  await expect(paper.chips('Tags')).toContainText('to cite');
  await expect(paper.chips('Collections')).toContainText('Thesis');
  await expect(paper.marks.filter({ hasText: passage })).toHaveAttribute('data-color', 'green');
  await expect(paper.notes.title).toHaveValue('First reading');
  await expect(paper.notes.text).toContainText(`> ${passage}`);
  await expect(paper.notes.text).toContainText('[x] Compare with the others');
  await paper.tab('Highlights').click();
  await expect(paper.entry(passage).getByRole('textbox', { name: 'Comment' })).toHaveValue('The claim to check.');
  await paper.tab('Techniques').click();
  await expect(paper.technique(confirmed)).toContainText(', confirmed');
  await expect(paper.technique(rejected)).toContainText(', rejected');
}
