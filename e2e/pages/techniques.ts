import type { Locator, Page } from '@playwright/test';

/** The pages about techniques: one of them, how they meet, the doubtful memberships, the taxonomy. */
export class Techniques {
  readonly heading: Locator;
  /** The menu of the sidebar that leads to the pages. */
  readonly menu: Locator;
  readonly papers: Locator;
  readonly related: Locator;
  readonly parts: Locator;
  readonly grid: Locator;
  readonly question: Locator;
  readonly answers: Locator;
  readonly tree: Locator;
  readonly dialog: Locator;

  constructor(private readonly page: Page) {
    const main = page.getByRole('main');
    this.heading = main.getByRole('heading', { level: 1 });
    this.menu = page.getByRole('navigation', { name: 'Library' }).getByRole('button', { name: 'Views of techniques' });
    this.papers = main.getByRole('region', { name: /with evidence$/ }).getByRole('listitem');
    this.related = main.getByRole('region', { name: 'Related techniques' });
    this.parts = main.getByRole('region', { name: 'Parts' });
    this.grid = main.getByRole('grid');
    this.question = main.getByRole('article');
    this.answers = main.getByRole('group', { name: 'Answer' });
    this.tree = main.getByRole('tree', { name: 'Taxonomy' });
    this.dialog = page.getByRole('dialog');
  }

  async go(view: 'Review doubtful ones' | 'Compare techniques' | 'Edit the taxonomy'): Promise<void> {
    await this.menu.click();
    await this.page.getByRole('menuitem', { name: view }).click();
  }

  cell(name: string): Locator {
    return this.grid.getByRole('gridcell', { name });
  }

  line(name: string): Locator {
    return this.tree.getByRole('treeitem').filter({ hasText: new RegExp(`^${name}(changed|yours|retired)?$`) });
  }

  editor(name: string): Locator {
    return this.page.getByRole('main').getByRole('region', { name: `The technique ${name}` });
  }
}
