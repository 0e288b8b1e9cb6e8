import { createMessageHost } from './messageHost';
import type { Greeting } from './messages';
import type { Context } from './trpc';

/** A channel to another process. */
interface Peer {
  send(message: unknown): Promise<void>;
  listen(listener: (message: unknown) => void): void;
  onClosed(listener: () => void): void;
  close(): void;
}

/** Serves the router to other processes. Those that come before the library can be served wait. */
export interface Peers {
  enter(peer: Peer): void;
  serve(context: Context): void;
}

export function createPeers(): Peers {
  let serve: (context: Context) => void = () => undefined;
  const served = new Promise<Context>((resolve) => { serve = resolve; });
  return {
    enter(peer) {
      void served.then((context) => servePeer(context, peer));
    },
    serve(context) {
      const begin = (): void => serve(context);
      context.app.ready.then(begin, begin); // of a library that cannot be read, each call says why
    },
  };
}

/** Serves one peer until it leaves. One that sends anything but requests is cut off. */
function servePeer(context: Context, peer: Peer): void {
  const host = createMessageHost({ ...context, namesFiles: true }, (reply) => peer.send(reply));
  peer.onClosed(() => host.close());
  void peer.send({ kind: 'serving' } satisfies Greeting);
  peer.listen((message) => { if (!host.receive(message)) peer.close(); });
}
