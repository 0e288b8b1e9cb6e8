import type { Client } from '../api/messageLink';
import { nameOf, shownTitle, yearOf } from '../core/model';
import type { PaperDetail } from '../core/papers';
import type { View } from '../core/view';
import { exitCodes, type ExitCode } from './exitCodes';
import { print } from './output';
import { inPages } from './pages';
import { checkQuery } from './query';

/** As many as the API gives at once. */
const SUMMARIES_A_PAGE = 500;
/** Rows come without a pause, so that the app, if it is open, is kept busy for a moment only. */
const ROWS_A_PAGE = 100;

/** The view that a query on the command line asks for: oldest additions first, as they came. */
export function viewOf(query: string): View {
  return { scope: { kind: 'all' }, filter: query, sort: { column: 'added', direction: 'ascending' } };
}

export async function list(client: Client, query: string, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const { papers } = client;
  await checkQuery(client, query);
  const ids = await papers.view.query(viewOf(query));
  if (json) await printArray(inPages(ids, SUMMARIES_A_PAGE, (page) => papers.summaries.query(page)));
  else {
    for await (const rows of inPages(ids, ROWS_A_PAGE, (page) => papers.rows.query(page))) {
      await print(rows.map((row) => `${row.citationKey}\t${row.authors}\t${row.year ?? ''}\t${row.status}\t${shownTitle(row)}\n`).join(''));
    }
  }
  return ids.length > 0 ? exitCodes.done : exitCodes.nothingDone;
}

/** Prints one JSON array, page by page, so that its size does not matter. */
async function printArray(pages: AsyncIterable<unknown[]>): Promise<void> {
  let before = '[';
  for await (const page of pages) {
    for (const item of page) {
      await print(`${before}${JSON.stringify(item)}`);
      before = ',';
    }
  }
  await print(before === '[' ? '[]\n' : ']\n');
}

export async function show({ papers }: Client, name: string, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const detail = await papers.get.query(await papers.named.query(name));
  await print(json ? `${JSON.stringify(detail)}\n` : asText(detail));
  return exitCodes.done;
}

function asText({ paper, assignments, attachments, notes, annotations }: PaperDetail): string {
  return [
    shownTitle(paper),
    paper.authors.map(nameOf).join(', '),
    [yearOf(paper), paper.venue, paper.url].filter(Boolean).join(' · '),
    `${paper.citationKey} · ${paper.status}${paper.rating > 0 ? ` · ${'★'.repeat(paper.rating)}` : ''}${paper.tags.length > 0 ? ` · ${paper.tags.join(', ')}` : ''}`,
    ...assignments.map(({ id, state, evidence }) => `  ${id} (${state})${evidence[0] ? `: “${evidence[0].text}”` : ''}`),
    ...attachments.map(({ place, role, label }) => `  ${label === '' ? role : label}: ${place.kind === 'library' ? `files/${place.file}` : place.path}`),
    '', paper.abstract,
    ...annotations.map(({ color, target, comment }) => `\n[${color}]${'exact' in target ? ` “${target.exact}”` : ''}${comment === '' ? '' : `\n  ${comment}`}`),
    ...notes.map(({ title, body }) => `\n# ${title}\n${body}`),
  ].join('\n').concat('\n');
}
