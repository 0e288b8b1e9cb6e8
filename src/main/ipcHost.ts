import { ipcMain, type WebContents } from 'electron';
import { createMessageHost } from '../api/messageHost';
import type { Context } from '../api/trpc';
import { isTrusted } from './addresses';

/**
 * Serves the router to the windows, each with its own context. A page brings a channel of its own, which ends with it.
 * Only the main frame of a window at our own page is listened to.
 */
export function serveWindows(contextOf: (sender: WebContents) => Context | undefined): void {
  ipcMain.on('lectern:connect', (event) => {
    const [port] = event.ports;
    const context = contextOf(event.sender);
    if (port === undefined || context === undefined || !isTrusted(event)) return;
    const host = createMessageHost(context, (reply) => port.postMessage(reply));
    port.on('message', ({ data }) => { host.receive(data); });
    port.once('close', () => host.close());
    port.start();
  });
}
