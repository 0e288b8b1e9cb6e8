import { notifications } from '@mantine/notifications';
import { act, announce } from '../../app/act';
import { readFiles } from '../../app/files';
import { useStylePreferences } from '../../app/stylePreferences';
import { client } from '../../client';
import { refreshStyles } from './styleQueries';

/** Adds the style in the file that was chosen, and says why it could not where it could not. */
export async function addStyle(input: HTMLInputElement, onAdded: (id: string) => void): Promise<void> {
  const { sources, refused } = await readFiles([...(input.files ?? [])]);
  // The same file may be chosen again once it has been mended.
  Object.assign(input, { value: '' });
  for (const { name, reason } of refused) refuse(name, reason);
  for (const { fileName, text } of sources) await addText({ name: fileName, text }, onAdded);
}

async function addText(file: { name: string; text: string }, onAdded: (id: string) => void): Promise<void> {
  const added = await act(() => client.styles.add.mutate(file));
  if (added === undefined) return;
  if (added.kind === 'refused') {
    refuse(file.name, added.reason);
    return;
  }
  await refreshStyles();
  onAdded(added.style.id);
  const { replaced, style } = added;
  if (replaced === null) notifications.show({ message: `Added “${style.title}”`, autoClose: 4000 });
  else announce(`Replaced “${style.title}”`, () => addText({ name: style.id.slice(4), text: replaced }, onAdded));
}

/** Removes a style from the library at once, and offers to put it back. */
export async function removeStyle(id: string, title: string, { onRemoved, onPutBack }: { onRemoved: () => void; onPutBack: (id: string) => void }): Promise<void> {
  const file = await act(() => client.styles.remove.mutate(id));
  if (file === undefined) return;
  onRemoved();
  useStylePreferences.getState().forget(id);
  await refreshStyles();
  if (file !== null) announce(`Removed “${title}”`, () => addText(file, onPutBack));
}

function refuse(name: string, reason: string): void {
  notifications.show({ color: 'red', title: `${name} was not added`, message: reason, autoClose: 10_000 });
}
