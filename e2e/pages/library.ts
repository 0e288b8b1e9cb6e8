import { expect, type Locator, type Page } from '@playwright/test';

export type ColumnName = 'Title' | 'Authors' | 'Year' | 'Venue' | 'Status' | 'Rating' | 'Techniques' | 'Tags' | 'Added';

/** A part of the library: the table of its papers, what narrows and orders it, and the details of the chosen paper. */
export class Library {
  readonly heading: Locator;
  /** `150 papers`. */
  readonly count: Locator;
  readonly filter: Locator;
  /** What can be put where something is being typed into the filter. */
  readonly suggestions: Locator;
  /** What is wrong with the filter, in words. */
  readonly findings: Locator;
  /** What the filter asks for, each with a button that takes it away. */
  readonly chips: Locator;
  /** Opens what the filter can be chosen from. */
  readonly filters: Locator;
  readonly saveFilter: Locator;
  /** Shows the details, or puts them away. */
  readonly paneSwitch: Locator;
  readonly exportPapers: Locator;
  /** Orders what is found by relevance, and says whether it is. */
  readonly byRelevance: Locator;
  readonly table: Locator;
  /** The rows on view, without the head. */
  readonly rows: Locator;
  /** The rows that are chosen. */
  readonly selected: Locator;
  /** What stands in place of an empty list. */
  readonly emptyTitle: Locator;
  readonly clearFilter: Locator;
  /** What can be done to several papers. */
  readonly bulkBar: Locator;
  readonly trashBar: Locator;
  readonly details: Details;
  readonly picker: Picker;

  constructor(private readonly page: Page) {
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1 });
    this.count = main.getByRole('status').filter({ hasText: /^[\d,]+ papers?$/ });
    this.filter = main.getByRole('combobox', { name: 'Filter the list' });
    this.suggestions = page.getByRole('listbox', { name: 'Filter the list: suggestions' });
    this.findings = main.getByRole('status').filter({ has: page.locator('code') });
    this.chips = main.getByRole('list', { name: 'What the filter asks for' });
    this.filters = main.getByRole('button', { name: 'Filters', exact: true });
    this.saveFilter = main.getByRole('button', { name: 'Save as smart collection' });
    this.paneSwitch = main.getByRole('button', { name: 'Details' });
    // The details and the bulk bar have one as well; the header's stands first.
    this.exportPapers = main.getByRole('button', { name: 'Export' }).first();
    this.table = main.getByRole('grid', { name: 'Papers' });
    this.byRelevance = this.table.getByRole('button', { name: 'Sort by relevance' });
    this.rows = this.table.getByRole('row').filter({ has: page.getByRole('gridcell') });
    this.selected = this.table.getByRole('row', { selected: true });
    this.emptyTitle = main.getByRole('heading', { level: 2 }).first();
    this.clearFilter = main.getByRole('button', { name: 'Clear the filter' }).last();
    this.bulkBar = main.getByRole('toolbar', { name: 'Selected papers' });
    this.trashBar = main.getByRole('toolbar', { name: 'Trash' });
    this.details = new Details(page);
    this.picker = new Picker(page);
  }

  row(title: string): Locator {
    const titled = this.rows.filter({ has: this.page.getByRole('gridcell', { name: title, exact: true }) });
    // Where words are looked for, a passage stands in the cell as well.
    return titled.or(this.rows.filter({ has: this.page.getByText(title, { exact: true }) }));
  }

  /** The titles on view, from the top down. */
  async titles(): Promise<string[]> {
    const placed = await this.rows.evaluateAll((rows) => rows.map((row) => ({
      at: Number(row.getAttribute('aria-rowindex')),
      title: row.querySelector('[data-title]')?.textContent ?? '',
    })));
    return placed.toSorted((a, b) => a.at - b.at).map(({ title }) => title);
  }

  async open(title: string): Promise<void> {
    await this.row(title).dblclick();
    await expect(this.heading).toHaveText(title);
  }

  async hideDetails(): Promise<void> {
    await this.paneSwitch.click();
    await expect(this.details.pane).toBeHidden();
  }

  head(column: ColumnName): Locator {
    return this.table.getByRole('columnheader', { name: column });
  }

  async sortBy(column: ColumnName): Promise<void> {
    await this.head(column).getByRole('button', { name: column, exact: true }).click();
  }

  /** Shows a column or takes it away. */
  async toggleColumn(column: ColumnName): Promise<void> {
    await this.page.getByRole('button', { name: 'Columns' }).click();
    await this.page.getByRole('menuitemcheckbox', { name: column }).click();
    await this.page.keyboard.press('Escape');
  }
}

/** The pane beside the table. */
export class Details {
  readonly pane: Locator;
  readonly title: Locator;
  readonly open: Locator;
  readonly addTag: Locator;
  readonly addToCollection: Locator;
  readonly related: Locator;

  constructor(page: Page) {
    this.pane = page.getByRole('complementary', { name: 'Details' });
    this.title = this.pane.getByRole('heading', { level: 2 });
    this.open = this.pane.getByRole('button', { name: 'Open' });
    this.addTag = this.pane.getByRole('button', { name: 'Add a tag' });
    this.addToCollection = this.pane.getByRole('button', { name: 'Add to a collection' });
    this.related = this.pane.getByRole('list', { name: 'Related papers' });
  }
}

/** The small dialog that takes a tag or a collection, or makes a new one. */
export class Picker {
  readonly field: Locator;

  constructor(private readonly page: Page) {
    this.field = page.getByRole('dialog').getByRole('combobox');
  }

  option(name: string | RegExp): Locator {
    return this.page.getByRole('dialog').getByRole('option', { name });
  }

  /** Types a name and takes the first that is offered for it. */
  async take(name: string): Promise<void> {
    await this.field.fill(name);
    await this.field.press('Enter');
    await expect(this.field).toBeHidden();
  }
}
