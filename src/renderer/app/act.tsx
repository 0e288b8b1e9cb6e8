import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { client, wordsOf } from '../client';

/**
 * Carries out something a person asked for. A failure is shown in its own words; a success is
 * announced where `done` says so, with an undo beside it, because nothing is asked twice here.
 */
export async function act<T>(work: () => Promise<T>, done?: string): Promise<T | undefined> {
  try {
    const result = await work();
    if (done !== undefined) announce(done);
    return result;
  } catch (error) {
    notifications.show({ color: 'red', title: 'That did not work', message: wordsOf(error), autoClose: 10_000 });
    return undefined;
  }
}

/** Says that something is done, with the way back beside it: the library's own undo, unless what was done is none of its steps. */
export function announce(done: string, wayBack: () => Promise<void> = undo): void {
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{done}</Text>
        <Button size="compact-sm" variant="light" onClick={() => { notifications.hide(id); void wayBack(); }}>Undo</Button>
      </Group>
    ),
    autoClose: 8000,
  });
}

export async function undo(): Promise<void> {
  const undone = await act(() => client.library.undo.mutate());
  if (undone) notifications.show({ message: undone.kind === 'done' ? `Undone: ${undone.label}` : 'There is nothing to undo.', autoClose: 4000 });
}

export async function redo(): Promise<void> {
  const redone = await act(() => client.library.redo.mutate());
  if (redone) notifications.show({ message: redone.kind === 'done' ? `Done again: ${redone.label}` : 'There is nothing to redo.', autoClose: 4000 });
}
