import { expect, type Locator, type Page } from '@playwright/test';

/** The dialog that brings papers in: the choice of a source, then the preview. */
export class ImportDialog {
  readonly dialog: Locator;
  readonly pasteField: Locator;
  readonly read: Locator;
  readonly chooseFiles: Locator;
  readonly sample: Locator;
  /** `150 new · 0 already here · 0 not readable`. */
  readonly summary: Locator;
  readonly newPapers: Locator;
  readonly knownPapers: Locator;
  readonly problems: Locator;
  /** The button that carries the import out; it says what it will do. */
  readonly confirm: Locator;
  readonly cancel: Locator;

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Import papers' });
    this.pasteField = this.dialog.getByRole('textbox', { name: 'Or paste' });
    this.read = this.dialog.getByRole('button', { name: 'Read it' });
    this.chooseFiles = this.dialog.getByRole('button', { name: 'Choose files…' });
    this.sample = this.dialog.getByRole('button', { name: 'Try the sample' });
    this.summary = this.dialog.getByRole('status').filter({ hasText: / new · / });
    this.newPapers = this.dialog.getByRole('group', { name: 'New papers' });
    this.knownPapers = this.dialog.getByRole('group', { name: 'Papers already here' });
    this.problems = this.dialog.getByRole('group', { name: 'Passages that could not be read' });
    this.confirm = this.dialog.getByRole('button', { name: /^(?:Import|Complete) [\d,]+ paper/ });
    this.cancel = this.dialog.getByRole('button', { name: 'Cancel' });
  }

  /** Answers the file chooser that a button opens. */
  async choose(button: Locator, ...files: string[]): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent('filechooser'), button.click()]);
    await chooser.setFiles(files);
  }

  /** Imports what the preview shows, once it counts so many new papers. */
  async takeAll(fresh: number): Promise<void> {
    await expect(this.summary).toContainText(`${fresh.toLocaleString('en')} new`);
    await this.confirm.click();
    await expect(this.dialog).toBeHidden();
  }
}
