import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { Reply, Request } from '../api/messages';
import type { AppRouter } from '../api/router';
import type { Bridge } from '../preload/bridge';

type Listener = (reply: Reply) => void;

/** Carries calls over the channel of the desktop window. */
export function ipcLink(bridge: Bridge): TRPCLink<AppRouter> {
  const calls = new Map<number, Listener>();
  let last = 0;
  bridge.listen((message) => {
    const reply = message as Reply;
    calls.get(reply.id)?.(reply);
  });
  const send = (request: Request): void => bridge.send(request);

  return () => ({ op }) => observable((observer) => {
    const id = (last += 1);
    calls.set(id, (reply) => {
      if (reply.kind === 'data') {
        observer.next({ result: { type: 'data', data: reply.data } });
        if (op.type === 'subscription') return;
      }
      calls.delete(id);
      if (reply.kind === 'error') observer.error(clientError(reply));
      else observer.complete();
    });
    send({ id, kind: op.type, path: op.path, input: op.input });
    return () => {
      if (calls.delete(id)) send({ id, kind: 'stop' });
    };
  });
}

function clientError({ failure }: Extract<Reply, { kind: 'error' }>): TRPCClientError<AppRouter> {
  return new TRPCClientError(failure.message, { result: { error: { code: -32603, message: failure.message, data: { code: 'INTERNAL_SERVER_ERROR', httpStatus: 500, failure } } } });
}
