import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures';
import { seedShowcase, withLibrary, type Showcase } from '../support/seed';
import { tour } from '../support/tour';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The last is narrow enough for the sidebar to go into its drawer. */
const sizes = [[1280, 800], [900, 600], [600, 700]] as const;

for (const [width, height] of sizes) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`every view is accessible, ${colorScheme}, ${width}×${height}`, async ({ lectern }) => {
      test.setTimeout(180_000);
      await test.step('an empty library', async () => {
        const page = await lectern.open();
        await lectern.resize(width, height);
        await page.emulateMedia({ colorScheme });
        expect(await violationsOn(page, null)).toEqual([]);
        await lectern.close();
      });
      await test.step('a library in use', async () => {
        const showcase = await withLibrary(lectern.library, seedShowcase);
        const page = await lectern.open();
        await lectern.resize(width, height);
        await page.emulateMedia({ colorScheme });
        expect(await violationsOn(page, showcase)).toEqual([]);
      });
    });
  }
}

/** What axe finds on all views of a library, in words. */
async function violationsOn(page: Page, showcase: Showcase | null): Promise<string[]> {
  const views = tour(page, showcase);
  const found: string[] = [];
  for (const name of views.names) {
    await views.visit(name);
    // The desktop window has one page; the modern mode would open a second one to sum up.
    const { violations, passes } = await new AxeBuilder({ page }).withTags(standards).setLegacyMode().analyze();
    expect(passes.length, `axe looked at ${name}`).toBeGreaterThan(10);
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${name}: ${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}: ${node.html.slice(0, 200)}`)));
  }
  return found;
}
