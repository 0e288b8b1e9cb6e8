import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, test, type Lectern } from '../fixtures';
import { Library } from '../pages/library';
import { LibraryMenu } from '../pages/libraryMenu';
import { Paper } from '../pages/paper';
import { runCli } from '../support/cli';
import { shelf, stock } from '../support/shelf';

const { halves, bits, margins } = shelf;

/** Makes another library beside the journey's own, with one paper in it. */
async function otherLibrary(lectern: Lectern): Promise<string> {
  const folder = join(lectern.scratch, 'Second thesis');
  await stock({ scratch: lectern.scratch, cli: (...args) => runCli(folder, args) }, [margins]);
  return folder;
}

/** Answers the system's dialog for a folder, which no test can reach. */
async function answerFolderDialog(electron: ElectronApplication, folder: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    Object.assign(dialog, { showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [chosen] }) });
  }, folder);
}

/** Notes from now on which windows are brought to the front. */
async function watchFocus(electron: ElectronApplication): Promise<() => Promise<number[]>> {
  await electron.evaluate(({ BrowserWindow }) => {
    const focused: number[] = [];
    Object.assign(globalThis, { focused });
    for (const window of BrowserWindow.getAllWindows()) {
      const focus = window.focus.bind(window);
      Object.assign(window, { focus: () => { focused.push(window.id); focus(); } });
    }
  });
  return () => electron.evaluate(() => (globalThis as unknown as { focused: number[] }).focused);
}

test('another library opens in a window of its own, and each window knows the other', async ({ lectern }) => {
  test.skip(lectern.host === 'browser', 'A browser window goes to the other library itself.');
  await stock(lectern, [halves]);
  const other = await otherLibrary(lectern);
  const page = await lectern.open();
  await answerFolderDialog(lectern.electron, other);
  const [second] = await Promise.all([lectern.electron.waitForEvent('window'), new LibraryMenu(page).choose('Open another library…')]);
  await expect(new Library(second).row(margins.title)).toBeVisible();
  await expect(new LibraryMenu(second).button).toContainText('Second thesis');
  await expect(new Library(page).row(halves.title)).toBeVisible();
  await expect(new LibraryMenu(page).button).toContainText('library');

  await new LibraryMenu(second).button.click();
  await expect(new LibraryMenu(second).item(/^library/)).toBeEnabled();
  await new LibraryMenu(page).button.click();
  await expect(new LibraryMenu(page).item(/^Second thesis/)).toBeEnabled();

  await new Library(second).row(margins.title).click();
  await new Library(second).table.press('d');
  await second.close();
  await expect.poll(async () => (await runCli(other, ['list', 'status:done'])).stdout).toContain(margins.title);
  await expect(new Library(page).row(halves.title)).toBeVisible();
});

test('a second start on a library that is open brings its window to the front', async ({ lectern }) => {
  test.skip(lectern.host === 'browser', 'A browser host names the address where the library is open.');
  await stock(lectern, [halves]);
  const other = await otherLibrary(lectern);
  const page = await lectern.open();
  await answerFolderDialog(lectern.electron, other);
  const first = await lectern.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.id);
  const [second] = await Promise.all([lectern.electron.waitForEvent('window'), new LibraryMenu(page).choose('Open another library…')]);
  await expect(new Library(second).row(margins.title)).toBeVisible();

  const focused = await watchFocus(lectern.electron);
  expect((await lectern.startAgain()).code).toBe(0);
  await expect.poll(focused).toEqual([first]);
  expect(lectern.electron.windows()).toHaveLength(2);
});

test('a browser window goes to another library by its path, and back', async ({ lectern }) => {
  test.skip(lectern.host === 'electron', 'The desktop window has the dialog of the system.');
  await stock(lectern, [halves]);
  const other = await otherLibrary(lectern);
  const page = await lectern.open();
  const menu = new LibraryMenu(page);
  await menu.choose('Open another library…');
  await menu.folder.fill('Second thesis');
  await menu.open.click();
  await expect(menu.folder).toHaveAccessibleDescription(/Write the whole path/);
  await menu.folder.fill(other);
  await menu.open.click();
  await expect(new Library(page).row(margins.title)).toBeVisible();
  await expect(menu.button).toContainText('Second thesis');

  await menu.choose(/^library/);
  await expect(new Library(page).row(halves.title)).toBeVisible();
  await menu.button.click();
  await expect(menu.item(/^Second thesis/)).toBeEnabled();
  await page.keyboard.press('Escape');
  await page.goBack();
  await expect(new Library(page).row(margins.title)).toBeVisible();
});

test('what the command line changes while the library is open is on view at once', async ({ lectern }) => {
  await stock(lectern, [halves]);
  const page = await lectern.open();
  const library = new Library(page);
  const paper = new Paper(page);
  await expect(library.count).toHaveText('1 paper');
  await stock(lectern, [bits]);
  await expect(library.row(bits.title)).toBeVisible();
  await expect(library.count).toHaveText('2 papers');

  await library.open(bits.title);
  const [{ id } = { id: '' }] = JSON.parse((await lectern.cli('list', bits.title, '--json')).stdout) as { id: string }[];
  const file = join(lectern.scratch, 'note.md');
  for (const text of ['Written in a terminal', 'Written there again']) {
    await writeFile(file, text);
    expect(await lectern.cli('note', id, '--set', file)).toMatchObject({ code: 0, stderr: '' });
    await expect(paper.notes.text).toHaveText(text);
  }
  expect((await lectern.cli('note', id)).stdout).toContain('Written there again');
});
