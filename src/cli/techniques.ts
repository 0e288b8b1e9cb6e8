import { writeFile } from 'node:fs/promises';
import type { Client } from '../api/messageLink';
import { DomainError } from '../core/errors';
import { decodeText } from '../core/formats/decode';
import type { Decision, PaperId, Phrase, TechniqueId } from '../core/model';
import type { ListedTechnique } from '../core/taxonomy/useCases';
import { counted, fold } from '../core/text';
import { exitCodes, type ExitCode } from './exitCodes';
import { readInput } from './files';
import { print } from './output';

interface Json { json?: boolean }

/** Lists the taxonomy as a tree, with how many papers each technique has and how many of these are to be read. */
export async function listTechniques({ techniques }: Client, { json = false }: Json): Promise<ExitCode> {
  const [{ base, techniques: listed }, counts] = [await techniques.taxonomy.query(), await techniques.counts.query()];
  const depths = new Map<TechniqueId, number>();
  for (const { id, parentId } of listed) depths.set(id, parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1);
  const full = listed.map((technique) => ({ ...technique, count: counts[technique.id]?.all ?? 0, unread: counts[technique.id]?.unread ?? 0 }));
  await print(json
    ? `${JSON.stringify({ base, techniques: full })}\n`
    : full.map(({ id, name, retired, count, unread }) => `${'  '.repeat(depths.get(id) ?? 0)}${name}\t${id}\t${count}\t${unread}${retired ? '\tretired' : ''}\n`).join(''));
  return listed.length > 0 ? exitCodes.done : exitCodes.nothingDone;
}

export async function addTechnique(client: Client, name: string, options: Json & { in?: string; definition?: string; synonym?: string[]; phrase?: Phrase[] }): Promise<ExitCode> {
  const parentId = options.in === undefined ? null : (await named(client, options.in)).id;
  const id = await client.techniques.add.mutate({ name, parentId, definition: options.definition ?? '', synonyms: options.synonym ?? [], phrases: options.phrase ?? [] });
  return told({ id }, `Added ${id}.`, options);
}

export async function editTechnique(client: Client, technique: string, options: Json & { name?: string; definition?: string; synonym?: string[]; phrase?: Phrase[] }): Promise<ExitCode> {
  const { id } = await named(client, technique);
  await client.techniques.edit.mutate({ id, name: options.name, definition: options.definition, synonyms: options.synonym, phrases: options.phrase });
  return told({ id }, `Changed ${id}.`, options);
}

export async function renameTechnique(client: Client, technique: string, name: string, options: Json): Promise<ExitCode> {
  return editTechnique(client, technique, { ...options, name });
}

/** Puts a technique into another one, or at the top. */
export async function nestTechnique(client: Client, technique: string, parent: string | undefined, options: Json): Promise<ExitCode> {
  const { id } = await named(client, technique);
  const parentId = parent === undefined ? null : (await named(client, parent)).id;
  await client.techniques.move.mutate({ id, parentId, before: null });
  return told({ id, parentId }, `${id} is ${parentId === null ? 'at the top' : `in ${parentId}`} now.`, options);
}

export async function mergeTechniques(client: Client, technique: string, target: string, options: Json): Promise<ExitCode> {
  const [id, into] = [(await named(client, technique)).id, (await named(client, target)).id];
  await client.techniques.merge.mutate({ id, into });
  return told({ id, into }, `Merged ${id} into ${into}.`, options);
}

export async function splitTechnique(client: Client, technique: string, name: string, options: Json & { take: string[]; beside?: boolean }): Promise<ExitCode> {
  const { id } = await named(client, technique);
  const part = await client.techniques.split.mutate({ id, name, take: options.take, place: options.beside === true ? 'beside' : 'inside' });
  return told({ id: part, from: id }, `Split ${part} from ${id}.`, options);
}

/** Retires a technique, takes it into use again, or makes a built-in one as it came. */
export async function standTechnique(client: Client, technique: string, how: 'retire' | 'reinstate' | 'reset', options: Json): Promise<ExitCode> {
  const { id } = await named(client, technique);
  await client.techniques[how].mutate(id);
  return told({ id }, `${id} is ${{ retire: 'retired', reinstate: 'in use again', reset: 'as it came' }[how]}.`, options);
}

export async function importTaxonomy(client: Client, file: string, options: Json & { instead?: boolean }): Promise<ExitCode> {
  const done = await client.techniques.importFile.mutate({ text: decodeText(await readInput(file)), instead: options.instead === true });
  return told(done, `Added ${counted(done.added, 'technique')}, changed ${done.changed}, removed ${done.removed}.`, options);
}

export async function exportTaxonomy(client: Client, options: { out?: string }): Promise<ExitCode> {
  const text = await client.techniques.exportFile.query();
  if (options.out === undefined) await print(text);
  else await writeFile(options.out, text);
  return exitCodes.done;
}

/** Begins anew without the built-in techniques, or takes them in again. */
export async function baseTaxonomy(client: Client, base: 'built-in' | 'own', options: Json): Promise<ExitCode> {
  await client.techniques.base.mutate(base);
  return told({ base }, base === 'own' ? 'The taxonomy is empty now; undo brings it back.' : 'The built-in techniques are part of the taxonomy now.', options);
}

/** Says of papers that they have a technique, or not, or takes such a decision back. */
export async function decideTechnique(client: Client, technique: string, papers: string[], decision: Decision | null, options: Json): Promise<ExitCode> {
  const { id: techniqueId } = await named(client, technique);
  const paperIds: PaperId[] = [];
  for (const paper of papers) paperIds.push(await client.papers.named.query(paper));
  await client.techniques.decide.mutate({ paperIds, techniqueId, decision });
  return told({ techniqueId, paperIds, decision }, `${decision === null ? 'Reconsidered' : decision === 'confirmed' ? 'Confirmed' : 'Rejected'} ${techniqueId} for ${counted(paperIds.length, 'paper')}.`, options);
}

/** The technique with this id or name. */
async function named({ techniques }: Client, text: string): Promise<ListedTechnique> {
  const { techniques: listed } = await techniques.taxonomy.query();
  const found = listed.find(({ id }) => id === text) ?? listed.find(({ name }) => fold(name) === fold(text));
  if (found === undefined) throw new DomainError('not-found', `There is no technique with the id or name “${text}”. See lectern techniques.`);
  return found;
}

async function told(json: unknown, words: string, options: Json): Promise<ExitCode> {
  await print(options.json === true ? `${JSON.stringify(json)}\n` : `${words}\n`);
  return exitCodes.done;
}
