import type { App } from '../core/app';
import { DomainError } from '../core/errors';
import { nameOf, shortAuthors, yearOf, type PaperId } from '../core/model';
import type { PaperDetail } from '../core/papers';
import type { View } from '../core/view';
import { exitCodes, type ExitCode } from './exitCodes';

/** The view that a query on the command line asks for: oldest additions first, as they came. */
export function viewOf(query: string): View {
  return { scope: { kind: 'all' }, filter: query, sort: { column: 'added', direction: 'ascending' } };
}

export async function list(app: App, query: string, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const details = (await app.papers.view(viewOf(query))).map((id) => app.papers.get(id));
  const names = collectionNames((await app.overview()).collections);
  if (json) process.stdout.write(`${JSON.stringify(details.map((detail) => summary(detail, names)))}\n`);
  else for (const { paper } of details) process.stdout.write(`${paper.citationKey}\t${shortAuthors(paper.authors)}\t${yearOf(paper) ?? ''}\t${paper.status}\t${paper.title}\n`);
  return details.length > 0 ? exitCodes.done : exitCodes.nothingDone;
}

function summary({ paper, assignments }: PaperDetail, names: Map<string, string>) {
  const { id, title, authors, status, rating, tags, collections, citationKey } = paper;
  return {
    id, title, authors: authors.map(nameOf), year: yearOf(paper), status, rating, tags,
    collections: collections.flatMap((collection) => names.get(collection) ?? []), citationKey, techniques: assignments,
  };
}

interface Named { id: string; name: string; children: Named[] }

function collectionNames(nodes: Named[]): Map<string, string> {
  const flat = (node: Named): [string, string][] => [[node.id, node.name], ...node.children.flatMap(flat)];
  return new Map(nodes.flatMap(flat));
}

/** A paper by its id or citation key. Throws `not-found`. */
export async function paperNamed(app: App, name: string): Promise<PaperId> {
  for (const filter of [`id:"${name}"`, `key:"${name}"`, `is:trashed id:"${name}"`]) {
    const [id] = await app.papers.view(viewOf(filter));
    if (id !== undefined) return id;
  }
  throw new DomainError('not-found', `There is no paper with the id or citation key “${name}”.`);
}

export async function show(app: App, name: string, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const detail = app.papers.get(await paperNamed(app, name));
  process.stdout.write(json ? `${JSON.stringify(detail)}\n` : asText(detail));
  return exitCodes.done;
}

function asText({ paper, assignments, notes, annotations }: PaperDetail): string {
  return [
    paper.title,
    paper.authors.map(nameOf).join(', '),
    [yearOf(paper), paper.venue, paper.url].filter(Boolean).join(' · '),
    `${paper.citationKey} · ${paper.status}${paper.rating > 0 ? ` · ${'★'.repeat(paper.rating)}` : ''}${paper.tags.length > 0 ? ` · ${paper.tags.join(', ')}` : ''}`,
    ...assignments.map(({ id, state, evidence }) => `  ${id} (${state})${evidence[0] ? `: “${evidence[0].text}”` : ''}`),
    '', paper.abstract,
    ...annotations.map(({ color, target, comment }) => `\n[${color}] “${target.exact}”${comment === '' ? '' : `\n  ${comment}`}`),
    ...notes.map(({ title, body }) => `\n# ${title}\n${body}`),
  ].join('\n').concat('\n');
}
