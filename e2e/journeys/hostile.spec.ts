import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { project } from '../hosts/host';
import { Library } from '../pages/library';
import { Paper } from '../pages/paper';
import { Sidebar } from '../pages/sidebar';
import { hostileStrings, importAsBibliography, loadPapers, type LoadedPaper } from '../support/hostileLibrary';
import { withLibrary } from '../support/seed';
import { watchForBreaches } from '../support/watch';

const strings = hostileStrings ?? [];

test.describe(hostileStrings === null ? 'Hostile text (skipped: the corpus of hostile strings is absent)' : `Hostile text (${strings.length} strings)`, () => {
  test.skip(hostileStrings === null, 'The corpus of hostile strings is absent.');

  test('imported as titles, authors and keywords stays text in the list', async ({ lectern }) => {
    test.setTimeout(120_000);
    const { added, problems } = await withLibrary(lectern.library, (app) => importAsBibliography(app, strings));
    expect(added + problems).toBe(strings.length);
    const page = await lectern.open();
    const watch = await watchForBreaches(page);
    await expect(new Library(page).count).toHaveText(`${added.toLocaleString('en')} papers`);
    const shown = await page.evaluate(scrollThrough);
    expect(await watch.breaches()).toEqual([]);
    expect(shown.map(withoutSpace).toSorted()).toEqual(strings.map(withoutSpace).toSorted()); // one without a title has its DOI
    await lectern.close();

    const listed = JSON.parse(execFileSync(process.execPath, [join(project, 'out/main/cli.js'), '--library', lectern.library, 'list', '--json'], { encoding: 'utf8', maxBuffer: 1 << 26 })) as { title: string; tags: string[] }[];
    expect(listed.map(({ title }) => title).toSorted()).toEqual(shown.toSorted());
    expect(listed.every(({ title, tags }) => (title === '' ? tags.length === 0 : tags.length === 1 && tags[0] === title))).toBe(true);
  });

  test('as abstract, note, tag and comment runs nothing, breaks nothing and is kept', async ({ lectern }) => {
    test.setTimeout(180_000);
    const papers = await withLibrary(lectern.library, (app) => loadPapers(app, strings));
    const page = await lectern.open();
    await page.evaluate(() => localStorage.setItem('lectern.note-layout', 'preview'));
    const watch = await watchForBreaches(page);
    const library = new Library(page);
    for (const paper of papers) {
      await page.evaluate((id) => { window.location.hash = `/paper/${id}`; }, paper.id);
      await lookAt(page, paper);
      expect(await watch.breaches(), `on the page of ${paper.id}`).toEqual([]);
    }
    await page.evaluate(() => { window.location.hash = '/all'; });
    await expect(library.rows.first()).toBeVisible();
    for (const paper of papers) {
      await library.table.press(paper === papers[0] ? 'Home' : 'ArrowDown');
      await library.details.pane.getByRole('button', { name: 'Show the whole abstract' }).click();
      expect(await watch.breaches(), 'in the details').toEqual([]);
    }
    await new Sidebar(page).nav.getByRole('button', { name: /^Show all [\d,]+ tags$/ }).click();
    expect(await watch.breaches(), 'in the sidebar').toEqual([]);
    await lectern.close();

    await withLibrary(lectern.library, (app) => {
      for (const { id, strings, text, passages } of papers) {
        const { paper, notes, annotations } = app.papers.get(id);
        expect({ title: paper.title, abstract: paper.abstract, tags: paper.tags }).toEqual({ title: strings[0], abstract: text, tags: strings });
        expect(notes.map(({ title, body, version }) => ({ title, body, version }))).toEqual([{ title: strings[0], body: text, version: 0 }]);
        expect(annotations.map(({ comment, target }) => ({ comment, exact: 'exact' in target ? target.exact : '' }))).toEqual(passages.map((passage) => ({ comment: passage, exact: passage })));
      }
      return Promise.resolve();
    });
  });
});

const withoutSpace = (text: string): string => text.replace(/\s+/gu, '');

/** Looks at a paper's page with everything on view: tags, the note as it reads, comments, and the form. */
async function lookAt(page: Page, { strings, passages }: LoadedPaper): Promise<void> {
  const paper = new Paper(page);
  const tags = paper.chips('Tags').getByRole('link');
  await expect.poll(() => tags.allTextContents()).toEqual(strings);
  await expect(paper.notes.preview).toContainText(/\S/);
  await paper.tab('Highlights').click();
  await expect(paper.highlights).toHaveCount(passages.length);
}

/** Runs in the page. Scrolls the table through and answers the titles of its rows, each of which has really been on view. */
async function scrollThrough(): Promise<string[]> {
  const table = document.querySelector('[role="grid"]');
  if (table === null) throw new Error('There is no table.');
  const frame = (): Promise<unknown> => new Promise((resolve) => { requestAnimationFrame(resolve); });
  const titles = new Map<string, string>();
  for (let top = 0; top < table.scrollHeight; top += table.clientHeight / 2) {
    table.scrollTop = top;
    let rows: Element[];
    do {
      await frame();
      rows = [...table.querySelectorAll('[data-paper]')];
    } while (rows.some((row) => row.querySelector('[role="gridcell"] [title]') === null));
    for (const row of rows) titles.set(row.id, row.querySelector('[role="gridcell"] [title]')?.getAttribute('title') ?? '');
  }
  return [...titles.values()];
}
