import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Lectern } from '../fixtures';
import { startElectron } from '../hosts/electronHost';
import { openPalette } from '../pages/citePalette';
import { Library } from '../pages/library';
import { Messages } from '../pages/messages';
import { violationsOn } from '../support/axe';
import { shelf, stock } from '../support/shelf';
import { settle } from '../support/ways';

const { bits, halves } = shelf;

/** Whether the palette is on view. */
async function isShown(lectern: Lectern, root: { isVisible(): Promise<boolean> }): Promise<boolean> {
  if (lectern.host === 'browser') return root.isVisible();
  return lectern.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((window) => window.isAlwaysOnTop() && window.isVisible()));
}

test('papers are found, gathered and cited by the keyboard alone', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  await expect(new Library(page).table).toBeVisible();
  const palette = await openPalette(lectern, page);
  await expect(palette.field).toBeFocused();
  await expect(palette.options).toHaveCount(6);

  await palette.page.keyboard.type('osei');
  await expect(palette.options).toHaveCount(1);
  await expect(palette.preview).toHaveText('(Osei, 2023)');
  await palette.page.keyboard.press('Shift+Enter');
  await expect(palette.gathered).toHaveCount(1);
  await expect(palette.field).toHaveValue('');
  await palette.page.keyboard.type('novak 2021');
  await expect(palette.active).toContainText(halves.title);
  await expect(palette.preview).toHaveText('(Novak, 2021; Osei, 2023)');
  await palette.page.keyboard.press('Enter');
  await expect.poll(() => lectern.clipboardText()).toBe('(Novak, 2021; Osei, 2023)');
  expect(await isShown(lectern, palette.root)).toBe(false);

  // The next time what was cited stands first, and the form can be another one.
  const again = await openPalette(lectern, page);
  await expect(again.field).toBeFocused();
  await expect(again.options.first()).toContainText(bits.title);
  await again.page.keyboard.press('Alt+3');
  await expect(again.form('\\cite{}')).toBeChecked();
  await again.page.keyboard.press('ArrowDown');
  await again.page.keyboard.press('Enter');
  await expect.poll(() => lectern.clipboardText()).toMatch(/^\\cite\{novak2021[a-z]*\}$/);

  // The form is remembered, Escape leaves, and nothing is copied then.
  const last = await openPalette(lectern, page);
  await expect(last.form('\\cite{}')).toBeChecked();
  await last.page.keyboard.type('nobody wrote this');
  await expect(last.root.getByRole('heading', { name: 'No paper has all these words' })).toBeVisible();
  await last.page.keyboard.press('Escape');
  await expect.poll(() => isShown(lectern, last.root)).toBe(false);
  expect(await lectern.clipboardText()).toMatch(/^\\cite\{novak/);
});

test('each form is copied, in the style that was chosen last', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  await expect(new Library(page).table).toBeVisible();
  const expected = [['Citation', /^\[1\]$/], ['Entry', /^\[1\]\s?B\. Osei/], ['[@key]', /^\[@osei2023[a-z]*\]$/], ['Key', /^osei2023[a-z]*$/], ['Link', /\[.*\]\(|Osei|bits/i]] as const;
  const palette = await openPalette(lectern, page);
  await palette.choose('Citation');
  await palette.root.getByRole('button', { name: /^Style:/ }).click();
  await palette.page.getByRole('textbox', { name: 'Find a style' }).fill('IEEE');
  await palette.page.getByRole('listbox', { name: 'Styles' }).getByRole('option').first().filter({ hasText: 'IEEE' }).click();
  await palette.field.fill('osei');
  for (const [form, text] of expected) {
    await palette.choose(form);
    await expect(palette.preview).toHaveText(text);
  }
  await palette.field.press('Escape');

  // The list copies entries in the same style.
  await new Library(page).row(bits.title).click();
  await page.keyboard.press('ControlOrMeta+Shift+C');
  await expect(new Messages(page).saying('Copied the bibliography entry')).toBeVisible();
  expect(await lectern.clipboardText()).toMatch(/^\[1\]\s?B\. Osei/);
});

test('the palette is accessible, light and dark, also with nothing in it', async ({ lectern }) => {
  const page = await lectern.open();
  const empty = await openPalette(lectern, page);
  await expect(empty.root.getByRole('heading', { name: 'There are no papers to cite yet' })).toBeVisible();
  expect(await violationsOn(empty.page, 'the empty palette')).toEqual([]);
  await empty.field.press('Escape');
  await lectern.close();

  await stock(lectern);
  const palette = await openPalette(lectern, await lectern.open().then(async (opened) => {
    await expect(new Library(opened).table).toBeVisible();
    return opened;
  }));
  await palette.field.fill('2023');
  await expect(palette.preview).toContainText('2023');
  await palette.field.press('Shift+Enter');
  for (const colorScheme of ['light', 'dark'] as const) {
    await palette.page.emulateMedia({ colorScheme });
    await expect(palette.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await palette.field.fill(colorScheme === 'dark' ? '' : 'novak');
    await expect(palette.preview).toBeVisible();
    await settle(palette.page);
    expect(await violationsOn(palette.page, `the palette, ${colorScheme}`)).toEqual([]);
  }
});

test.describe('the keys of the desktop', () => {
  test.skip(({ host }) => host !== 'electron', 'A browser window has no keys beyond itself.');

  test('call the palette from any program, can be changed and turned off', async ({ lectern }, { workerIndex }) => {
    await stock(lectern);
    const hotkey = `CommandOrControl+Alt+Shift+F${workerIndex % 12 + 1}`;
    await mkdir(join(lectern.scratch, 'user-data'), { recursive: true });
    await writeFile(join(lectern.scratch, 'user-data', 'cite-palette.json'), JSON.stringify({ hotkey }));
    const page = await lectern.open();
    await expect(new Library(page).table).toBeVisible();
    const has = (keys: string) => lectern.electron.evaluate(({ globalShortcut }, name) => globalShortcut.isRegistered(name), keys);
    expect(await has(hotkey)).toBe(true);

    const palette = await openPalette(lectern, page);
    await palette.keys.click();
    const dialog = palette.page.getByRole('dialog', { name: 'Cite from any program' });
    await dialog.getByRole('button', { name: /^Keys:/ }).click();
    await palette.page.keyboard.press('Control+Alt+Shift+z');
    await expect(dialog.getByRole('button', { name: /^Keys: Ctrl Alt Shift Z/ })).toBeVisible();
    expect([await has(hotkey), await has('CommandOrControl+Alt+Shift+Z')]).toEqual([false, true]);
    await dialog.getByRole('switch').click({ force: true });
    await expect(dialog.getByRole('button', { name: /^Keys:/ })).toBeHidden();
    expect(await has('CommandOrControl+Alt+Shift+Z')).toBe(false);
    await palette.page.keyboard.press('Escape');

    // The window is above all others and keeps to its page; with the last library it goes, and the app ends.
    const rights = await lectern.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((candidate) => candidate.webContents.getURL().includes('palette'));
      if (window === undefined) return null;
      const { sandbox, contextIsolation, nodeIntegration } = (window.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, onTop: window.isAlwaysOnTop() };
    });
    expect(rights).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, onTop: true });
    await lectern.close();
  });

  test('are said to be taken where another program has them', async ({ lectern }, { workerIndex }) => {
    const hotkey = `CommandOrControl+Alt+Shift+${String.fromCharCode(65 + workerIndex % 20)}`;
    const other = { library: join(lectern.scratch, 'other'), userData: join(lectern.scratch, 'other-data') };
    for (const folder of [other.userData, join(lectern.scratch, 'user-data')]) {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'cite-palette.json'), JSON.stringify({ hotkey }));
    }
    const first = await startElectron(other);
    try {
      const page = await lectern.open();
      const messages = new Messages(page);
      await expect(messages.saying('belongs to another program')).toBeVisible();
      await messages.saying('belongs to another program').getByRole('button', { name: 'Choose others' }).click();
      await expect(page.getByRole('dialog', { name: 'Cite from any program' }).getByRole('alert')).toContainText('Another program has these keys');
    } finally {
      await first.close();
    }
  });
});
