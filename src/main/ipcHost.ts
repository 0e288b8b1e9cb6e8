import { ipcMain, type WebContents } from 'electron';
import { createMessageHost, type MessageHost } from '../api/messageHost';
import type { Context } from '../api/trpc';
import { isTrusted } from './addresses';

/** Serves the router to the windows, each with its own context. Only the main frame of a window at our own page is listened to. */
export function serveWindows(contextOf: (sender: WebContents) => Context | undefined): void {
  const hosts = new Map<WebContents, MessageHost>();
  ipcMain.on('lectern:message', (event, message: unknown) => {
    if (!isTrusted(event)) return;
    hostOf(event.sender)?.receive(message);
  });

  function hostOf(sender: WebContents): MessageHost | undefined {
    const known = hosts.get(sender);
    const context = contextOf(sender);
    if (known !== undefined || context === undefined) return known;
    const host = createMessageHost(context, (reply) => { if (!sender.isDestroyed()) sender.send('lectern:message', reply); });
    hosts.set(sender, host);
    const leave = (): void => {
      host.close();
      hosts.delete(sender);
    };
    sender.once('destroyed', leave);
    sender.once('did-navigate', leave); // a page that was loaded anew starts its calls anew
    return host;
  }
}
