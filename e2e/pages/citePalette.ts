import type { Locator, Page } from '@playwright/test';
import type { Lectern } from '../fixtures';

export type CopyForm = 'Citation' | 'Entry' | '\\cite{}' | '[@key]' | 'Key' | 'Link';

/** The palette that cites: a window of its own on the desktop, a dialog in the browser. */
export class CitePalette {
  readonly root: Locator;
  readonly field: Locator;
  readonly options: Locator;
  readonly active: Locator;
  readonly gathered: Locator;
  /** What would be copied. */
  readonly preview: Locator;
  readonly copy: Locator;
  /** Desktop only: opens the choice of keys. */
  readonly keys: Locator;

  constructor(readonly page: Page, { host }: Pick<Lectern, 'host'>) {
    this.root = host === 'electron' ? page.getByRole('main', { name: 'Cite' }) : page.getByRole('dialog', { name: 'Cite' });
    this.field = this.root.getByRole('combobox', { name: 'Find papers to cite' });
    this.options = this.root.getByRole('listbox', { name: 'Papers' }).getByRole('option');
    this.active = this.root.getByRole('option', { selected: true });
    this.gathered = this.root.getByRole('list', { name: 'Gathered papers' }).getByRole('listitem');
    this.preview = this.root.getByRole('status', { name: 'What is copied' });
    this.copy = this.root.getByRole('button', { name: /^Copy/ });
    this.keys = this.root.getByRole('button', { name: 'Keys of the palette' });
  }

  form(name: CopyForm): Locator {
    return this.root.getByRole('radio', { name, exact: true });
  }

  async choose(name: CopyForm): Promise<void> {
    await this.root.getByRole('radiogroup', { name: 'What to copy' }).getByText(name, { exact: true }).click();
  }
}

/** Opens the palette by its keys; `page` is the library's window. */
export async function openPalette(lectern: Lectern, page: Page): Promise<CitePalette> {
  if (lectern.host === 'browser') {
    await page.keyboard.press('ControlOrMeta+Alt+k');
    return new CitePalette(page, lectern);
  }
  const known = lectern.electron.windows().find((window) => window.url().includes('palette.html'));
  const [window] = known === undefined ? await Promise.all([lectern.electron.waitForEvent('window'), page.keyboard.press('ControlOrMeta+Alt+k')]) : [known, await page.keyboard.press('ControlOrMeta+Alt+k')];
  return new CitePalette(window, lectern);
}
