import { expect, type Page } from '@playwright/test';
import { Library } from '../pages/library';
import { Palette } from '../pages/palette';
import { SmartCollection } from '../pages/smartCollection';
import type { Showcase } from './seed';
import { go, type Way } from './ways';

/** What a query can be typed into, chosen from and saved as. */
export function queryViews(page: Page, { smart }: Showcase): Record<string, Way> {
  const library = new Library(page);
  const palette = new Palette(page);
  const typed = async (query: string): Promise<void> => {
    await go(page, '/all');
    await library.filter.fill(query);
  };
  return {
    'library, query with chips': async () => {
      await typed('(status:reading OR status:done) year:2020.. -tag:slow');
      await expect(library.chips).toBeVisible();
    },
    'library, query with what is wrong': async () => {
      await typed('low year:abc titel:x technique:none (a OR');
      await expect(library.findings).toContainText('not closed');
    },
    'library, what is found': async () => {
      await typed('low rank');
      await expect(library.rows.locator('mark').first()).toBeVisible();
    },
    'library, suggestions': async () => {
      await typed('');
      await library.filter.pressSequentially('technique:');
      await library.filter.press('ArrowDown');
      await expect(library.suggestions).toBeVisible();
    },
    'library, filters': async () => {
      await typed('is:starred technique:quantization');
      await library.filters.click();
      await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
    },
    'smart collection': async () => {
      await typed('');
      await go(page, `/collection/${smart}`);
      await expect(library.heading).toHaveText('Good and unread');
    },
    'smart collection, being changed': async () => {
      await typed('');
      await go(page, `/collection/${smart}`);
      await page.getByRole('button', { name: 'Edit the query' }).click();
      await expect(new SmartCollection(page).dialog).toContainText('Finds');
    },
    'how to write queries': async () => {
      await typed('');
      await page.getByRole('button', { name: 'How to write queries' }).click();
      await expect(page.getByRole('dialog', { name: 'How to write queries' })).toBeVisible();
    },
    'command palette': async () => {
      await typed('');
      await palette.open();
      await palette.field.fill('quan');
      await expect(palette.option(/GPTQ/)).toBeVisible();
    },
  };
}
