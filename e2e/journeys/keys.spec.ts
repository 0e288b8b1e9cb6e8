import { expect, test } from '../fixtures';
import { CitationKeys } from '../pages/citationKeys';
import { Library } from '../pages/library';
import { LibraryMenu } from '../pages/libraryMenu';
import { Messages } from '../pages/messages';
import { Paper } from '../pages/paper';
import { shelf, stock } from '../support/shelf';

const { bits, halves, teacher } = shelf;

test('a pattern is tried on the papers, kept, and used for chosen papers but not for pinned ones', async ({ lectern }) => {
  await stock(lectern);
  const page = await lectern.open();
  const library = new Library(page);
  const paper = new Paper(page);
  const keys = new CitationKeys(page);
  const messages = new Messages(page);

  await library.open(teacher.title);
  await paper.tab('Details').click();
  const pin = paper.form.getByRole('button', { name: 'Pin the citation key' });
  await expect(pin).toHaveAttribute('aria-pressed', 'false');
  await pin.click();
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await paper.back.click();

  await new LibraryMenu(page).choose('Citation keys…');
  await expect(keys.examples.filter({ hasText: bits.title })).toContainText('osei2023quantization');
  await keys.pattern.fill('[auth][yaer]');
  await expect(keys.dialog.getByText('Column 8: There is no piece “yaer”')).toBeVisible();
  await expect(keys.keep).toBeDisabled();
  await keys.pattern.fill('[auth]');
  await keys.piece('[shortyear]').click();
  await expect(keys.pattern).toHaveValue('[auth][shortyear]');
  await expect(keys.examples.filter({ hasText: bits.title })).toContainText('Osei23');
  await keys.keep.click();
  await expect(messages.saying('Changed how citation keys are made')).toBeVisible();
  await keys.close.click();

  await library.row(bits.title).click();
  await library.row(teacher.title).click({ modifiers: ['ControlOrMeta'] });
  await library.row(halves.title).click({ modifiers: ['ControlOrMeta'] });
  await library.bulkBar.getByRole('button', { name: 'Regenerate citation keys…' }).click();
  await expect(keys.changes).toHaveCount(2);
  await expect(keys.regeneration).toContainText('1 pinned');
  await keys.pinnedToo.check();
  await expect(keys.changes).toHaveCount(3);
  await keys.pinnedToo.uncheck();
  await expect(keys.changes).toHaveCount(2);
  await keys.regenerate.click();
  await expect(keys.regeneration).toBeHidden();
  await expect(messages.saying('Regenerated 2 citation keys')).toBeVisible();

  await library.row(bits.title).click();
  await expect(library.details.pane).toContainText('Osei23');
  await library.row(teacher.title).click();
  await expect(library.details.pane).toContainText('mbeki2020teacher');
  await messages.undo('Regenerated 2 citation keys').click();
  await library.row(bits.title).click();
  await expect(library.details.pane).toContainText('osei2023quantization');
});

test('a key that is typed is pinned', async ({ lectern }) => {
  await stock(lectern, [halves]);
  const page = await lectern.open();
  await new Library(page).open(halves.title);
  const paper = new Paper(page);
  await paper.tab('Details').click();
  const key = paper.form.getByRole('textbox', { name: 'Citation key' });
  await key.fill('novak:halves');
  await key.press('Enter');
  await expect(paper.form.getByRole('button', { name: 'Pin the citation key' })).toHaveAttribute('aria-pressed', 'true');
});
