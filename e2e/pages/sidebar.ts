import type { Locator, Page } from '@playwright/test';

/** The parts of the library, the collections, and what can be done from everywhere. */
export class Sidebar {
  readonly nav: Locator;
  readonly importPapers: Locator;
  readonly addByHand: Locator;
  readonly undo: Locator;
  readonly redo: Locator;
  readonly newCollection: Locator;
  readonly tree: Locator;
  /** The field in which a collection is given its name. */
  readonly nameField: Locator;

  constructor(private readonly page: Page) {
    this.nav = page.getByRole('navigation', { name: 'Library' });
    this.importPapers = this.nav.getByRole('button', { name: 'Import' });
    this.addByHand = this.nav.getByRole('button', { name: 'Add a paper by hand' });
    this.undo = this.nav.getByRole('button', { name: 'Undo' });
    this.redo = this.nav.getByRole('button', { name: 'Redo' });
    this.newCollection = this.nav.getByRole('button', { name: 'New collection' });
    this.tree = this.nav.getByRole('tree', { name: 'Collections' });
    this.nameField = this.tree.getByRole('textbox', { name: /^Name of the/ });
  }

  /** The link to a part of the library: All papers, a status, a technique, a tag or the trash. Its text ends with the count. */
  scope(name: string): Locator {
    return this.nav.getByRole('link', { name: new RegExp(`^${escaped(name)}\\s?[\\d,]*$`) });
  }

  technique(name: string): Locator {
    return this.nav.getByRole('region', { name: 'Techniques' }).getByRole('link', { name: new RegExp(`^${escaped(name)}\\s?[\\d,/]*$`) });
  }

  collection(name: string): Locator {
    return this.tree.getByRole('treeitem').filter({ hasText: new RegExp(`^${escaped(name)}\\s?[\\d,]*$`) });
  }

  async createCollection(name: string): Promise<void> {
    await this.newCollection.click();
    await this.nameField.fill(name);
    await this.nameField.press('Enter');
    await this.collection(name).waitFor();
  }

  /** Opens the context menu of a collection and takes one of its entries. */
  async inMenuOf(collection: string, entry: string | RegExp): Promise<void> {
    await this.collection(collection).click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: entry }).click();
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
