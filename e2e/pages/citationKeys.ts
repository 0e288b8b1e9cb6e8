import type { Locator, Page } from '@playwright/test';

/** The dialog with the pattern of citation keys, and the one that makes keys anew. */
export class CitationKeys {
  readonly dialog: Locator;
  readonly pattern: Locator;
  /** The newest papers, each with the key it has and the one it would have. */
  readonly examples: Locator;
  readonly keep: Locator;
  readonly close: Locator;
  readonly regeneration: Locator;
  /** The papers whose key would change. */
  readonly changes: Locator;
  readonly pinnedToo: Locator;
  readonly regenerate: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Citation keys', exact: true });
    this.pattern = this.dialog.getByRole('textbox', { name: 'Pattern' });
    this.examples = this.dialog.getByRole('region', { name: 'Keys of the newest papers' }).getByRole('row').filter({ has: page.getByRole('cell') });
    this.keep = this.dialog.getByRole('button', { name: 'Keep this pattern' });
    this.close = this.dialog.getByRole('button', { name: 'Close' });
    this.regeneration = page.getByRole('dialog', { name: 'Regenerate citation keys' });
    this.changes = this.regeneration.getByRole('region', { name: 'Keys that would change' }).getByRole('row').filter({ has: page.getByRole('cell') });
    this.pinnedToo = this.regeneration.getByRole('checkbox', { name: 'Pinned keys too' });
    this.regenerate = this.regeneration.getByRole('button', { name: 'Regenerate', exact: true });
  }

  piece(text: string): Locator {
    return this.dialog.getByRole('button', { name: `Insert ${text}`, exact: true });
  }
}
