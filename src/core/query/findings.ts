import { DomainError } from '../errors';

/**
 * Something about a piece of a query, by its place in the text (UTF-16 code units), in words. An `error` is left
 * out of the query, or guessed at where only its end is missing; with a `hint` the piece holds, if perhaps not as it was meant.
 */
export interface Finding {
  kind: 'error' | 'hint';
  start: number;
  end: number;
  reason: string;
}

export const isError = ({ kind }: Finding): boolean => kind === 'error';

/** Throws `invalid-input` with what is wrong in a query, if something is. */
export function refuseWrong(query: string, findings: readonly Finding[]): void {
  const wrong = findings.find(isError);
  if (wrong !== undefined) throw new DomainError('invalid-input', `Something is wrong with “${query.slice(wrong.start, wrong.end)}” in the query “${query}”: ${wrong.reason}`);
}
