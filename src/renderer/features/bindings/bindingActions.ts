import type { BoundView } from '../../../core/bindings';
import { act } from '../../app/act';
import { useDialog } from '../../app/dialogs';
import { client } from '../../client';
import { fileOf } from './words';

/** What can be done to a file that is kept up to date. A failure has been shown by the time that each answers. */
export const bindingActions = {
  pause: ({ id }: BoundView) => act(() => client.bindings.change.mutate({ id, fields: { on: false }, over: false })),
  goOn: ({ id }: BoundView) => act(() => client.bindings.change.mutate({ id, fields: { on: true }, over: false })),
  unbind: ({ id, path }: BoundView) => act(() => client.bindings.unbind.mutate(id), `${fileOf(path)} is no longer kept up to date, and stays as it is`),
  overwrite: ({ id }: BoundView) => act(() => client.bindings.takeOver.mutate({ id, over: true })),
  writeHere: ({ id }: BoundView) => act(() => client.bindings.takeOver.mutate({ id, over: false })),
  tryAgain: () => act(() => client.bindings.check.mutate()),
  /** Shows what someone else has put into the file as an import, from which what is new can be taken over. */
  importTheirs: ({ id, path }: BoundView) => act(async () => {
    const text = await client.bindings.theirs.query(id);
    useDialog.getState().open({ kind: 'import', sources: [{ text, fileName: fileOf(path) }] });
  }),
};
