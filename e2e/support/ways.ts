import { expect, type Page } from '@playwright/test';
import { Sidebar } from '../pages/sidebar';

/** Views of the window and the way to each, for whoever has to see them all. */
export interface Tour {
  readonly names: string[];
  /** Goes to a view and waits until it stands still. */
  visit(name: string): Promise<void>;
}

/** Leads to a view from any other one. */
export type Way = () => Promise<void>;

export function tourOf(page: Page, ways: Record<string, Way>): Tour {
  return {
    names: Object.keys(ways),
    async visit(name) {
      const way = ways[name];
      if (way === undefined) throw new Error(`There is no view called “${name}”.`);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await leaveDialogs(page);
      await way();
      await page.mouse.move(0, 0);
      await settle(page);
    },
  };
}

/** Goes to an address of the app as a link would. */
export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => { window.location.hash = to; }, hash);
  await page.waitForURL((url) => url.hash === `#${hash}`);
}

/** Shows the sidebar, which a narrow window keeps in a drawer. */
export async function showSidebar(page: Page): Promise<void> {
  await go(page, '/all');
  const burger = page.getByRole('button', { name: 'Open the sidebar' });
  if (await burger.isVisible()) await burger.click();
  await expect(new Sidebar(page).nav).toBeVisible();
}

/** Closes what lies over the view, from the top down, and leaves the field that has the focus. */
async function leaveDialogs(page: Page): Promise<void> {
  const covers = page.locator('[role="dialog"], [role="menu"]').filter({ visible: true });
  for (let count = await covers.count(); count > 0; count = await covers.count()) {
    await page.keyboard.press('Escape');
    await expect.poll(() => covers.count()).toBeLessThan(count);
  }
  await page.locator(':focus').evaluateAll((focused) => focused.forEach((element) => { if (element instanceof HTMLElement) element.blur(); }));
}

/** Resolves when fonts are there, nothing moves and nothing is being asked for. */
export async function settle(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity).map(({ finished }) => finished));
    await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
  });
}
