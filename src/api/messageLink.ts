import { createTRPCClient, TRPCClientError, type TRPCClient, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { Reply, Request } from './messages';
import type { AppRouter } from './router';
import type { Failure } from './trpc';

/** The client's end of a message channel. */
export interface Channel {
  send(message: unknown): unknown;
  /** Calls `listener` with every message of the host. */
  listen(listener: (message: unknown) => void): void;
  /** Calls `listener` when the host can no longer be reached, where that can happen. */
  onClosed?(listener: () => void): void;
}

export type Client = TRPCClient<AppRouter>;

/** The calls of the API over a message channel. */
export function clientOver(channel: Channel): Client {
  return createTRPCClient<AppRouter>({ links: [messageLink(channel)] });
}

const gone: Failure = { code: 'cancelled', message: 'Lectern was closed before it answered. Look whether the change was made, and try again.' };

function messageLink(channel: Channel): TRPCLink<AppRouter> {
  const calls = new Map<number, (reply: Reply) => void>();
  let last = 0;
  let closed = false;
  channel.listen((message) => {
    const reply = message as Reply;
    calls.get(reply.id)?.(reply);
  });
  channel.onClosed?.(() => {
    closed = true;
    for (const [id, answer] of calls) answer({ id, kind: 'error', failure: gone });
  });

  return () => ({ op }) => observable((observer) => {
    if (closed) {
      observer.error(clientError(gone));
      return;
    }
    const id = (last += 1);
    calls.set(id, (reply) => {
      if (reply.kind === 'data') {
        observer.next({ result: { type: 'data', data: reply.data } });
        if (op.type === 'subscription') return;
      }
      calls.delete(id);
      if (reply.kind === 'error') observer.error(clientError(reply.failure));
      else observer.complete();
    });
    channel.send({ id, kind: op.type, path: op.path, input: op.input } satisfies Request);
    return () => {
      if (calls.delete(id)) channel.send({ id, kind: 'stop' } satisfies Request);
    };
  });
}

function clientError(failure: Failure): TRPCClientError<AppRouter> {
  return new TRPCClientError(failure.message, { result: { error: { code: -32603, message: failure.message, data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500, failure } } } });
}

/** The failure that a call ended with; null for an error of another kind. */
export function failureIn(error: unknown): Failure | null {
  return error instanceof TRPCClientError ? ((error as TRPCClientError<AppRouter>).data?.failure ?? null) : null;
}
