import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { Page } from '@playwright/test';
import { twoColumnPdf } from '../../tests/support/generatedPdf';
import type { RunOptions } from 'axe-core';
import { expect, test, type Lectern } from '../fixtures';
import { Reader } from '../pages/reader';
import { violationsOn } from '../support/axe';
import { paperWithFile } from '../support/filesOfPapers';
import { watchForBreaches } from '../support/watch';
import { settle } from '../support/ways';

const title = 'Sparse attention for long papers';
const opening = 'The quick measure of a passage.';
const hidden = 'An unusual walrus.';
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function openReader(lectern: Lectern): Promise<{ page: Page; reader: Reader }> {
  const file = await paperWithFile(lectern, title, await twoColumnPdf({ pages: 8, title, sentences: { 0: opening, 5: hidden } }));
  const page = await lectern.open();
  const reader = new Reader(page);
  await reader.open(file);
  await reader.drawn(1);
  return { page, reader };
}

test('a passage is found, marked with the keyboard, commented on, and there again after a reload', async ({ lectern }) => {
  const { page, reader } = await openReader(lectern);
  await page.keyboard.press('ControlOrMeta+f');
  await reader.findField.fill('UNUSUAL walrus');
  await expect(reader.findCount).toHaveText('1 of 1');
  await expect(reader.pageField).toHaveValue('6');
  await reader.drawn(6);
  await reader.findField.press('Escape');
  expect(await page.evaluate(() => window.getSelection()?.toString())).toBe('unusual walrus');
  await page.keyboard.press('2');
  await expect(reader.annotations).toHaveCount(1);
  await expect(reader.annotations).toContainText('method');
  await expect(reader.annotations).toContainText('unusual walrus');
  await expect(reader.marksOn(6)).toHaveCount(1);

  await reader.annotations.getByRole('button').click();
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Comment' }).fill('Is it **rare**?');
  await page.getByRole('textbox', { name: 'Comment' }).press('Escape');
  await page.reload();
  await reader.drawn(6);
  await expect(reader.annotations.locator('strong')).toHaveText('rare');
  await expect(reader.marksOn(6)).toHaveCount(1);

  await reader.pages.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('Undone: Comment on a highlight')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(reader.annotations).toHaveCount(0);
  await expect(reader.marksOn(6)).toHaveCount(0);
});

test('passages are marked with the pointer, chosen together, recoloured and deleted', async ({ lectern }) => {
  const { page, reader } = await openReader(lectern);
  await reader.selectLine(1, opening);
  await reader.toolbar.getByRole('button', { name: 'Highlight as result' }).click();
  await expect(reader.annotations).toContainText(['result']);
  await expect(reader.annotations).toContainText([opening]);

  await page.getByRole('button', { name: 'Note', exact: true }).click();
  const first = await reader.drawn(1);
  await first.click({ position: { x: 20, y: 200 } });
  await expect(reader.annotations).toHaveCount(2);
  await expect(page.getByRole('textbox', { name: 'Comment' })).toBeFocused();
  await page.keyboard.type('A remark');
  await page.keyboard.press('Escape');

  await reader.annotations.first().getByRole('button').first().click({ modifiers: ['ControlOrMeta'] });
  await expect(reader.chosen).toContainText('2 chosen');
  await reader.chosen.getByRole('button', { name: 'Make question' }).click();
  await expect(reader.annotations.filter({ hasText: 'question' })).toHaveCount(2);
  await page.getByRole('button', { name: 'Only method' }).click();
  await expect(reader.annotations).toHaveCount(0);
  await page.getByRole('button', { name: 'Only method' }).click();
  await reader.chosen.getByRole('button', { name: 'Delete the chosen annotations' }).click();
  await expect(reader.annotations).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(reader.annotations).toHaveCount(2);
});

test('one goes about in a document, and back', async ({ lectern }) => {
  const { page, reader } = await openReader(lectern);
  await page.getByRole('button', { name: 'Contents' }).click();
  await page.getByRole('button', { name: 'Section 4', exact: true }).click();
  await expect(reader.pageField).toHaveValue('4');
  await reader.drawn(4);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(reader.pageField).toHaveValue('1');
  const first = await reader.drawn(1);
  await first.getByRole('button', { name: 'Link within the document' }).click();
  await expect(reader.pageField).toHaveValue('2');
  await page.getByRole('button', { name: 'Pages in small' }).click();
  await page.getByRole('button', { name: 'Go to page 3', exact: true }).click();
  await expect(reader.pageField).toHaveValue('3');
  await page.keyboard.press('Shift+P');
  await page.keyboard.press('ArrowRight');
  await expect(reader.pageField).toHaveValue('4');
  await expect(page.locator('[data-page]')).toHaveCount(1);
  await page.keyboard.press('Shift+P');
  await expect.poll(() => page.locator('[data-page]').count()).toBeGreaterThan(1);

  // Pages far away are let go of, so that memory does not grow with what has been read.
  await reader.pages.evaluate((pages) => { pages.scrollTop = pages.scrollHeight; });
  await reader.drawn(8);
  await expect(page.locator('[data-page="2"]')).toHaveCount(0);
  await expect(page.locator('[data-page] canvas')).toHaveCount(await page.locator('[data-page]').count());
});

test('a file with a password asks for it, and a broken one says what is wrong', async ({ lectern }) => {
  const document = await PDFDocument.load(await twoColumnPdf({ pages: 1, title }));
  document.encrypt({ userPassword: 'open sesame', ownerPassword: 'owner' });
  const locked = await paperWithFile(lectern, 'Locked', await document.save());
  const broken = await paperWithFile(lectern, 'Broken', '%PDF-1.7\nthis is not what it says\n%%EOF\n');
  const page = await lectern.open();
  const reader = new Reader(page);
  await reader.open(locked);
  await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText('This is not the password.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Password' }).fill('open sesame');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await reader.drawn(1);
  await reader.open(broken);
  await expect(page.getByRole('alert')).toContainText('The file could not be opened');
  await expect(page.getByRole('alert')).toContainText('damaged');
});

test('nothing in a PDF runs, and nothing is fetched for it', async ({ lectern }) => {
  const document = await PDFDocument.load(await twoColumnPdf({ pages: 2, title }));
  const { context, catalog } = document;
  const script = context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert("run"); this.submitForm("http://127.0.0.1:1/")') });
  catalog.set(PDFName.of('OpenAction'), script);
  catalog.set(PDFName.of('AA'), context.obj({ WC: script }));
  for (const action of [{ S: 'Launch', F: PDFString.of('/bin/sh') }, { S: 'URI', URI: PDFString.of('javascript:alert(1)') }, { S: 'URI', URI: PDFString.of('file:///etc/passwd') }, { S: 'SubmitForm', F: PDFString.of('http://127.0.0.1:1/') }, { S: 'JavaScript', JS: PDFString.of('app.alert(1)') }]) {
    document.getPage(0).node.addAnnot(context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [50, 600, 300, 700], A: context.obj(action) })));
  }
  const file = await paperWithFile(lectern, title, await document.save());
  const page = await lectern.open();
  const watch = await watchForBreaches(page);
  const reader = new Reader(page);
  await reader.open(file);
  const first = await reader.drawn(1);
  // The one link that leads anywhere is the one to the second page.
  await expect(first.locator('a, button')).toHaveCount(1);
  await first.click({ position: { x: 150, y: 150 } });
  expect(await watch.breaches()).toEqual([]);
});

test('the reader is accessible, light and dark', async ({ lectern }) => {
  test.setTimeout(300_000);
  const { page, reader } = await openReader(lectern);
  await reader.selectLine(1, opening);
  await reader.toolbar.getByRole('button', { name: 'Highlight as important' }).click();
  await expect(reader.annotations).toHaveCount(1);
  await reader.annotations.getByRole('button').first().click();
  const looks = {
    'pages in small and annotations': async () => { await page.getByRole('button', { name: 'Pages in small' }).click(); },
    'contents and search': async () => {
      await page.getByRole('button', { name: 'Contents' }).click();
      await page.getByRole('button', { name: 'Find in the document' }).click();
      await reader.findField.fill('measure');
      await expect(reader.findCount).toContainText('of');
    },
    'colours': async () => {
      await reader.findField.press('Escape');
      await page.getByRole('button', { name: /^Colour:/ }).click();
      await expect(page.getByRole('textbox', { name: 'What green means' })).toBeVisible();
    },
    'notes': async () => {
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Notes', exact: true }).click();
      await expect(page.getByRole('button', { name: 'New note' }).first()).toBeVisible();
    },
  };
  for (const [look, show] of Object.entries(looks)) {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await show();
    await settle(page);
    expect(await violations(page, look, standards)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await settle(page);
    // The schemes differ in their colours alone.
    expect(await violations(page, `${look}, dark`, { type: 'rule', values: ['color-contrast'] })).toEqual([]);
  }
});

/** The words of a page stand there twice: drawn, and over that to be selected, without a colour of their own. */
function violations(page: Page, place: string, runOnly: RunOptions['runOnly']): Promise<string[]> {
  return violationsOn(page, place, runOnly, ['[data-text]']);
}
