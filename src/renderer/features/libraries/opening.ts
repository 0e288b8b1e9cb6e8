import { notifications } from '@mantine/notifications';
import type { OpenedLibrary } from '../../../api/trpc';
import { act } from '../../app/act';
import { bridge, client } from '../../client';
import { nameOf } from './places';

/** Opens the library in a folder. A failure is shown in its own words. */
export async function openLibrary(folder: string): Promise<boolean> {
  const opened = await act(() => client.host.open.mutate({ folder }));
  if (!opened) return false;
  show(opened);
  return true;
}

/** Lets the person choose a folder in the desktop's own dialog, and opens the library in it. */
export async function chooseLibrary(): Promise<void> {
  const opened = await act(() => client.host.choose.mutate());
  if (opened) show(opened);
}

/**
 * Goes where a library is open. A desktop window is in front already. A browser window goes there itself,
 * so that its back button leads back; a desktop window leaves that to the system's browser.
 */
function show({ folder, address }: OpenedLibrary): void {
  if (address === null) return;
  if (bridge === undefined) {
    window.location.assign(address);
    return;
  }
  window.open(address, '_blank', 'noopener,noreferrer');
  notifications.show({ message: `“${nameOf(folder)}” is open in the browser already, and is shown there.`, autoClose: 8000 });
}
