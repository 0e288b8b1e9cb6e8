import { expect, type Page } from '@playwright/test';
import { Bindings } from '../pages/bindings';
import { ExportDialog, type FormatName } from '../pages/exportDialog';
import { ImportDialog } from '../pages/importDialog';
import { Library } from '../pages/library';
import { Paper } from '../pages/paper';
import { Sidebar } from '../pages/sidebar';
import { Techniques } from '../pages/techniques';
import { Welcome } from '../pages/welcome';
import { queryViews } from './queryViews';
import { historyViews, safetyViews } from './safetyViews';
import type { Showcase } from './seed';
import { go, showSidebar, tourOf, type Tour, type Way } from './ways';

/** The views of a library that `seedShowcase` made, or with null those of an empty one. */
export function tour(page: Page, showcase: Showcase | null): Tour {
  if (showcase === null) return tourOf(page, emptyViews(page));
  return tourOf(page, { ...libraryViews(page, showcase), ...queryViews(page, showcase), ...dialogs(page, showcase), ...safetyViews(page), ...techniqueViews(page, showcase), ...paperViews(page, showcase), ...historyViews(page, showcase), ...messages(page) });
}

function emptyViews(page: Page): Record<string, Way> {
  const welcome = new Welcome(page);
  const dialog = new ImportDialog(page);
  return {
    welcome: () => expect(welcome.heading).toBeVisible(),
    'import, choose': async () => {
      await welcome.paste.click();
      await expect(dialog.pasteField).toBeVisible();
    },
    'import, new papers': async () => {
      await welcome.sample.click();
      await expect(dialog.newPapers).toBeVisible();
    },
    'import, not readable': async () => {
      await readText(page, JSON.stringify([{ id: 'good', title: 'A paper that can be read' }, { id: 'bad' }, 'not an item']));
      await dialog.dialog.getByRole('tab', { name: /^Not readable/ }).click();
      await expect(dialog.problems).toBeVisible();
    },
    'import, failed': async () => {
      await readText(page, '[{"title": "an unfinished bibliography"');
      await expect(dialog.dialog.getByRole('heading', { level: 2 }).or(dialog.problems).last()).toBeVisible();
    },
  };
}

function libraryViews(page: Page, { collection, emptyCollection }: Showcase): Record<string, Way> {
  const library = new Library(page);
  const list = async (hash: string): Promise<void> => {
    // Before it goes: the table on view leaves with its list, perhaps for an empty one's words.
    if (await library.table.isVisible()) await library.table.press('Escape');
    await go(page, hash);
    await expect(library.heading).toBeVisible();
    await library.filter.fill('');
    await library.filter.press('Escape');
  };
  const chosen = async (): Promise<void> => {
    await list('/all');
    await library.rows.filter({ hasText: 'QLoRA' }).click();
    await expect(library.details.title.or(library.rows.filter({ hasText: 'QLoRA' })).first()).toBeVisible();
  };
  return {
    library: async () => {
      await list('/all');
      await expect(library.rows.nth(3)).toBeVisible();
    },
    'library, one selected': chosen,
    'library, several selected': async () => {
      await chosen();
      await library.rows.nth(1).click();
      await library.rows.nth(4).click({ modifiers: ['Shift'] });
      await expect(library.bulkBar).toBeVisible();
    },
    'library, no match': async () => {
      await list('/all');
      await library.filter.fill('nothing has these words');
      await expect(page.getByRole('heading', { name: 'No paper matches the filter' })).toBeVisible();
    },
    'library, sort menu': async () => {
      await list('/all');
      await page.getByRole('button', { name: 'Sort', exact: true }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
    'library, columns menu': async () => {
      await list('/all');
      await page.getByRole('button', { name: 'Columns' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
    'technique': () => list('/technique/quantization'),
    'tag': () => list('/tag/fine-tuning'),
    'reading': () => list('/status/reading'),
    'collection': () => list(`/collection/${collection}`),
    'collection, empty': () => list(`/collection/${emptyCollection}`),
    'trash': () => list('/trash'),
    'trash, one selected': async () => {
      await list('/trash');
      await library.rows.first().click();
    },
  };
}

function dialogs(page: Page, { rich }: Showcase): Record<string, Way> {
  const library = new Library(page);
  const sidebar = new Sidebar(page);
  const imports = new ImportDialog(page);
  const exports = new ExportDialog(page);
  const formats: FormatName[] = ['BibTeX', 'CSL-JSON', 'RIS', 'Formatted text', 'Formatted HTML'];
  return {
    sidebar: () => showSidebar(page),
    'collection menu': async () => {
      await showSidebar(page);
      await sidebar.collection('Thesis').click({ button: 'right' });
      await expect(page.getByRole('menu')).toBeVisible();
    },
    'collection, being named': async () => {
      await showSidebar(page);
      await sidebar.newCollection.click();
      await expect(sidebar.nameField).toBeVisible();
    },
    'import, already here': async () => {
      await go(page, '/all');
      await page.keyboard.press('ControlOrMeta+I');
      await imports.sample.click();
      await expect(imports.knownPapers).toBeVisible();
    },
    ...Object.fromEntries(formats.map((format): [string, Way] => [`export, ${format}`, async () => {
      await go(page, `/paper/${rich}`);
      await new Paper(page).exportPaper.click();
      await exports.format(format).check();
      await expect(exports.preview).toContainText('Dettmers');
    }])),
    'files kept up to date': async () => {
      await go(page, '/all');
      await page.getByRole('button', { name: 'More ways to export' }).click();
      await page.getByRole('menuitem', { name: 'Files kept up to date…' }).click();
      await expect(new Bindings(page).explanation).toBeVisible();
    },
    'a new file to keep up to date': async () => {
      await go(page, '/all');
      await page.getByRole('button', { name: 'More ways to export' }).click();
      await page.getByRole('menuitem', { name: 'Keep a .bib file up to date…' }).click();
      await expect(new Bindings(page).path).toBeVisible();
    },
    'tag picker': async () => {
      await go(page, '/all');
      await library.rows.first().click();
      await page.keyboard.press('t');
      await expect(library.picker.field).toBeVisible();
    },
    'shortcut sheet': async () => {
      await go(page, '/all');
      await library.rows.first().click();
      await page.keyboard.press('Shift+?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
  };
}

function paperViews(page: Page, { rich, plain, trashed }: Showcase): Record<string, Way> {
  const paper = new Paper(page);
  const open = async (id: string): Promise<void> => {
    await go(page, `/paper/${id}`);
    await expect(paper.back).toBeVisible();
  };
  const note = (layout: 'Edit' | 'Edit and preview' | 'Preview'): Way => async () => {
    await open(rich);
    await paper.tab('Notes').click();
    await paper.notes.list.getByRole('button', { name: /^Reading notes/ }).click();
    await paper.notes.layout(layout).click();
    if (layout !== 'Preview') await expect(paper.notes.text).toContainText('What it is about');
    if (layout !== 'Edit') await expect(paper.notes.preview.locator('.katex').first()).toBeVisible();
  };
  const tab = (name: 'Highlights' | 'Techniques' | 'Details'): Way => async () => {
    await open(rich);
    await paper.tab(name).click();
  };
  return {
    'paper, note split': note('Edit and preview'),
    'paper, note edited': note('Edit'),
    'paper, note preview': note('Preview'),
    'paper, highlights': tab('Highlights'),
    'paper, techniques': tab('Techniques'),
    'paper, details': tab('Details'),
    'paper, passage chosen': async () => {
      await open(rich);
      await paper.abstract.focus();
      for (const key of ['Home', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight']) await page.keyboard.press(key);
      await expect(paper.toolbar).toBeVisible();
    },
    'paper, no notes': () => open(plain),
    'paper, no highlights': async () => {
      await open(plain);
      await paper.tab('Highlights').click();
    },
    'paper, in the trash': () => open(trashed),
    'paper, not here': async () => {
      await go(page, '/paper/aaaaaaaaaaaaaaaa');
      await expect(page.getByRole('heading', { name: 'This paper is not here' })).toBeVisible();
    },
  };
}

function techniqueViews(page: Page, { certain }: Showcase): Record<string, Way> {
  const techniques = new Techniques(page);
  const compare = (side: string): Way => async () => {
    await go(page, '/techniques/compare');
    await page.getByText(side, { exact: true }).click();
    await expect(techniques.grid).toBeVisible();
  };
  const taxonomy = async (): Promise<void> => {
    await go(page, '/techniques/taxonomy/lora');
    await expect(techniques.editor('Low-rank adaptation')).toBeVisible();
  };
  const asked = (entry: string): Way => async () => {
    await taxonomy();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: entry }).click();
    await expect(techniques.dialog).toBeVisible();
  };
  return {
    'techniques, one of them': async () => {
      await go(page, '/techniques/about/peft');
      await expect(techniques.papers.first()).toBeVisible();
    },
    'techniques, with each other': compare('with each other'),
    'techniques, by status': compare('by status'),
    'techniques, by year': compare('by year'),
    'techniques, in doubt': async () => {
      await go(page, '/techniques/review');
      await expect(techniques.question).toBeVisible();
    },
    'techniques, nothing in doubt': async () => {
      await go(page, `/techniques/review/${certain}`);
      await expect(page.getByRole('heading', { name: 'Nothing is doubtful' })).toBeVisible();
    },
    taxonomy: async () => {
      await go(page, '/techniques/taxonomy');
      await expect(techniques.tree).toBeVisible();
    },
    'taxonomy, one technique': taxonomy,
    'taxonomy, file menu': async () => {
      await taxonomy();
      await page.getByRole('button', { name: 'File' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
    'taxonomy, new technique': async () => {
      await taxonomy();
      await page.getByRole('button', { name: 'New technique' }).click();
      await expect(techniques.dialog).toBeVisible();
    },
    'taxonomy, merging': asked('Merge into another one…'),
    'taxonomy, splitting': asked('Split…'),
    'sidebar, parts of a technique': async () => {
      await showSidebar(page);
      const parts = new Sidebar(page).nav.getByRole('button', { name: /^Parts of/ }).first();
      if (await parts.getAttribute('aria-expanded') === 'false') await parts.click();
    },
  };
}

/** Comes last: it changes the library. */
function messages(page: Page): Record<string, Way> {
  return {
    'message with undo': async () => {
      await go(page, '/all');
      await new Library(page).rows.first().click();
      await page.keyboard.press('Delete');
      await expect(page.getByRole('alert').first()).toBeVisible();
    },
  };
}

async function readText(page: Page, text: string): Promise<void> {
  const dialog = new ImportDialog(page);
  await new Welcome(page).paste.click();
  await dialog.pasteField.fill(text);
  await dialog.read.click();
}
