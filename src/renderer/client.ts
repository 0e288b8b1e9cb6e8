import { createTRPCClient, createWSClient, TRPCClientError, wsLink } from '@trpc/client';
import { clientOver, failureIn, type Client } from '../api/messageLink';
import type { AppRouter } from '../api/router';
import type { Bridge } from '../preload/bridge';
import { useConnection } from './app/connection';

declare global {
  interface Window {
    /** Present in the desktop window only. */
    lectern?: Bridge;
  }
}

/** The bridge of the desktop window; undefined in a browser window. */
export const bridge = window.lectern;

/** The one place that knows which host the window is in. */
export const client: Client = bridge ? clientOver(bridge) : createTRPCClient<AppRouter>({ links: [socketLink()] });

function socketLink() {
  const url = new URL('/socket', window.location.href);
  url.protocol = 'ws:';
  return wsLink<AppRouter>({ client: createWSClient({
    url: url.href,
    onOpen: () => useConnection.setState({ lost: false }),
    onClose: () => useConnection.setState({ lost: true }),
  }) });
}

/** Whether `sendOnLeaving` can carry an input: browsers take at most 64 KiB from a page that is going. */
export function fitsLeaving(input: unknown): boolean {
  return new Blob([JSON.stringify(input)]).size <= 60_000;
}

/** Sends a mutation that outlives the page, for what must not be lost when a browser tab is closed. Answers whether it fits. */
export function sendOnLeaving(path: string, input: unknown): boolean {
  if (!fitsLeaving(input)) return false;
  const body = JSON.stringify(input);
  void fetch(`/api/${path}`, { method: 'POST', keepalive: true, headers: { 'Content-Type': 'application/json' }, body });
  return true;
}

/** Whether a call ended because it was cancelled. */
export function isCancelled(error: unknown): boolean {
  return failureIn(error)?.code === 'cancelled';
}

/** The words of a failure, fit to be shown. */
export function wordsOf(error: unknown): string {
  if (error instanceof TRPCClientError) return error.message;
  return error instanceof Error ? error.message : String(error);
}
