import type { Locator, Page } from '@playwright/test';

/** Finds papers, places and commands by some of their letters. */
export class Palette {
  readonly dialog: Locator;
  readonly field: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Command palette' });
    this.field = this.dialog.getByRole('combobox');
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+K');
    await this.field.waitFor();
  }

  option(name: string | RegExp): Locator {
    return this.dialog.getByRole('option', { name });
  }

  /** What Enter would do. */
  get chosen(): Locator {
    return this.dialog.getByRole('option', { selected: true });
  }
}
