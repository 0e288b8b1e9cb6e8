import { expect, test } from '../fixtures';
import { ExportDialog, type FormatName } from '../pages/exportDialog';
import { Library } from '../pages/library';
import { Paper } from '../pages/paper';
import { Sidebar } from '../pages/sidebar';
import { shelf, stock } from '../support/shelf';

const { bits, halves, teacher } = shelf;

test('all papers go into a file of each format', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const dialog = new ExportDialog(page);
  await new Library(page).exportPapers.click();
  const saveAs = async (format: FormatName): Promise<{ name: string; content: string }> => {
    await dialog.format(format).check();
    await expect(dialog.save).toBeEnabled();
    return lectern.download(() => dialog.save.click());
  };

  const bibtex = await saveAs('BibTeX');
  expect(bibtex.name).toBe('lectern-all-papers.bib');
  expect(bibtex.content.match(/^@article\{/gm)).toHaveLength(6);
  expect(bibtex.content).toMatch(/author\s*=\s*\{Osei, Ben\}/);

  const csl = await saveAs('CSL-JSON');
  expect(csl.name).toBe('lectern-all-papers.json');
  const items = JSON.parse(csl.content) as { title: string; author: unknown }[];
  expect(items.map(({ title }) => title).toSorted()).toEqual(Object.values(shelf).map(({ title }) => title as string).toSorted());
  expect(items.find(({ title }) => title === bits.title)?.author).toEqual([{ family: 'Osei', given: 'Ben' }]);

  const ris = await saveAs('RIS');
  expect(ris.name).toBe('lectern-all-papers.ris');
  expect(ris.content.match(/^TY {2}- JOUR/gm)).toHaveLength(6);
  expect(ris.content.match(/^ER {2}- /gm)).toHaveLength(6);

  await dialog.format('Formatted HTML').check();
  const html = await saveAs('Formatted HTML');
  expect(html.name).toBe('lectern-all-papers.html');
  expect(html.content).toContain('<i>Journal of Shelves</i>');
});

test('chosen papers are copied as formatted references in each style', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  const dialog = new ExportDialog(page);
  await library.row(bits.title).click();
  await library.row(halves.title).click({ modifiers: ['ControlOrMeta'] });
  await page.keyboard.press('ControlOrMeta+E');
  await expect(dialog.papers('Selected papers')).toBeChecked();
  await dialog.format('Formatted text').check();

  const copied = async (style: string): Promise<string> => {
    await dialog.chooseStyle(style);
    await dialog.copy.click();
    await expect(dialog.copy).toBeEnabled();
    return lectern.clipboardText();
  };
  await expect.poll(() => copied('American Psychological Association 7th edition')).toContain(`Novak, A. (2021). ${halves.title}`);
  await expect.poll(() => copied('IEEE')).toContain('[1]');
  await expect.poll(() => copied('Vancouver')).toContain('Osei B.');
  await expect.poll(() => copied('Chicago Manual of Style 17th edition (author-date)')).toContain('Osei, Ben. 2023.');
});

test('in a low window the style and its list are in sight', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  await lectern.resize(900, 600);
  const dialog = new ExportDialog(page);
  await new Library(page).exportPapers.click();
  await dialog.format('Formatted text').check();
  await expect(dialog.style).toBeInViewport({ ratio: 1 });
  await expect(dialog.format('Formatted text')).toBeInViewport();
  await dialog.style.click();
  await expect(dialog.styleOptions.first()).toBeInViewport({ ratio: 1 });
  await expect(dialog.addStyle).toBeInViewport({ ratio: 1 });
});

test('a collection, a technique and a single paper are exported by themselves', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  const sidebar = new Sidebar(page);
  const dialog = new ExportDialog(page);
  await library.row(teacher.title).click();
  await library.table.press('c');
  await library.picker.take('For the talk');
  await sidebar.collection('For the talk').click();
  await expect(library.count).toHaveText('1 paper');
  await library.exportPapers.click();
  await dialog.papers('For the talk').check();
  await dialog.format('BibTeX').check();
  await expect(dialog.preview).toContainText('@article{');
  const { name, content } = await lectern.download(() => dialog.save.click());
  expect(name).toBe('lectern-for-the-talk.bib');
  expect(content.match(/^@/gm)).toHaveLength(1);
  await dialog.close.click();

  await sidebar.technique('Knowledge distillation').click();
  await expect(library.count).toHaveText('2 papers');
  await library.exportPapers.click();
  await dialog.papers('Knowledge distillation').check();
  await expect(dialog.dialog).toContainText('2 papers');
  await dialog.close.click();

  await library.open(bits.title);
  await new Paper(page).exportPaper.click();
  await expect(dialog.papers('Selected papers')).toBeChecked();
  await expect(dialog.preview).toContainText('Osei');
  await expect(dialog.preview).not.toContainText('Mbeki');
});

test('what a format cannot hold is said before the export, in formats for every program', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const dialog = new ExportDialog(page);
  await new Library(page).exportPapers.click();
  const expected: [FormatName, string, RegExp][] = [
    ['BibLaTeX', '.bib', /journaltitle = \{Journal of Shelves\}/],
    ['CSL-YAML', '.yaml', /^ {2}type: article-journal$/m],
    ['Hayagriva', '.yml', /^ {4}type: periodical$/m],
    ['EndNote XML', '.xml', /<author>Osei, Ben<\/author>/],
    ['Word sources', '.xml', /<b:Last>Osei<\/b:Last>/],
    ['CSV table', '.csv', /"Osei, Ben"/],
    ['Markdown list', '.md', /^- .*\*Journal of Shelves/m],
    ['Rich text', '.rtf', /\{\\i Journal of Shelves/],
  ];
  for (const [format, extension, content] of expected) {
    await dialog.format(format).check();
    await expect(dialog.save).toBeEnabled();
    await expect(dialog.preview).toBeVisible();
    const file = await lectern.download(() => dialog.save.click());
    expect(file.name).toBe(`lectern-all-papers${extension}`);
    expect(file.content).toMatch(content);
  }
  await expect(dialog.format('CITATION.cff')).toBeDisabled();
  await dialog.format('Word sources').check();
  await dialog.losses.press('Enter');
  await expect(dialog.dialog.getByRole('list', { name: 'Lost fields' })).toContainText('abstract');
});

test('papers are cited in a text by a key', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  await library.row(bits.title).click();
  await library.row(halves.title).click({ modifiers: ['ControlOrMeta'] });
  const copied = async (keys: string): Promise<string> => {
    await page.keyboard.press(keys);
    return lectern.clipboardText();
  };
  await expect.poll(() => copied('k')).toMatch(/^[a-z0-9]+, [a-z0-9]+$/);
  await expect.poll(() => copied('Shift+K')).toMatch(/^\\cite\{[a-z0-9]+,[a-z0-9]+\}$/);
  await expect.poll(() => copied('Alt+K')).toMatch(/^\[@[a-z0-9]+; @[a-z0-9]+\]$/);
  await expect.poll(() => copied('l')).toContain(halves.title);
});
