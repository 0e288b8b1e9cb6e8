import { failureIn, type Client } from '../api/messageLink';
import type { Counts, Deed } from '../core/deeds';
import { actionWords, worded } from '../core/fieldWords';
import type { NamedTimeline, Subject } from '../core/historyUseCases';
import { NoteId, PaperId } from '../core/model';
import { tableNames } from '../core/tables';
import { counted } from '../core/text';
import type { Segment } from '../core/textDiff';
import type { Version } from '../core/timeline';
import { exitCodes, type ExitCode } from './exitCodes';
import { print } from './output';

interface Options { limit: number; json?: boolean }

/** Prints what was done to the library last, or the timeline of a paper (by id or citation key) or note (by id), newest first. */
export async function history(client: Client, name: string | undefined, options: Options): Promise<ExitCode> {
  return name === undefined ? deeds(client, options) : timeline(client, name, options);
}

async function deeds({ history: calls }: Client, { limit, json = false }: Options): Promise<ExitCode> {
  const recent = await calls.recent.query({ limit });
  await print(json ? `${JSON.stringify(recent)}\n` : recent.deeds.map(deedLine).concat(beginning(recent)).map((line) => `${line}\n`).join(''));
  return recent.deeds.length > 0 ? exitCodes.done : exitCodes.nothingDone;
}

function deedLine(deed: Deed): string {
  return `${deed.seq}\t${moments.format(new Date(deed.at))}\t${actionWords(deed)}\t${countWords(deed.counts)}`;
}

function countWords(counts: Counts): string {
  return tableNames.flatMap((table) => {
    const count = counts[table];
    if (count === undefined) return [];
    const noun = table === 'settings' ? 'setting' : table.slice(0, -1);
    return (['made', 'edited', 'deleted'] as const).flatMap((done) => (count[done] > 0 ? [`${counted(count[done], noun)} ${done}`] : []));
  }).join(', ');
}

async function timeline(client: Client, name: string, { limit, json = false }: Options): Promise<ExitCode> {
  const found = await timelineNamed(client, name, limit);
  await print(json ? `${JSON.stringify(found)}\n` : `${found.versions.map((version) => versionText(version, found.names)).concat(beginning(found)).join('\n')}\n`);
  return found.versions.length > 0 ? exitCodes.done : exitCodes.nothingDone;
}

/** The timeline of whatever the name means: a paper that is there, or a paper or note that is there or was. */
async function timelineNamed({ history: calls, papers }: Client, name: string, limit: number): Promise<NamedTimeline> {
  const [paper, note] = [PaperId.safeParse(name), NoteId.safeParse(name)];
  const subjects: (() => Promise<Subject>)[] = [
    async () => ({ table: 'papers', id: await papers.named.query(name) }),
    ...(note.success ? [() => Promise.resolve({ table: 'notes' as const, id: note.data })] : []),
    ...(paper.success ? [() => Promise.resolve({ table: 'papers' as const, id: paper.data })] : []),
  ];
  let failure: unknown;
  for (const subject of subjects) {
    try {
      return await calls.of.query({ subject: await subject(), limit });
    } catch (error) {
      if (failureIn(error)?.code !== 'not-found') throw error;
      failure ??= error;
    }
  }
  throw failure;
}

function versionText(version: Version, names: NamedTimeline['names']): string {
  const changes = [{ name: '', changes: version.changes }, ...version.parts].flatMap(({ name, changes }) =>
    changes.map((change) => worded(change, names)).map(({ field, segments }) => `    ${name === '' ? '' : `${name}: `}${field}: ${segments.map(marked).join('').replaceAll('\n', '\n      ')}`));
  return [`${version.seq}\t${moments.format(new Date(version.at))}\t${actionWords(version)}`, ...changes].join('\n');
}

/** A stretch in the marks of wdiff: `[-removed-]`, `{+added+}`. */
function marked(segment: Segment): string {
  if (segment.kind === 'left-out') return ` … ${counted(segment.characters, 'character')} … `;
  return segment.kind === 'same' ? segment.text : segment.kind === 'added' ? `{+${segment.text}+}` : `[-${segment.text}-]`;
}

const moments = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

function beginning({ more, thinned, broken = false, since }: { more: boolean; thinned: boolean; broken?: boolean; since: string | null }): string[] {
  if (broken) return ['(History is damaged before this; what was before may be in a backup.)'];
  if (more) return ['(There is more: ask for it with --limit.)'];
  return thinned ? [since === null ? '(No history is kept of this.)' : `(History begins on ${moments.format(new Date(since))}; what was before has been removed.)`] : [];
}
