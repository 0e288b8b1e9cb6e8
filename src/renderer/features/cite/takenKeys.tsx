import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { asShortcut } from '../../../core/hotkey';
import { run } from '../../app/commands';
import { isMac, keyNames } from '../../app/keyNames';
import { queryClient } from '../../app/queries';
import { bridge, client } from '../../client';

export const paletteKey = ['palette keys'] as const;

/** Says in a desktop window that its host could not have the keys of the palette, with the way to others. */
export async function tellOfTakenKeys(): Promise<void> {
  if (bridge === undefined) return;
  const state = await queryClient.query({ queryKey: paletteKey, queryFn: () => client.host.palette.state.query() });
  if (state === null || state.hotkey === null || !state.taken) return;
  const id = notifications.show({
    autoClose: 20_000,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{keyNames(asShortcut(state.hotkey), isMac).join('+')} belongs to another program. It does not open the cite palette.</Text>
        <Button size="compact-sm" variant="light" onClick={() => { notifications.hide(id); run('cite-keys'); }}>Choose others</Button>
      </Group>
    ),
  });
}
