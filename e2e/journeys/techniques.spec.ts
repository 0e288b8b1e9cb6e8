import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Lectern } from '../fixtures';
import { Library } from '../pages/library';
import { Paper } from '../pages/paper';
import { Sidebar } from '../pages/sidebar';
import { Techniques } from '../pages/techniques';
import { KeyboardUser } from '../support/keyboard';
import { shelf, stock } from '../support/shelf';

const { halves, bits, margins, long } = shelf;

test('a technique tells what it is, which papers have it and why, and what it stands beside', async ({ lectern }) => {
  await stock(lectern);
  await confirm(lectern, 'ptq', bits.title);
  const page = await lectern.open();
  const library = new Library(page);
  const techniques = new Techniques(page);
  await new Sidebar(page).technique('Quantization').click();
  await expect(library.count).toHaveText('1 paper');
  await page.getByRole('link', { name: 'About it' }).click();
  await expect(techniques.heading).toHaveText('Quantization');
  await expect(techniques.papers).toHaveCount(1);
  await expect(techniques.papers.first()).toContainText(bits.title);
  await expect(techniques.papers.first().locator('mark').first()).toHaveText(/quantization/i);
  await expect(techniques.parts.getByRole('link', { name: 'Post-training quantization 1' })).toBeVisible();

  await techniques.related.getByRole('button', { name: 'and Knowledge distillation: papers with both' }).click();
  await expect(library.filter).toHaveValue('technique:quantization technique:distillation');
  await expect(library.count).toHaveText('1 paper');
});

test('techniques are nested in the sidebar, and counted with those to be read', async ({ lectern }) => {
  await stock(lectern);
  await confirm(lectern, 'ptq', bits.title);
  const page = await lectern.open();
  const sidebar = new Sidebar(page);
  await expect(sidebar.technique('Knowledge distillation')).toContainText('2');
  await expect(sidebar.technique('Post-training quantization')).toBeHidden();
  await sidebar.nav.getByRole('button', { name: 'Parts of Quantization' }).click();
  await sidebar.technique('Post-training quantization').click();
  await expect(new Library(page).count).toHaveText('1 paper');
  await new Library(page).row(bits.title).click();
  await page.keyboard.press('d');
  await expect(sidebar.technique('Knowledge distillation')).toHaveText('Knowledge distillation1/2');
});

test('a table of techniques is walked by the arrow keys and opens the papers of a cell', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  const techniques = new Techniques(page);
  await techniques.go('Compare techniques');
  const user = new KeyboardUser(page);
  await user.reach(techniques.grid.getByRole('rowheader').first());
  await user.press('ArrowRight', 'End', 'Home', 'ArrowDown', 'ArrowUp');
  await expect(techniques.grid.getByRole('rowheader').first()).toBeFocused();
  await techniques.cell('Quantization, Knowledge distillation: 1 paper').click();
  await expect(library.filter).toHaveValue('technique:quantization technique:distillation');
  await expect(library.count).toHaveText('1 paper');

  await techniques.go('Compare techniques');
  await page.getByText('by year').click();
  await techniques.cell(`Pruning and sparsity, ${halves.year}: 1 paper`).click();
  await expect(library.filter).toHaveValue(`technique:pruning year:${halves.year}`);
  await expect(library.row(halves.title)).toBeVisible();
});

test('doubtful techniques are answered by keyboard, and answers are taken back', async ({ lectern }) => {
  await stock(lectern);
  await lectern.cli('techniques', 'add', 'Habits', '--phrase', 'title:notes=0.38', 'title:long=0.38');
  const page = await lectern.open();
  const techniques = new Techniques(page);
  await techniques.go('Review doubtful ones');
  await page.getByRole('combobox', { name: 'Which technique' }).selectOption('Habits');
  await expect(techniques.question).toContainText('Is this a paper of Habits?');
  const first = (await techniques.question.getByRole('heading').innerText()).trim();
  expect([margins.title, long.title]).toContain(first);
  await expect(techniques.question.locator('mark')).toHaveCount(1);
  await techniques.question.click();
  await page.keyboard.press('y');
  await expect(techniques.question.getByRole('heading')).not.toHaveText(first);
  await page.keyboard.press('u');
  await expect(techniques.question.getByRole('heading')).toHaveText(first);
  await page.keyboard.press('y');
  await page.keyboard.press('n');
  await expect(page.getByRole('heading', { name: 'You answered 2 questions' })).toBeVisible();

  await new Sidebar(page).technique('Habits').click();
  const library = new Library(page);
  await expect(library.count).toHaveText('1 paper');
  await library.open(first);
  await new Paper(page).tab('Techniques').click();
  await expect(new Paper(page).technique('Habits')).toContainText(', confirmed');
});

test('what is typed on a technique is there again after a look elsewhere', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const techniques = new Techniques(page);
  await techniques.go('Edit the taxonomy');
  await techniques.line('Quantization').click();
  const definition = (name: string) => techniques.editor(name).getByRole('textbox', { name: 'Definition' });
  await definition('Quantization').fill('Half a thought');
  await techniques.line('Survey').click();
  await expect(definition('Survey')).not.toHaveValue('Half a thought');
  await new Sidebar(page).scope('All papers').click();
  await techniques.go('Edit the taxonomy');
  await techniques.line('Quantization').click();
  await expect(definition('Quantization')).toHaveValue('Half a thought');
  await techniques.editor('Quantization').getByRole('button', { name: 'Discard' }).click();
  await expect(definition('Quantization')).not.toHaveValue('Half a thought');
});

test('the taxonomy is edited, undone, and comes from a file and goes into one', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const sidebar = new Sidebar(page);
  const techniques = new Techniques(page);
  await techniques.go('Edit the taxonomy');
  await test.step('add', async () => {
    await page.getByRole('button', { name: 'New technique' }).click();
    await techniques.dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Marginalia');
    await techniques.dialog.getByRole('button', { name: 'Add' }).click();
    await expect(techniques.editor('Marginalia')).toBeVisible();
  });
  await test.step('find papers by a phrase', async () => {
    const editor = techniques.editor('Marginalia');
    await editor.getByRole('button', { name: 'Add a phrase' }).click();
    await page.keyboard.type('margins');
    await editor.getByRole('button', { name: 'Save' }).click();
    await expect(sidebar.technique('Marginalia')).toContainText('1');
  });
  await test.step('rename and nest', async () => {
    await techniques.editor('Marginalia').getByRole('textbox', { name: 'Name', exact: true }).fill('Notes of readers');
    await techniques.editor('Marginalia').getByRole('button', { name: 'Save' }).click();
    await expect(techniques.line('Notes of readers')).toBeVisible();
    await techniques.editor('Notes of readers').getByRole('combobox', { name: 'Part of' }).selectOption('Survey');
    await expect(techniques.line('Notes of readers')).toHaveAttribute('aria-level', '2');
    await expect(sidebar.technique('Survey')).toContainText('1');
    await sidebar.undo.click();
    await expect(techniques.line('Notes of readers')).toHaveAttribute('aria-level', '1');
  });
  await test.step('merge', async () => {
    await techniques.editor('Notes of readers').getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Merge into another one…' }).click();
    await techniques.dialog.getByRole('combobox', { name: 'Into' }).selectOption('Survey');
    await techniques.dialog.getByRole('button', { name: 'Merge' }).click();
    await expect(techniques.line('Notes of readers')).toBeHidden();
    await expect(sidebar.technique('Survey')).toContainText('1');
  });
  await test.step('out as a file, and another one in', async () => {
    const saved = await lectern.download(async () => {
      await page.getByRole('button', { name: 'File' }).click();
      await page.getByRole('menuitem', { name: 'Save the taxonomy as a file' }).click();
    });
    expect(saved.name).toBe('taxonomy.json');
    const file = join(lectern.scratch, 'garden.json');
    await writeFile(file, JSON.stringify({ version: 1, name: 'Gardening', techniques: [{ id: 'zebra-care', name: 'Zebras', definition: '', synonyms: [], phrases: [] }] }));
    await page.getByRole('button', { name: 'File' }).click();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('menuitem', { name: 'Bring a file in instead of this…' }).click();
    await (await choosing).setFiles(file);
    await expect(techniques.tree.getByRole('treeitem')).toHaveCount(1);
    await expect(sidebar.technique('Zebras')).toContainText('1');
    await sidebar.undo.click();
    await expect(techniques.line('Quantization')).toBeVisible();
  });
});

test('a technique of the reader’s own works after five confirmed papers', async ({ lectern }) => {
  const about = (kind: string, year: number) => ({ title: `Temperament of ${kind}`, author: ['Ada', 'Novak'] as [string, string], year, abstract: `We tune ${kind} by ear. The temperament is kept for a day.` });
  const tuned = ['organs', 'lutes', 'viols', 'shawms', 'zinks', 'spinets', 'fiddles'].map((kind, index) => about(kind, 1990 + index));
  const others = ['Rivers', 'Cities', 'Clouds', 'Paper', 'Trams', 'Stones', 'Geese', 'Salt', 'Coasts', 'Lamps'].map((title, index) => ({ title: `${title} of the world`, author: ['Ben', 'Osei'] as [string, string], year: 1970 + index, abstract: `We look at ${title.toLowerCase()} and count them. Nothing else is done here.` }));
  await stock(lectern, [...tuned, ...others]);
  const page = await lectern.open();
  const library = new Library(page);
  const techniques = new Techniques(page);
  await techniques.go('Edit the taxonomy');
  await page.getByRole('button', { name: 'New technique' }).click();
  await techniques.dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Organology');
  await techniques.dialog.getByRole('button', { name: 'Add' }).click();
  const paper = new Paper(page);
  for (const { title } of tuned.slice(0, 5)) {
    await new Sidebar(page).scope('All papers').click();
    await library.open(title);
    await paper.tab('Techniques').click();
    await paper.addTechnique.fill('Organology');
    await page.getByRole('option', { name: 'Organology' }).click();
    await expect(paper.technique('Organology')).toContainText(', confirmed');
  }
  await expect(new Sidebar(page).technique('Organology')).toContainText('7');
  await new Sidebar(page).technique('Organology').click();
  await library.open('Temperament of fiddles');
  await paper.tab('Techniques').click();
  await expect(paper.technique('Organology')).toContainText(', suggested');
  await expect(paper.technique('Organology').getByRole('list')).toContainText('Temperament');
});

/** Says by the command line that a paper has a technique. */
async function confirm(lectern: Lectern, technique: string, title: string): Promise<void> {
  const papers = JSON.parse((await lectern.cli('list', '--json')).stdout) as { id: string; title: string }[];
  await lectern.cli('techniques', 'confirm', technique, papers.find((paper) => paper.title === title)?.id ?? '');
}
