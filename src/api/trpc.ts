import { initTRPC, type TRPCError } from '@trpc/server';
import { z } from 'zod';
import type { App } from '../core/app';
import { DomainError, type ErrorCode } from '../core/errors';

/** Which host a window sits at, for the few places where it shows. */
export interface HostInfo {
  kind: 'electron' | 'browser';
  version: string;
  /** The folder of the library, as a path for people. */
  library: string;
}

export interface Context {
  app: App;
  host: HostInfo;
  /** The text of the sample digest that comes with Lectern. */
  sample: string;
}

/** What went wrong, for a program (`code`) and for the person (`message`). */
export interface Failure {
  code: ErrorCode;
  message: string;
}

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error }) => {
    const failure = failureOf(error);
    return { ...shape, message: failure.message, data: { code: shape.data.code, httpStatus: shape.data.httpStatus, failure } };
  },
});

export const router = t.router;
export const procedure = t.procedure;

/** The failure behind an error. What a stranger's text might contain (stack, paths of code) does not get out. */
export function failureOf(error: TRPCError): Failure {
  const { cause } = error;
  if (cause instanceof DomainError) return { code: cause.code, message: cause.message };
  if (cause instanceof z.ZodError) return { code: 'invalid-input', message: wordsFor(cause) };
  if (error.code === 'NOT_FOUND') return { code: 'not-found', message: 'Lectern was asked for something that it does not do.' };
  if (error.code === 'BAD_REQUEST') return { code: 'invalid-input', message: 'Lectern was asked for something that it does not understand.' };
  return { code: 'internal', message: 'Something went wrong inside Lectern. Your library is unchanged; try again.' };
}

function wordsFor(error: z.ZodError): string {
  const [issue] = error.issues;
  const place = issue?.path.join(' › ') ?? '';
  return `${place === '' ? 'The input' : `“${place}”`} is not right: ${issue?.message ?? 'unknown reason'}.`;
}
