import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import type { BoundView } from '../../../core/bindings';
import { useDialog } from '../../app/dialogs';
import { useBindings } from '../../app/queries';
import { fileOf } from './words';

/** Asks what shall be done with files that someone else has changed, wherever the person is in the window. */
export function ChangedElsewhere() {
  const { data: bindings } = useBindings();
  const foreign = bindings?.filter(({ state }) => state.kind === 'foreign') ?? [];
  const known = foreign.map(({ id }) => id).join(' ');
  useEffect(() => {
    const shown = foreign.map(ask);
    return () => { for (const id of shown) notifications.hide(id); };
    // oxlint-disable-next-line react/exhaustive-deps -- which files they are is what counts, not which answer of the host told of them
  }, [known]);
  return null;
}

function ask({ id, path }: BoundView): string {
  const shown = `foreign-${id}`;
  notifications.show({
    id: shown, color: 'yellow', autoClose: false, title: `${fileOf(path)} was changed by someone else`,
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">It is left as it is until you say what shall be done.</Text>
        <Button size="compact-sm" variant="light" flex="none" onClick={() => { notifications.hide(shown); useDialog.getState().open({ kind: 'bindings' }); }}>Choose…</Button>
      </Group>
    ),
  });
  return shown;
}
