import type { Locator, Page } from '@playwright/test';

/** The menu at the foot of the sidebar: which library this is, and the way to others, to the backups and to the history. */
export class LibraryMenu {
  readonly button: Locator;
  readonly menu: Locator;
  /** The field of a browser window that asks for the folder of another library. */
  readonly folder: Locator;
  readonly open: Locator;

  constructor(page: Page) {
    this.button = page.getByRole('button', { name: /^Library: / });
    this.menu = page.getByRole('menu');
    const dialog = page.getByRole('dialog', { name: 'Open another library' });
    this.folder = dialog.getByRole('textbox', { name: 'Folder of the library' });
    this.open = dialog.getByRole('button', { name: 'Open' });
  }

  item(name: string | RegExp): Locator {
    return this.menu.getByRole('menuitem', { name });
  }

  /** Opens the menu and takes one of its entries. */
  async choose(name: string | RegExp): Promise<void> {
    await this.button.click();
    await this.item(name).click();
  }
}
