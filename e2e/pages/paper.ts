import { expect, type Locator, type Page } from '@playwright/test';
import { dragAcross } from '../support/passages';
import { Notes } from './notes';

export type ColorName = 'yellow' | 'green' | 'blue' | 'pink' | 'violet';
type Stars = 1 | 2 | 3 | 4 | 5;
type TabName = 'Notes' | 'Highlights' | 'Techniques' | 'Details' | 'History';

/** The page of one paper: its abstract, and beside it notes, highlights, techniques and the description. */
export class Paper {
  readonly title: Locator;
  readonly back: Locator;
  readonly abstract: Locator;
  /** The highlighted words of the abstract. */
  readonly marks: Locator;
  /** What can be done with the selected passage. */
  readonly toolbar: Locator;
  readonly highlights: Locator;
  readonly techniques: Locator;
  readonly addTechnique: Locator;
  readonly form: Locator;
  readonly exportPaper: Locator;
  readonly moveToTrash: Locator;
  readonly notes: Notes;

  constructor(readonly page: Page) {
    const main = page.getByRole('main');
    this.title = main.getByRole('heading', { level: 1 });
    this.back = main.getByRole('button', { name: 'Library' });
    this.abstract = main.getByRole('group', { name: 'Abstract' });
    this.marks = this.abstract.locator('mark');
    this.toolbar = main.getByRole('toolbar', { name: 'Highlight the selection' });
    this.highlights = main.getByRole('list', { name: 'Highlights' }).getByRole('listitem');
    this.techniques = main.getByRole('list', { name: 'Techniques' }).locator('> li');
    this.addTechnique = main.getByRole('combobox', { name: 'Add a technique' });
    this.form = main.getByRole('form', { name: 'Details' });
    this.exportPaper = main.getByRole('button', { name: 'Export or cite' });
    this.moveToTrash = main.getByRole('button', { name: 'Move to the trash' });
    this.notes = new Notes(page);
  }

  tab(name: TabName): Locator {
    return this.page.getByRole('main').getByRole('tab', { name: new RegExp(`^${name}`) });
  }

  /** Selects words of the abstract with the mouse; they must lie within one stretch of plain text. Like a person, it tries again when the page moved under the mouse. */
  async select(words: string): Promise<void> {
    await expect(async () => {
      await dragAcross(this.page, this.abstract, words);
      await expect(this.toolbar).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 10_000 });
  }

  async highlight(words: string, color: ColorName): Promise<void> {
    await this.select(words);
    await this.toolbar.getByRole('button', { name: `Highlight in ${color}` }).click();
    await expect(this.marks.filter({ hasText: words })).toHaveAttribute('data-color', color);
  }

  /** The entry of a highlight in the list beside the abstract. */
  entry(words: string): Locator {
    return this.highlights.filter({ has: this.page.getByRole('button', { name: words }) });
  }

  /** The entry of a technique, with what speaks for it. */
  technique(name: string): Locator {
    return this.techniques.filter({ has: this.page.getByRole('link', { name: new RegExp(`^${name}\\s?,`) }) });
  }

  status(name: 'To read' | 'Reading' | 'Done'): Locator {
    return this.page.getByRole('main').getByRole('radiogroup', { name: 'Reading status' }).getByRole('radio', { name, exact: true });
  }

  /** The radio buttons lie under what is drawn of them; a person clicks on that. */
  async mark(name: 'To read' | 'Reading' | 'Done'): Promise<void> {
    await this.page.getByRole('main').getByRole('radiogroup', { name: 'Reading status' }).getByText(name, { exact: true }).click();
    await expect(this.status(name)).toBeChecked();
  }

  rating(stars: Stars): Locator {
    return this.page.getByRole('main').getByRole('radio', { name: starsNamed(stars) });
  }

  async rate(stars: Stars): Promise<void> {
    await this.page.getByRole('main').locator('label').filter({ has: this.page.getByRole('radio', { name: starsNamed(stars) }) }).click();
    await expect(this.rating(stars)).toBeChecked();
  }

  /** The row of tags or of collections under the title. */
  chips(label: 'Tags' | 'Collections'): Locator {
    return this.page.getByRole('main').getByRole('group', { name: label });
  }

  async addTag(tag: string): Promise<void> {
    const field = this.chips('Tags').getByRole('combobox', { name: 'Add a tag' });
    await field.fill(tag);
    await field.press('Enter');
    await expect(this.chips('Tags').getByRole('link', { name: tag, exact: true })).toBeVisible();
  }

  async addToCollection(name: string): Promise<void> {
    const field = this.chips('Collections').getByRole('combobox', { name: 'Add a collection' });
    await field.fill(name);
    await field.press('Enter');
    await expect(this.chips('Collections').getByRole('link', { name, exact: true })).toBeVisible();
  }

  field(label: string): Locator {
    return this.form.getByRole('textbox', { name: label, exact: true });
  }

  /** Fills in a field of the description and leaves it. */
  async describe(label: string, value: string): Promise<void> {
    await this.field(label).fill(value);
    await this.field(label).blur();
  }
}

const starsNamed = (stars: Stars): string => (stars === 1 ? '1 star' : `${stars} stars`);
