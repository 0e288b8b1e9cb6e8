import { expect, type Locator, type Page } from '@playwright/test';

/** A file of a paper that is read: its pages, what is found on them, and the annotations beside them. */
export class Reader {
  readonly pages: Locator;
  readonly pageField: Locator;
  readonly findField: Locator;
  readonly findCount: Locator;
  /** What can be done with the selected words. */
  readonly toolbar: Locator;
  readonly annotations: Locator;
  /** What can be done with the chosen annotations. */
  readonly chosen: Locator;

  constructor(readonly page: Page) {
    this.pages = page.getByRole('region', { name: 'Pages', exact: true });
    this.pageField = page.getByRole('textbox', { name: 'Page', exact: true });
    this.findField = page.getByRole('textbox', { name: 'Words to find' });
    this.findCount = page.getByRole('search', { name: 'Find in the document' }).getByRole('status');
    this.toolbar = page.getByRole('toolbar', { name: 'Mark the selection' });
    this.annotations = page.getByRole('list', { name: 'Annotations' }).getByRole('listitem');
    this.chosen = page.getByRole('toolbar', { name: 'Chosen annotations' });
  }

  async open({ paperId, fileId }: { paperId: string; fileId: string }): Promise<void> {
    await this.page.evaluate((hash) => { window.location.hash = hash; }, `/paper/${paperId}/read/${fileId}`);
  }

  /** A page that is drawn, with its words over it. Pages are counted from 1. */
  async drawn(number: number): Promise<Locator> {
    const shown = this.page.locator(`[data-page="${number - 1}"]`);
    await expect(shown.locator('[data-drawn] canvas')).toBeVisible();
    await expect(shown.locator('[data-text] [data-end]')).toBeAttached();
    return shown;
  }

  /** The drawings of the marks of a page. */
  marksOn(number: number): Locator {
    return this.page.locator(`[data-page="${number - 1}"] svg path`);
  }

  /** Selects with the pointer from the beginning of one line of words to its end. */
  async selectLine(number: number, words: string): Promise<void> {
    const page = await this.drawn(number);
    const box = await page.locator('[data-text] span').filter({ hasText: words }).first().boundingBox();
    if (box === null) throw new Error(`“${words}” is not in sight.`);
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + 1, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width / 2, y, { steps: 4 });
    await this.page.mouse.move(box.x + box.width - 1, y, { steps: 4 });
    await this.page.mouse.up();
  }
}
