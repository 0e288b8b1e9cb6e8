import type { Page } from '@playwright/test';
import { expect, test, type Lectern } from '../fixtures';
import { Library } from '../pages/library';
import { Messages } from '../pages/messages';
import { Paper } from '../pages/paper';
import { shelf, stock } from '../support/shelf';

const { bits } = shelf;

/** Opens the library at one paper. */
async function openPaper(lectern: Lectern): Promise<Paper> {
  await stock(lectern, [bits]);
  return visit(await lectern.open());
}

async function visit(page: Page): Promise<Paper> {
  await new Library(page).open(bits.title);
  return new Paper(page);
}

test('a note is written in Markdown, shown with math and tasks, and kept as it was typed', async ({ lectern }) => {
  const { notes } = await openPaper(lectern);
  await notes.create();
  await notes.title.fill('First reading');
  await notes.type('# Why four?\n\nThe error is $2^{-b}$ and **small**.\n\n- [ ] Try three bits\n');
  await notes.layout('Edit and preview').click();
  await expect(notes.preview.getByRole('heading', { name: 'Why four?' })).toBeVisible();
  await expect(notes.preview.locator('.katex')).toBeVisible();
  const task = notes.preview.getByRole('checkbox');
  await task.click();
  await expect(task).toBeChecked();
  await expect(notes.text).toContainText('[x] Try three bits');
  await notes.saved();
  const written = await notes.source();

  const { notes: again } = await visit(await lectern.reopen());
  await expect(again.title).toHaveValue('First reading');
  await expect.poll(() => again.source()).toBe(written);
});

test('a note that is asked for twice at once is made once', async ({ lectern }) => {
  const paper = await openPaper(lectern);
  await paper.notes.newNote.evaluate((button: HTMLElement) => { button.click(); button.click(); });
  await paper.notes.title.fill('The only one');
  await paper.notes.saved();
  await expect(paper.notes.list).toHaveCount(1);
});

test('a highlight is quoted into a note with a way back to it', async ({ lectern }) => {
  const paper = await openPaper(lectern);
  await paper.highlight('a quarter of the memory', 'blue');
  await paper.tab('Highlights').click();
  await paper.entry('a quarter of the memory').getByRole('button', { name: 'Quote in a note' }).click();
  const { notes } = paper;
  await expect(notes.text).toContainText('> a quarter of the memory');
  await notes.saved();
  await notes.layout('Preview').click();
  await expect(notes.preview.locator('blockquote')).toContainText('a quarter of the memory');
  await notes.preview.getByRole('link', { name: /highlight/ }).click();
  await expect(paper.abstract.locator('[data-flash]')).toHaveText('a quarter of the memory');
  await expect(paper.entry('a quarter of the memory')).toBeVisible();
});

test('a paper has any number of notes; a deleted one comes back whole', async ({ lectern }) => {
  const paper = await openPaper(lectern);
  const { notes } = paper;
  await notes.create();
  await notes.title.fill('One');
  await notes.type('The first.');
  await notes.create();
  await expect(notes.list).toHaveCount(2);
  await notes.title.fill('Two');
  await notes.type('The second.');
  await notes.list.getByRole('button', { name: 'One' }).click();
  await expect(notes.text).toHaveText('The first.');

  await notes.remove.click();
  await expect(notes.list).toHaveCount(1);
  await expect(notes.text).toHaveText('The second.');
  await new Messages(paper.page).undo('Deleted the note “One”').click();
  await expect(notes.list).toHaveCount(2);
  await notes.list.getByRole('button', { name: 'One' }).click();
  await expect(notes.text).toHaveText('The first.');
});

test('what is typed in the last moment is saved when the window closes', async ({ lectern }) => {
  const { notes } = await openPaper(lectern);
  await notes.create();
  await notes.title.fill('Last words');
  await notes.type('Typed just before the end');
  await lectern.close();

  const { notes: again } = await visit(await lectern.open());
  await expect(again.title).toHaveValue('Last words');
  await expect(again.text).toHaveText('Typed just before the end');
});

test('a kill during typing loses nothing that was saved', async ({ lectern }) => {
  const { notes } = await openPaper(lectern);
  await notes.create();
  await notes.type('What was acknowledged. ');
  await notes.saved();
  await notes.type('What was not');
  await lectern.kill();

  const check = await lectern.cli('check');
  expect(check.stderr).toBe('');
  expect(check.code).toBe(0);
  const { notes: again } = await visit(await lectern.open());
  await expect(again.text).toHaveText(/^What was acknowledged\. ?(?:What was not)?/);
  await again.type('And on.');
  await again.saved();
});

test('two windows follow each other', async ({ lectern }) => {
  test.skip(lectern.host === 'electron', 'The desktop has one window.');
  const first = await openPaper(lectern);
  const second = await visit(await lectern.inBrowser.openWindow());
  await first.rate(4);
  await expect(second.rating(4)).toBeChecked();
  await second.addTag('shared');
  await expect(first.chips('Tags')).toContainText('shared');
  await first.notes.create();
  await first.notes.type('From the first window');
  await expect(second.notes.text).toHaveText('From the first window');
  await first.notes.saved();
  await second.notes.type(', and the second');
  await expect(first.notes.text).toHaveText('From the first window, and the second');
});

test('a note that was changed in another window meanwhile is kept beside what was typed', async ({ lectern }) => {
  test.skip(lectern.host === 'electron', 'The desktop has one window.');
  const first = await openPaper(lectern);
  await first.notes.create();
  await first.notes.type('Both began with this');
  await first.notes.saved();
  const late = await first.page.context().newPage();
  const news = await holdNews(late);
  await late.goto(lectern.inBrowser.address);
  const second = await visit(late);
  await expect(second.notes.text).toHaveText('Both began with this');

  news.hold();
  await first.notes.type(', one went left');
  await first.notes.saved();
  await second.notes.type(', one went right');
  await expect(first.notes.list).toHaveCount(2);
  news.release();

  await second.notes.saved();
  await expect(new Messages(late).saying('This note was changed elsewhere')).toBeVisible();
  await expect(second.notes.text).toHaveText('Both began with this, one went right');
  await expect(second.notes.list).toHaveCount(2);
  await expect(first.notes.text).toHaveText('Both began with this, one went left');
});

/** Lets a window, before it is at its address, hear late of what the host tells. */
async function holdNews(page: Page): Promise<{ hold: () => void; release: () => void }> {
  let held: (() => void)[] | null = null;
  await page.routeWebSocket(/\/socket/, (window) => {
    const host = window.connectToServer();
    window.onMessage((message) => host.send(message));
    host.onMessage((message) => {
      const pass = (): void => window.send(message);
      if (held === null) pass();
      else held.push(pass);
    });
  });
  return {
    hold: () => { held = []; },
    release: () => {
      for (const pass of held ?? []) pass();
      held = null;
    },
  };
}
