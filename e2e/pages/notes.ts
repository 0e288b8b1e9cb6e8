import { expect, type Locator, type Page } from '@playwright/test';

/** The notes of a paper: their list, and the one that is open. */
export class Notes {
  readonly newNote: Locator;
  readonly list: Locator;
  readonly title: Locator;
  readonly text: Locator;
  readonly preview: Locator;
  /** `Saved`, `Saving…` or why it is not. */
  readonly state: Locator;
  readonly remove: Locator;

  constructor(private readonly page: Page) {
    const main = page.getByRole('main');
    const note = main.getByRole('region', { name: 'Note', exact: true });
    this.newNote = main.getByRole('button', { name: 'New note' });
    this.list = main.getByRole('list', { name: 'Notes of this paper' }).getByRole('listitem');
    this.title = note.getByRole('textbox', { name: 'Note title' });
    this.text = note.getByRole('textbox', { name: 'Note text' });
    this.preview = note.getByRole('region', { name: 'Preview of the note' });
    this.state = note.getByRole('status');
    this.remove = note.getByRole('button', { name: 'Delete note' });
  }

  layout(name: 'Edit' | 'Edit and preview' | 'Preview'): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Begins a note; its editor takes the focus as soon as it stands. */
  async create(): Promise<void> {
    await this.newNote.click();
    await expect(this.text).toBeFocused();
  }

  /** Types at the end of the note, key by key. */
  async type(text: string): Promise<void> {
    await this.text.press('ControlOrMeta+End');
    await this.text.pressSequentially(text);
  }

  async saved(): Promise<void> {
    await expect(this.state).toHaveText('Saved');
  }

  /** The Markdown as the editor has it, line by line. */
  async source(): Promise<string> {
    return (await this.text.locator('.cm-line').allInnerTexts()).map((line) => line.replace(/\n$/, '')).join('\n');
  }
}
