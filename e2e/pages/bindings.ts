import type { Locator, Page } from '@playwright/test';

/** The dialog with the files that are kept up to date, and the form for a new one. */
export class Bindings {
  readonly dialog: Locator;
  readonly path: Locator;
  readonly keepUp: Locator;
  readonly overwriteIt: Locator;
  readonly explanation: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Files kept up to date' });
    this.path = this.dialog.getByRole('textbox', { name: 'File' });
    this.keepUp = this.dialog.getByRole('button', { name: 'Keep up to date' });
    this.overwriteIt = this.dialog.getByRole('button', { name: 'Overwrite it' });
    this.explanation = this.dialog.getByText('Each file follows a part of the library');
  }

  /** The file of this name: what it follows, how it stands, and what can be done with it. */
  file(name: string): Locator {
    return this.dialog.getByRole('list', { name: 'Files kept up to date' }).getByRole('listitem', { name });
  }

  action(label: string, name: string): Locator {
    return this.file(name).getByRole('button', { name: `${label} ${name}` });
  }
}
