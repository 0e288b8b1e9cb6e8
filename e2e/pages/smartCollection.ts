import type { Locator, Page } from '@playwright/test';

/** The dialog in which a smart collection is made or changed. */
export class SmartCollection {
  readonly dialog: Locator;
  readonly name: Locator;
  readonly query: Locator;
  readonly create: Locator;
  readonly save: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: /mart collection$/ });
    this.name = this.dialog.getByRole('textbox', { name: 'Name' });
    this.query = this.dialog.getByRole('combobox', { name: 'Query' });
    this.create = this.dialog.getByRole('button', { name: 'Create' });
    this.save = this.dialog.getByRole('button', { name: 'Save' });
  }
}
