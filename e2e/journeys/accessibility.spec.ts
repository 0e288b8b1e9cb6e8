import { rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { damagedTour } from '../support/safetyViews';
import { damagedShowcase, seedShowcase, withLibrary } from '../support/seed';
import { violationsOn } from '../support/axe';
import { tour } from '../support/tour';
import { settle, type Tour } from '../support/ways';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The last is narrow enough for the sidebar to go into its drawer. */
const sizes = [[1280, 800], [900, 600], [600, 700]] as const;

for (const [width, height] of sizes) {
  test(`every view is accessible, light and dark, ${width}×${height}`, async ({ lectern }) => {
    test.skip(lectern.host === 'electron' && width < 1280, 'The page is the same in both windows; its narrow layouts are looked at in one.');
    test.setTimeout(720_000);
    await test.step('an empty library', async () => {
      const page = await lectern.open();
      await lectern.resize(width, height);
      expect(await violationsIn(page, tour(page, null))).toEqual([]);
      await lectern.close();
    });
    await test.step('a library in use', async () => {
      const showcase = await withLibrary(lectern.library, seedShowcase);
      const page = await lectern.open();
      await lectern.resize(width, height);
      expect(await violationsIn(page, tour(page, showcase))).toEqual([]);
      await lectern.close();
    });
    await test.step('a damaged library', async () => {
      await rm(lectern.library, { recursive: true });
      await damagedShowcase(lectern.library);
      const page = await lectern.open();
      await lectern.resize(width, height);
      expect(await violationsIn(page, damagedTour(page))).toEqual([]);
    });
  });
}

/** What axe finds on all views of a tour, in words. */
async function violationsIn(page: Page, views: Tour): Promise<string[]> {
  const found: string[] = [];
  for (const name of views.names) {
    await page.emulateMedia({ colorScheme: 'light' });
    await views.visit(name);
    found.push(...(await violationsOn(page, `${name}, light`, standards)));
    // The schemes differ in their colours alone.
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await settle(page);
    found.push(...(await violationsOn(page, `${name}, dark`, ['color-contrast'])));
  }
  return found;
}
