import type { Locator, Page } from '@playwright/test';

/** What an empty library shows. */
export class Welcome {
  readonly heading: Locator;
  readonly chooseFile: Locator;
  readonly paste: Locator;
  readonly sample: Locator;
  readonly addByHand: Locator;

  constructor(page: Page) {
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { name: 'Start a reading list' });
    this.chooseFile = main.getByRole('button', { name: /^Choose a file/ });
    this.paste = main.getByRole('button', { name: /^Paste a digest/ });
    this.sample = main.getByRole('button', { name: /^Try the sample/ });
    this.addByHand = main.getByRole('button', { name: 'add a paper by hand' });
  }
}
