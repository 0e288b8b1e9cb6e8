import { defaultSettings, type Attachment, type Paper, type Place } from '../model';
import type { ReadonlyTables } from '../tables';
import { edit, type Change } from '../transaction';
import type { Move } from './files';
import { distinctFile, fileNameFor, foldedFile, isNamed, type NamedPaper } from './naming';

type Tables = Pick<ReadonlyTables, 'attachments' | 'settings'>;

/** Where in `files/` the file of a record lies that is there no more: undo and the history may want it back. */
export function removedFile(id: Attachment['id'], file: string): string {
  return `.removed/${id}/${file}`;
}

/** The path in `files/` that a file of a paper is to have, which no record names yet. */
export function freshFile(paper: NamedPaper, attachment: Pick<Attachment, 'type' | 'role' | 'label'>, tables: Tables): string {
  return distinctFile(fileNameFor(paper, attachment, patternIn(tables)), takenBy(tables));
}

/** The changes that give the files of a paper the names that it asks for now. Files that are linked keep theirs. */
export function renamings(paper: Paper, attachments: readonly Attachment[], tables: Tables): Change[] {
  return renamingsOf([{ paper, attachments }], tables, patternIn(tables));
}

/** The same for all files of the library, when the pattern becomes another one. */
export function allRenamings(tables: Pick<ReadonlyTables, 'papers'> & Tables, pattern: string): Change[] {
  const owned = new Map<Paper['id'], Attachment[]>();
  for (const attachment of tables.attachments.values()) owned.set(attachment.paperId, [...(owned.get(attachment.paperId) ?? []), attachment]);
  return renamingsOf([...owned].flatMap(([id, attachments]) => {
    const paper = tables.papers.get(id);
    return paper === undefined ? [] : { paper, attachments };
  }), tables, pattern);
}

function renamingsOf(papers: readonly { paper: Paper; attachments: readonly Attachment[] }[], tables: Tables, pattern: string | undefined): Change[] {
  const isTaken = takenBy(tables);
  const given = new Set<string>();
  return papers.flatMap(({ paper, attachments }) => attachments.flatMap((attachment) => {
    const { place } = attachment;
    const wanted = fileNameFor(paper, attachment, pattern);
    if (place.kind !== 'library' || isNamed(place.file, wanted)) return [];
    const file = distinctFile(wanted, (name) => given.has(name) || isTaken(name));
    given.add(foldedFile(file));
    return edit('attachments', attachment, { place: { kind: 'library', file } });
  }));
}

function patternIn({ settings }: Tables): string | undefined {
  return settings.get(defaultSettings.id)?.filePattern;
}

/** A record that comes back out of the past, under another name where its own has been given away; the file is found by what it holds. */
export function welcomedBack(attachment: Attachment, tables: Tables): Attachment {
  const { place } = attachment;
  if (place.kind !== 'library') return attachment;
  return { ...attachment, place: { kind: 'library', file: distinctFile(place.file, takenBy(tables)) } };
}

/** Asked first when it is needed: most papers are edited without a file being renamed. */
function takenBy({ attachments }: Tables): (folded: string) => boolean {
  let taken: Set<string> | null = null;
  return (folded) => {
    taken ??= new Set([...attachments.values()].flatMap(({ place }) => (place.kind === 'library' ? foldedFile(place.file) : [])));
    return taken.has(folded);
  };
}

/** How the files in `files/` follow changes of their records. `tables` are as the changes left them. */
export function movesFor(changes: readonly Change[], { attachments }: Pick<ReadonlyTables, 'attachments'>): Move[] {
  return changes.flatMap((change): Move[] => {
    if (change.table !== 'attachments') return [];
    const id = change.id as Attachment['id'];
    if (change.op === 'set' && change.field === 'place') return move(change.from as Place, change.to as Place);
    if (change.op !== 'create' && change.op !== 'delete') return [];
    const place = change.record['place'] as Place;
    if (place.kind !== 'library') return [];
    const removed = removedFile(id, place.file);
    if (change.op === 'create') return [{ from: removed, to: place.file }];
    return attachments.has(id) ? [] : [{ from: place.file, to: removed }];
  });
}

function move(from: Place, to: Place): Move[] {
  return from.kind === 'library' && to.kind === 'library' ? [{ from: from.file, to: to.file }] : [];
}
