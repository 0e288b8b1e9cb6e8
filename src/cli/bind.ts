import { resolve } from 'node:path';
import type { Client } from '../api/messageLink';
import type { BindingState } from '../core/bindingStates';
import type { BoundView } from '../core/bindings';
import { DomainError } from '../core/errors';
import { ReadingStatus, type BoundFormat, type Scope } from '../core/model';
import type { CollectionNode } from '../core/overview';
import { parse } from '../core/query';
import { counted } from '../core/text';
import { exitCodes, type ExitCode } from './exitCodes';
import { print } from './output';
import { checkQuery } from './query';

/** Keeps a file up to date with a part of the library from now on, and writes it. */
export async function bind(client: Client, part: string, file: string, { format, overwrite = false, json = false }: { format: BoundFormat; overwrite?: boolean; json?: boolean }): Promise<ExitCode> {
  const path = resolve(file);
  const bound = await client.bindings.bind.mutate({ fields: { ...(await partOf(client, part)), format, path }, over: overwrite });
  if (bound.kind === 'folder-missing') throw new DomainError('invalid-input', `The folder of ${path} is not there. Make it first.`);
  if (bound.kind === 'occupied') throw new DomainError('conflict', `${path} is there already, and was not written by Lectern for this. Say --overwrite if it may be overwritten.`);
  await print(json ? `${JSON.stringify(bound)}\n` : `${path}: ${wordsOf(bound.state)}.\n`);
  return bound.state.kind === 'current' ? exitCodes.done : exitCodes.nothingDone;
}

/** Brings all files up to date and says how they stand. */
export async function bindings(client: Client, { json = false }: { json?: boolean }): Promise<ExitCode> {
  const all = await client.bindings.check.mutate();
  const names = collectionNames((await client.library.overview.query()).collections);
  await print(json ? `${JSON.stringify(all)}\n` : all.map((each) => `${each.path}\t${followed(each, names)}\t${wordsOf(each.state)}\n`).join(''));
  return all.length > 0 ? exitCodes.done : exitCodes.nothingDone;
}

/** Leaves a file as it is from now on. */
export async function unbind(client: Client, file: string): Promise<ExitCode> {
  const path = resolve(file);
  const bound = (await client.bindings.list.query()).find((each) => each.path === path);
  if (bound === undefined) throw new DomainError('not-found', `${path} is not kept up to date. See lectern bindings.`);
  await client.bindings.unbind.mutate(bound.id);
  await print(`${path} stays as it is.\n`);
  return exitCodes.done;
}

type Part = Pick<BoundView, 'scope' | 'filter'>;

/** Reads `all`, `collection:thesis`, `technique:peft`, `tag:slow` or `status:done` as a part of the library; anything else is a query on all papers. */
async function partOf(client: Client, text: string): Promise<Part> {
  const [, kind = '', value = ''] = /^(collection|technique|tag|status):"?([^"]*)"?$/.exec(text) ?? [];
  const scope = kind === '' ? null : await scopeOf(client, kind, value);
  if (scope !== null) return { scope, filter: '' };
  if ((kind === 'collection' || kind === 'technique') && parse(text).terms.length < 2) throw new DomainError('not-found', `There is no ${kind} called “${value}”.`);
  const filter = text === 'all' ? '' : text;
  await checkQuery(client, filter);
  return { scope: { kind: 'all' }, filter };
}

async function scopeOf({ library, techniques }: Client, kind: string, value: string): Promise<Scope | null> {
  const same = (name: string): boolean => name.toLowerCase() === value.toLowerCase();
  if (kind === 'tag') return /\s\w+:/.test(value) ? null : { kind, tag: value };
  if (kind === 'status') {
    const status = ReadingStatus.safeParse(value);
    return status.success ? { kind, status: status.data } : null;
  }
  if (kind === 'technique') {
    const technique = (await techniques.taxonomy.query()).techniques.find(({ id, name }) => id === value || same(name));
    return technique === undefined ? null : { kind, id: technique.id };
  }
  const collection = [...collectionNames((await library.overview.query()).collections)].find(([id, name]) => id === value || same(name));
  return collection === undefined ? null : { kind: 'collection', id: collection[0] };
}

function collectionNames(nodes: readonly CollectionNode[]): Map<CollectionNode['id'], string> {
  return new Map(nodes.flatMap(({ id, name, children }) => [[id, name] as const, ...collectionNames(children)]));
}

function followed({ scope, filter }: Part, names: ReturnType<typeof collectionNames>): string {
  const part = scope.kind === 'collection' ? `collection:${names.get(scope.id) ?? scope.id}`
    : scope.kind === 'technique' ? `technique:${scope.id}`
      : scope.kind === 'tag' ? `tag:${scope.tag}`
        : scope.kind === 'status' ? `status:${scope.status}` : scope.kind;
  return filter === '' ? part : `${part} ${filter}`;
}

function wordsOf(state: BindingState): string {
  switch (state.kind) {
    case 'current': return `up to date, ${counted(state.count, 'paper')}, written ${state.at}`;
    case 'pending': return 'not written yet';
    case 'off': return 'off';
    case 'foreign': return 'changed by someone else, and left as it is';
    case 'folder-missing': return 'its folder is not there';
    case 'not-here': return 'bound on another machine';
    case 'view-missing': return 'the collection it follows is gone';
    default: return state.why;
  }
}
