import type { Locator, Page } from '@playwright/test';

/** What stands over a library that cannot be changed: why, and what can be done about it. A sound one has nothing of it. */
export class Condition {
  readonly banner: Locator;
  readonly goOn: Locator;
  readonly restoreNewest: Locator;
  readonly whatIsLost: Locator;
  /** The losses; there once `whatIsLost` was opened. */
  readonly losses: Locator;

  constructor(page: Page) {
    this.banner = page.getByRole('region', { name: 'State of the library' });
    this.goOn = this.banner.getByRole('button', { name: 'Go on with what is sound' });
    this.restoreNewest = this.banner.getByRole('button', { name: /^Restore the newest backup/ });
    this.whatIsLost = this.banner.getByText('What is lost', { exact: true });
    this.losses = this.banner.getByRole('region', { name: 'What is lost' }).getByRole('row').filter({ has: page.getByRole('cell') });
  }
}
