import { callTRPCProcedure, getTRPCErrorFromUnknown, TRPCError } from '@trpc/server';
import { z } from 'zod';
import type { Reply, Request } from './messages';
import { appRouter } from './router';
import { failureOf, type Context } from './trpc';

const Id = z.number().int().nonnegative();
const RequestSchema: z.ZodType<Request> = z.discriminatedUnion('kind', [
  z.strictObject({ id: Id, kind: z.enum(['query', 'mutation', 'subscription']), path: z.string().max(100), input: z.unknown() }),
  z.strictObject({ id: Id, kind: z.literal('stop') }),
]);

/** One window's end of a message channel, served by the router. */
export interface MessageHost {
  /** Takes a message as it came from the window; what is not a request is refused without an answer. */
  receive(message: unknown): void;
  /** Ends all subscriptions of the window. */
  close(): void;
}

export function createMessageHost(context: Context, reply: (reply: Reply) => void): MessageHost {
  const running = new Map<number, AbortController>();

  async function call({ id, kind, path, input }: Exclude<Request, { kind: 'stop' }>): Promise<void> {
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const result: unknown = await callTRPCProcedure({
        router: appRouter, path, getRawInput: () => Promise.resolve(input), ctx: context, type: kind, signal: abort.signal, batchIndex: 0,
      });
      if (kind === 'subscription') await stream(id, result as AsyncIterable<unknown>, abort.signal);
      else reply({ id, kind: 'data', data: result });
    } catch (cause) {
      reply({ id, kind: 'error', failure: failureOf(cause instanceof TRPCError ? cause : getTRPCErrorFromUnknown(cause)) });
    } finally {
      running.delete(id);
    }
  }

  async function stream(id: number, source: AsyncIterable<unknown>, signal: AbortSignal): Promise<void> {
    for await (const data of source) {
      if (signal.aborted) break;
      reply({ id, kind: 'data', data });
    }
    reply({ id, kind: 'complete' });
  }

  return {
    receive(message) {
      const request = RequestSchema.safeParse(message);
      if (!request.success) return;
      if (request.data.kind === 'stop') running.get(request.data.id)?.abort();
      else void call(request.data);
    },
    close() {
      for (const abort of running.values()) abort.abort();
    },
  };
}
