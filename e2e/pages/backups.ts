import { expect, type Locator, type Page } from '@playwright/test';

/** The dialog with the backups of the library, what restoring one would change, and how much history is kept. */
export class Backups {
  readonly dialog: Locator;
  readonly backUpNow: Locator;
  /** What the backup that was just made holds. */
  readonly made: Locator;
  readonly rows: Locator;
  /** What restoring the chosen backup would change. */
  readonly preview: Locator;
  readonly restore: Locator;
  readonly days: Locator;
  readonly megabytes: Locator;
  readonly keepThisMuch: Locator;
  readonly close: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Backups' });
    this.backUpNow = this.dialog.getByRole('button', { name: 'Back up now' });
    this.made = this.dialog.getByRole('status').filter({ hasText: 'Made and read back' });
    this.rows = this.dialog.getByRole('row').filter({ has: page.getByRole('rowheader') });
    this.preview = this.dialog.getByRole('region', { name: 'What would change' });
    this.restore = this.dialog.getByRole('button', { name: 'Restore', exact: true });
    const limits = this.dialog.getByRole('form', { name: 'History' });
    this.days = limits.getByRole('textbox', { name: 'Days' });
    this.megabytes = limits.getByRole('textbox', { name: 'Megabytes' });
    this.keepThisMuch = limits.getByRole('button', { name: 'Keep this much' });
    this.close = this.dialog.getByRole('button', { name: 'Close' });
  }

  /** Shows what restoring the newest backup that was made by hand would change. */
  async previewNewest(): Promise<void> {
    await this.rows.filter({ hasText: 'By hand' }).first().getByRole('button', { name: /^Restore…/ }).click();
    await expect(this.preview).toBeVisible();
  }
}
