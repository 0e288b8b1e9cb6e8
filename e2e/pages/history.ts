import type { Locator, Page } from '@playwright/test';

/** The versions of a paper or note, newest first. */
export class Timeline {
  readonly versions: Locator;
  /** Stands over the versions of what is deleted. */
  readonly gone: Locator;

  constructor(within: Locator) {
    this.versions = within.getByRole('listitem').filter({ has: within.page().locator('time') });
    this.gone = within.getByRole('note');
  }

  /** The newest version made by an action of this name. */
  version(action: string | RegExp): Locator {
    return this.versions.filter({ hasText: action }).first();
  }

  async restore(action: string | RegExp): Promise<void> {
    await this.version(action).getByRole('button', { name: /^Restore this version/ }).click();
  }
}

/** The tab of a paper's page with its history, and that of its notes. */
export class HistoryTab {
  readonly timeline: Timeline;
  /** Whose history it is: the paper's, or that of a note. */
  readonly subject: Locator;

  constructor(page: Page) {
    const panel = page.getByRole('main').getByRole('tabpanel', { name: 'History' });
    this.timeline = new Timeline(panel);
    this.subject = panel.getByRole('combobox', { name: 'History of' });
  }
}

/** The dialog that tells what was done to the library. */
export class HistoryDialog {
  readonly dialog: Locator;
  readonly steps: Locator;
  readonly allChanges: Locator;
  /** The timeline of what was chosen out of a step. */
  readonly timeline: Timeline;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'History of the library' });
    this.steps = this.dialog.getByRole('region', { name: 'Changes' }).getByRole('button', { expanded: false }).or(this.dialog.getByRole('button', { expanded: true }));
    this.allChanges = this.dialog.getByRole('button', { name: 'All changes' });
    this.timeline = new Timeline(this.dialog);
  }

  step(action: string | RegExp): Locator {
    return this.steps.filter({ hasText: action }).first();
  }

  /** The way from an opened step to the timeline of what it touched. */
  touched(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }
}
