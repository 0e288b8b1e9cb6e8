import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

/** Says what was done to a file of the library, which the library's own undo knows nothing of, with the way back beside it. */
export function offerUndo(done: string, undo: () => Promise<void>): void {
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{done}</Text>
        <Button size="compact-sm" variant="light" onClick={() => { notifications.hide(id); void undo(); }}>Undo</Button>
      </Group>
    ),
    autoClose: 8000,
  });
}
