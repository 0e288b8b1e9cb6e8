import type { Locator, Page } from '@playwright/test';

export type FormatName =
  | 'BibTeX' | 'BibLaTeX' | 'RIS' | 'CSL-JSON' | 'CSL-YAML' | 'Hayagriva' | 'EndNote XML' | 'Word sources' | 'CSV table' | 'CITATION.cff'
  | 'Formatted text' | 'Formatted HTML' | 'Markdown list' | 'Rich text';

/** The dialog that takes papers out, as a file or by the clipboard. */
export class ExportDialog {
  readonly dialog: Locator;
  readonly preview: Locator;
  readonly copy: Locator;
  readonly save: Locator;
  readonly close: Locator;
  readonly style: Locator;
  readonly styleSearch: Locator;
  readonly styleOptions: Locator;
  readonly addStyle: Locator;
  /** Opens the list of what the chosen format cannot hold. */
  readonly losses: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Export papers' });
    this.preview = this.dialog.getByRole('region', { name: 'Preview' });
    this.copy = this.dialog.getByRole('button', { name: 'Copy' });
    this.save = this.dialog.getByRole('button', { name: 'Save file…' });
    this.losses = this.dialog.getByRole('button', { name: /cannot hold everything/ });
    this.close = this.dialog.getByRole('button', { name: 'Close' });
    this.style = this.dialog.getByRole('button', { name: 'Style', exact: true });
    this.styleSearch = page.getByRole('textbox', { name: 'Find a style' });
    this.styleOptions = page.getByRole('listbox', { name: 'Styles' }).getByRole('option');
    this.addStyle = page.getByRole('button', { name: 'Add a style file…' });
  }

  /** One of the choices of which papers are meant; its name begins with `name`. */
  papers(name: string): Locator {
    return this.dialog.getByRole('radiogroup', { name: 'Papers' }).getByRole('radio', { name });
  }

  format(name: FormatName): Locator {
    return this.dialog.getByRole('radiogroup', { name: 'Format' }).getByRole('radio', { name });
  }

  /** Chooses the style that these words find first. */
  async chooseStyle(words: string): Promise<void> {
    await this.style.click();
    await this.styleSearch.fill(words);
    await this.styleOptions.first().filter({ hasText: words }).waitFor();
    await this.styleSearch.press('Enter');
    await this.styleSearch.waitFor({ state: 'hidden' });
  }
}
