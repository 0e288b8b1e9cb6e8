import type { Client } from '../api/messageLink';
import { shownTitle } from '../core/model';
import { exitCodes, type ExitCode } from './exitCodes';
import { print } from './output';
import { inPages } from './pages';
import { checkQuery } from './query';

/** As many as the API gives at once. */
const ROWS_A_PAGE = 500;

interface Options { limit: number; json?: boolean }

export async function search(client: Client, query: string, { limit, json = false }: Options): Promise<ExitCode> {
  await checkQuery(client, query);
  const found = await client.queries.ranked.query({ query, limit });
  if (json) await print(`${JSON.stringify(found)}\n`);
  else await printRows(client, found, ({ snippets: [best], whole }) => `${whole ? '' : '(some of the words) '}${best?.page === undefined ? '' : `p. ${best.page}: `}${best?.passage.replace(/\s+/g, ' ') ?? ''}`);
  return found.length > 0 ? exitCodes.done : exitCodes.nothingDone;
}

export async function related(client: Client, name: string, { limit, json = false }: Options): Promise<ExitCode> {
  const id = await client.papers.named.query(name);
  const found = await client.queries.related.query({ papers: [id], limit });
  if (json) await print(`${JSON.stringify(found)}\n`);
  else await printRows(client, found, ({ terms, techniques, authors, tags }) => [...techniques, ...authors, ...tags, ...terms].join(', '));
  return found.length > 0 ? exitCodes.done : exitCodes.nothingDone;
}

/** A row for each paper, and below it why it is there. */
async function printRows<Found extends { id: Parameters<Client['papers']['rows']['query']>[0][number] }>(client: Client, found: readonly Found[], why: (one: Found) => string): Promise<void> {
  const reasons = new Map(found.map((one) => [one.id, why(one)]));
  for await (const rows of inPages(found.map(({ id }) => id), ROWS_A_PAGE, (page) => client.papers.rows.query(page))) {
    await print(rows.map((row) => `${row.citationKey}\t${row.authors}\t${row.year ?? ''}\t${shownTitle(row)}\n\t${reasons.get(row.id) ?? ''}\n`).join(''));
  }
}
