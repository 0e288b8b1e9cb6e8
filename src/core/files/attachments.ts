import type { Children } from '../children';
import { DomainError } from '../errors';
import type { Library } from '../library';
import type { KeysInUse } from '../keysInUse';
import type { Attachment, AttachmentId, AttachmentRole, Description, MediaType, PaperId, Place } from '../model';
import { existing, newPaper, quoted } from '../papers';
import type { Clock, Ids } from '../ports';
import type { ReadonlyTables } from '../tables';
import { create, edit, remove } from '../transaction';
import type { Arrival, Arrivals, Waiting } from './arrivals';
import type { Files } from './files';
import type { FileState, FollowedFiles } from './following';
import { inspect, type Inspected } from './inspecting';
import { freshFile, renamings } from './places';
import type { FileTexts } from './texts';

/** What came of adding a file: a paper has the same bytes once only. */
export type Added = { kind: 'added' | 'known'; id: AttachmentId };

/** What came of looking for a file: it is found, or so many files of its length were another one. */
export type FoundAgain = { kind: 'found' } | { kind: 'not-found'; looked: number };

/** A file of a paper, where it is. */
export interface FileAt {
  path: string;
  /** What it is called in `files/`, or where it is linked. */
  name: string;
  type: MediaType;
  state: FileState;
}

export interface NewAttachment { arrival: string; paperId: PaperId; role?: AttachmentRole | undefined; label?: string | undefined }

export interface AttachmentUseCases {
  /** Begins a file whose bytes come in portions, as Base64, and is finished by `finish`. The answer names it. */
  begin(name: string): Promise<string>;
  append(input: { id: string; base64: string }): Promise<void>;
  finish(id: string): Promise<Arrival>;
  /** Copies a file of this machine, or (`link`) leaves it where it is. */
  arrive(input: { path: string; link: boolean }): Promise<Arrival>;
  /** The file is not wanted after all. */
  discard(id: string): Promise<void>;
  /** Tells which paper an arrival is, and which papers of the library it may be. Nothing changes yet. */
  inspect(id: string): Promise<Inspected>;
  /** Makes a new paper of an arrival, with it as the main file, as one step. */
  addPaper(input: { arrival: string; description: Description }): Promise<{ paperId: PaperId; id: AttachmentId }>;
  /** The text of each page of a file, which is read for it where it has not been; null where it cannot be. */
  text(id: AttachmentId): Promise<string[] | null>;
  /** Gives an arrival to a paper; without a role it is the main file where there is none, and a supplement otherwise. */
  add(input: NewAttachment): Promise<Added>;
  edit(input: { id: AttachmentId; role?: AttachmentRole | undefined; label?: string | undefined }): Promise<void>;
  /** Takes a file from its paper. Undo brings it back: one of `files/` waits in `files/.removed/`. */
  remove(id: AttachmentId): Promise<void>;
  /** Whether the files of a paper are there. */
  states(paperId: PaperId): Promise<Record<AttachmentId, FileState>>;
  file(id: AttachmentId): Promise<FileAt>;
  /** Looks for a missing file, by what it held, in a file or folder of this machine; it is copied or linked from there. */
  findAgain(input: { id: AttachmentId; under: string }): Promise<FoundAgain>;
  /** The same for an arrival, which is given up. */
  relink(input: { id: AttachmentId; arrival: string }): Promise<FoundAgain>;
}

interface Needs { library: Library; clock: Clock; ids: Ids; children: Children; keys: KeysInUse; files: Files; texts: FileTexts; followed: FollowedFiles; arrivals: Arrivals }

/** Nobody takes back that they want to read something. */
const never = new Promise<void>(() => undefined);

export function attachmentUseCases(needs: Needs): AttachmentUseCases {
  const { library, clock, children, files, texts, followed, arrivals } = needs;
  return {
    begin: (name) => arrivals.begin(name),
    append: ({ id, base64 }) => arrivals.append(id, base64),
    finish: (id) => arrivals.finish(id),
    arrive: ({ path, link }) => arrivals.fromPath(path, link),
    discard: (id) => arrivals.discard(id),
    inspect: (id) => inspect(id, needs),
    addPaper: (input) => addAsPaper(input, needs),
    async text(id) {
      await followed.settled();
      const attachment = existingAttachment(library.tables, id);
      const { sha256, type, place } = attachment;
      if ((await texts.known(sha256)) === null && (await followed.stateOf(attachment)) === 'there') {
        await texts.read({ sha256, type, path: files.pathOf(place) }, { onPart: () => undefined, cancellation: { isCancelled: false, requested: never } });
      }
      return texts.pages(sha256);
    },
    add: (input) => addTo(input, needs),
    async edit({ id, role, label }) {
      await library.commit((tables) => {
        const attachment = existingAttachment(tables, id);
        const paper = existing(tables, attachment.paperId);
        const to: Attachment = { ...attachment, role: role ?? attachment.role, label: label?.trim() ?? attachment.label };
        const changes = edit('attachments', attachment, { role: to.role, label: to.label });
        if (changes.length === 0) return { label: '', changes: [] };
        return { label: `Change a file of ${quoted(paper)}`, changes: [...changes, ...renamings(paper, [to], tables), ...edit('attachments', attachment, { modifiedAt: clock.now() })] };
      });
    },
    async remove(id) {
      await library.commit((tables) => {
        const attachment = existingAttachment(tables, id);
        return { label: `Remove ${nameOf(attachment)} from ${quoted(existing(tables, attachment.paperId))}`, changes: [remove('attachments', attachment)] };
      });
    },
    async states(paperId) {
      const states: [string, FileState][] = [];
      for (const attachment of children.attachmentsOf(paperId)) states.push([attachment.id, await followed.stateOf(attachment)]);
      return Object.fromEntries(states);
    },
    async file(id) {
      await followed.settled();
      const attachment = existingAttachment(library.tables, id);
      const state = await followed.stateOf(attachment);
      return { path: files.pathOf(attachment.place), name: nameOf(attachment), type: attachment.type, state };
    },
    async findAgain({ id, under }) {
      const { sha256, bytes } = existingAttachment(library.tables, id);
      const candidates = await files.ofLength(bytes, under);
      for (const path of candidates) {
        if ((await files.read({ kind: 'linked', path }))?.sha256 !== sha256) continue;
        await putThere(id, await arrivals.fromPath(path, existingAttachment(library.tables, id).place.kind === 'linked'), needs);
        return { kind: 'found' };
      }
      return { kind: 'not-found', looked: candidates.length };
    },
    async relink({ id, arrival }) {
      const waiting = arrivals.get(arrival);
      if (waiting.sha256 !== existingAttachment(library.tables, id).sha256) {
        await arrivals.discard(arrival);
        return { kind: 'not-found', looked: 1 };
      }
      await putThere(id, waiting, needs);
      return { kind: 'found' };
    },
  };
}

async function addTo({ arrival, paperId, role, label = '' }: NewAttachment, { library, clock, ids, children, files, arrivals }: Needs): Promise<Added> {
  const waiting = arrivals.get(arrival);
  const id = ids.next() as AttachmentId;
  let known: AttachmentId | undefined;
  await library.commitSlowly(async (tables) => {
    const paper = existing(tables, paperId);
    const present = children.attachmentsOf(paperId);
    known = present.find(({ sha256 }) => sha256 === waiting.sha256)?.id;
    if (known !== undefined) return { label: '', changes: [] };
    const which = { type: waiting.type, role: role ?? (present.some((each) => each.role === 'main') ? 'supplement' : 'main'), label: label.trim() } as const;
    const place = await placeFor(waiting, freshFile(paper, which, tables), files);
    const attachment = attachmentOf(waiting, { id, paperId, ...which, place }, clock.now());
    return { label: `Add ${nameOf(attachment)} to ${quoted(paper)}`, changes: [create('attachments', attachment)] };
  });
  if (known !== undefined) await arrivals.discard(arrival);
  else arrivals.forget(arrival);
  return known === undefined ? { kind: 'added', id } : { kind: 'known', id: known };
}

async function addAsPaper({ arrival, description }: { arrival: string; description: Description }, { library, clock, ids, keys, files, arrivals }: Needs): Promise<{ paperId: PaperId; id: AttachmentId }> {
  const waiting = arrivals.get(arrival);
  const [paperId, id] = [ids.next() as PaperId, ids.next() as AttachmentId];
  await keys.ready;
  await library.commitSlowly(async (tables) => {
    const at = clock.now();
    const paper = newPaper(description, { id: paperId, at, citationKey: keys.draft().makeFor(description) });
    const which = { type: waiting.type, role: 'main', label: '' } as const;
    const place = await placeFor(waiting, freshFile(paper, which, tables), files);
    return { label: `Add ${quoted(paper)}`, changes: [create('papers', paper), create('attachments', attachmentOf(waiting, { id, paperId, ...which, place }, at))] };
  });
  arrivals.forget(arrival);
  return { paperId, id };
}

function attachmentOf({ name, sha256, bytes, pages }: Waiting, given: Pick<Attachment, 'id' | 'paperId' | 'role' | 'type' | 'label' | 'place'>, at: string): Attachment {
  const attachment: Attachment = { ...given, originalName: name, sha256, bytes, addedAt: at, modifiedAt: at };
  if (pages !== undefined) attachment.pages = pages;
  return attachment;
}

/** Puts an arrival of the right bytes where a record has lost its file. */
async function putThere(id: AttachmentId, arrival: Pick<Arrival, 'id'>, { library, clock, files, arrivals }: Needs): Promise<void> {
  const waiting = arrivals.get(arrival.id);
  await library.commitSlowly(async (tables) => {
    const attachment = existingAttachment(tables, id);
    const place = await placeFor(waiting, attachment.place.kind === 'library' ? attachment.place.file : freshFile(existing(tables, attachment.paperId), attachment, tables), files);
    const changes = edit('attachments', attachment, { place });
    return { label: `Find ${nameOf(attachment)} again`, changes: changes.length === 0 ? [] : [...changes, ...edit('attachments', attachment, { modifiedAt: clock.now() })] };
  });
  arrivals.forget(arrival.id);
}

async function placeFor({ at }: Waiting, file: string, files: Files): Promise<Place> {
  return at.kind === 'copy' ? { kind: 'library', file: await files.settle(at.copy, file) } : { kind: 'linked', path: at.path };
}

export function existingAttachment(tables: Pick<ReadonlyTables, 'attachments'>, id: AttachmentId): Attachment {
  const attachment = tables.attachments.get(id);
  if (attachment === undefined) throw new DomainError('not-found', 'This file does not belong to a paper any more. Undo may bring it back.');
  return attachment;
}

/** What a file is called where it lies. */
function nameOf({ place }: Attachment): string {
  const path = place.kind === 'library' ? place.file : place.path;
  return path.split(/[/\\]/).at(-1) ?? path;
}
