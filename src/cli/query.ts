import type { Client } from '../api/messageLink';
import { DomainError } from '../core/errors';

/** Says what is to be said about a query; one that is wrong is refused, so that it never finds more than was asked for. */
export async function checkQuery({ queries }: Client, query: string): Promise<void> {
  if (query === '') return;
  const findings = await queries.check.query({ query });
  const words = findings.map(({ start, end, reason }) => `${query.slice(start, end)}: ${reason}`);
  if (findings.some(({ kind }) => kind === 'error')) throw new DomainError('invalid-input', `The query is not right.\n${words.map((line) => `  ${line}`).join('\n')}`);
  if (words.length > 0) process.stderr.write(`${words.join('\n')}\n`);
}
