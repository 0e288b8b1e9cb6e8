import type { Locator, Page } from '@playwright/test';

/** What the window tells in passing, with an undo beside it where there is something to undo. */
export class Messages {
  constructor(private readonly page: Page) {}

  /** The message that says `text`. */
  saying(text: string | RegExp): Locator {
    return this.page.getByRole('alert').filter({ hasText: text });
  }

  /** The undo button beside the message that says `text`. */
  undo(text: string | RegExp): Locator {
    return this.saying(text).getByRole('button', { name: 'Undo' });
  }
}
