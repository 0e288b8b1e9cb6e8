import { access, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { Library } from '../pages/library';
import { Sidebar } from '../pages/sidebar';
import { shelf, stock } from '../support/shelf';

const { bits, halves } = shelf;

/** Begins to drag something with the mouse, which stays down. */
async function beginDrag(page: Page, from: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  const box = await from.boundingBox();
  if (box === null) throw new Error('There is nothing to drag.');
  await page.mouse.move(box.x + box.width / 2 + 12, box.y + box.height / 2 + 12, { steps: 4 });
}

test.describe('from the desktop window', () => {
  test.skip(({ host }) => host !== 'electron', 'A browser drags by itself.');

  test('papers go as a .bib file, which is gone when the app ends', async ({ lectern }) => {
    await stock(lectern);
    const page = await lectern.open();
    const library = new Library(page);
    await lectern.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // The system's own drag would take the mouse away from the test.
      if (contents !== undefined) contents.startDrag = ({ file, icon }) => { Object.assign(globalThis, { dragged: { file, drawn: typeof icon === 'object' && !icon.isEmpty() } }); };
    });
    const dragged = () => lectern.electron.evaluate(() => (globalThis as { dragged?: { file: string; drawn: boolean } }).dragged);

    await library.row(bits.title).click();
    await beginDrag(page, library.details.pane.getByRole('button', { name: 'Save 1 paper as a .bib file' }));
    await expect.poll(dragged).toMatchObject({ file: expect.stringMatching(/osei2023[a-z]*\.bib$/), drawn: true });
    await page.mouse.up();
    const one = (await dragged())?.file ?? '';
    expect(await readFile(one, 'utf8')).toMatch(/^@article\{osei2023/);

    await library.row(halves.title).click({ modifiers: ['ControlOrMeta'] });
    await beginDrag(page, library.bulkBar.getByRole('button', { name: 'Save 2 papers as a .bib file' }));
    await expect.poll(async () => basename((await dragged())?.file ?? '')).toBe('2 papers.bib');
    await page.mouse.up();
    expect((await readFile((await dragged())?.file ?? '', 'utf8')).match(/^@/gm)).toHaveLength(2);

    await lectern.close();
    await expect(access(dirname(one))).rejects.toThrow('ENOENT');
  });

  test('nothing is dragged once the mouse is let go', async ({ lectern }) => {
    await stock(lectern);
    const page = await lectern.open();
    const library = new Library(page);
    await library.row(bits.title).click();
    const file = await lectern.download(() => library.details.pane.getByRole('button', { name: 'Save 1 paper as a .bib file' }).click());
    expect(file.name).toMatch(/^osei2023[a-z]*\.bib$/);
    expect(file.content).toContain('Osei, Ben');
  });
});

test.describe('from a browser window', () => {
  test.skip(({ host }) => host !== 'browser', 'The desktop host drags by itself.');

  test('papers go as text and as a file that is fetched once', async ({ lectern }) => {
    await stock(lectern);
    const page = await lectern.open();
    const library = new Library(page);
    const carried = await listenToDrags(page);
    await library.row(bits.title).click();
    await beginDrag(page, library.details.pane.getByRole('button', { name: 'Save 1 paper as a .bib file' }));
    await expect.poll(async () => (await carried())['text/plain']).toMatch(/^@article\{osei2023/);
    await page.mouse.up();
    const [type, name, ...address] = (await carried())['DownloadURL']?.split(':') ?? [];
    expect([type, name]).toEqual(['text/x-bibtex', expect.stringMatching(/^osei2023[a-z]*\.bib$/)]);
    const file = await fetch(address.join(':'));
    expect(file.headers.get('content-disposition')).toContain(name);
    expect(await file.text()).toMatch(/^@article\{osei2023/);
    expect((await fetch(address.join(':'))).status).toBe(404);
  });

  test('rows are still papers for a collection, how LaTeX cites them, and a file', async ({ lectern }) => {
    await stock(lectern);
    const page = await lectern.open();
    const library = new Library(page);
    const carried = await listenToDrags(page);
    await library.row(bits.title).click();
    await library.row(halves.title).click({ modifiers: ['ControlOrMeta'] });
    await beginDrag(page, library.row(bits.title));
    await expect.poll(async () => Object.keys(await carried()).toSorted()).toEqual(['DownloadURL', 'application/x-lectern-papers', 'text/plain']);
    expect((await carried())['text/plain']).toMatch(/^\\cite\{osei2023[a-z]*,novak2021[a-z]*\}$/);
    expect((await carried())['DownloadURL']).toMatch(/^text\/x-bibtex:2 papers\.bib:http:\/\/127\.0\.0\.1:/);
    await page.mouse.up();
    await expect(new Sidebar(page).nav).toBeVisible();
  });
});

/** What the last drag that began in the window carries, by type. */
async function listenToDrags(page: Page): Promise<() => Promise<Record<string, string>>> {
  await page.evaluate(() => {
    window.addEventListener('dragstart', ({ dataTransfer }) => {
      const types = [...(dataTransfer?.types ?? [])];
      // The browser tells of types in lower case.
      Object.assign(window, { carried: Object.fromEntries(types.map((type) => [type === 'downloadurl' ? 'DownloadURL' : type, dataTransfer?.getData(type) ?? ''])) });
    });
  });
  return () => page.evaluate(() => (window as unknown as { carried?: Record<string, string> }).carried ?? {});
}
