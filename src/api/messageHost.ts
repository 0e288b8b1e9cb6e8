import { callTRPCProcedure, getTRPCErrorFromUnknown, TRPCError } from '@trpc/server';
import { z } from 'zod';
import type { Reply, Request } from './messages';
import { appRouter } from './router';
import { failureOf, type Context } from './trpc';

const Id = z.number().int().nonnegative();
const RequestSchema: z.ZodType<Request> = z.discriminatedUnion('kind', [
  z.strictObject({ id: Id, kind: z.enum(['query', 'mutation', 'subscription']), path: z.string().max(100), input: z.unknown().optional() }),
  z.strictObject({ id: Id, kind: z.literal('stop') }),
]);

/** The host's end of a message channel, served by the router. */
export interface MessageHost {
  /** Takes a message as it came. What is not a request is refused without an answer; the result says whether it was one. */
  receive(message: unknown): boolean;
  /** Ends all subscriptions. */
  close(): void;
}

/** `reply` may resolve when the other side can take more; subscriptions wait for that. */
export function createMessageHost(context: Context, reply: (reply: Reply) => void | Promise<void>): MessageHost {
  const running = new Map<number, AbortController>();

  async function call({ id, kind, path, input }: Exclude<Request, { kind: 'stop' }>): Promise<void> {
    const abort = new AbortController();
    running.set(id, abort);
    try {
      const result: unknown = await callTRPCProcedure({
        router: appRouter, path, getRawInput: () => Promise.resolve(input), ctx: context, type: kind, signal: abort.signal, batchIndex: 0,
      });
      if (kind === 'subscription') await stream(id, result as AsyncIterable<unknown>, abort.signal);
      else await reply({ id, kind: 'data', data: result });
    } catch (cause) {
      await reply({ id, kind: 'error', failure: failureOf(cause instanceof TRPCError ? cause : getTRPCErrorFromUnknown(cause)) });
    } finally {
      running.delete(id);
    }
  }

  async function stream(id: number, source: AsyncIterable<unknown>, signal: AbortSignal): Promise<void> {
    for await (const data of source) {
      if (signal.aborted) break;
      await reply({ id, kind: 'data', data });
    }
    await reply({ id, kind: 'complete' });
  }

  return {
    receive(message) {
      const request = RequestSchema.safeParse(message);
      if (!request.success) return false;
      if (request.data.kind === 'stop') running.get(request.data.id)?.abort();
      else void call(request.data);
      return true;
    },
    close() {
      for (const abort of running.values()) abort.abort();
    },
  };
}
