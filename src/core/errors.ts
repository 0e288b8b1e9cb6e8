export type ErrorCode =
  | 'not-found'
  | 'invalid-input'
  | 'conflict'
  | 'unreadable'
  | 'library-in-use'
  | 'library-damaged'
  | 'library-too-new'
  | 'disk'
  | 'cancelled'
  | 'internal';

/**
 * A broken promise: something that should have held does not. `message` is written for the person at
 * the screen and says what to do next; `code` is for programs; `cause` keeps what happened underneath.
 */
export class DomainError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'DomainError';
    this.code = code;
  }
}

/** The end of a switch over a union that the compiler knows to be complete. */
export function assertNever(value: never): never {
  throw new DomainError('internal', `Lectern met a case it does not know: ${JSON.stringify(value)}. Please report this.`);
}
