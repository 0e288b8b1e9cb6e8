import { z } from 'zod';
import type { Wish } from './cancelling';
import type { Children } from './children';
import { DomainError } from './errors';
import { renamings } from './files/places';
import { isCitationKey } from './formats/citationKey';
import type { KeysInUse } from './keysInUse';
import type { Library } from './library';
import { Description, Rating, ReadingStatus, shortAuthors, shownTitle, yearOf, type Annotation, type Assignment, type Attachment, type Membership, type Note, type Paper, type PaperId } from './model';
import { picked } from './order';
import type { Clock, Ids } from './ports';
import type { Roster } from './roster';
import { summaryOf, type PaperSummary } from './summary';
import { inSlices } from './slices';
import type { ReadonlyTables } from './tables';
import type { TechniqueIndex } from './techniques';
import { counted, fold } from './text';
import { create, edit, remove, unset, type Change } from './transaction';
import { standing, type View, type Viewer } from './view';

/** A paper as the table shows it. */
export interface PaperRow {
  id: PaperId;
  title: string;
  authors: string;
  year: number | null;
  venue: string;
  status: ReadingStatus;
  rating: number;
  tags: string[];
  /** Those that are part of no other one. */
  techniques: { id: Assignment['id']; name: string; score: number; state: Assignment['state'] }[];
  citationKey: string;
  addedAt: string;
  trashed: boolean;
  notes: number;
  annotations: number;
  attachments: number;
}

/** A paper with everything that belongs to it. */
export interface PaperDetail {
  paper: Paper;
  assignments: Assignment[];
  /** Oldest first. */
  attachments: Attachment[];
  notes: Note[];
  annotations: Annotation[];
}

/** What a person edits in the metadata form. */
export const PaperEdit = Description.extend({ citationKey: z.string(), keyPinned: z.boolean() }).partial();
export type PaperEdit = z.infer<typeof PaperEdit>;

/** What can be done to many papers at once. */
export const BulkEdit = z.strictObject({
  status: ReadingStatus.optional(),
  rating: Rating.optional(),
  addTags: z.array(z.string().trim().min(1).max(200)).optional(),
  removeTags: z.array(z.string()).optional(),
});
export type BulkEdit = z.infer<typeof BulkEdit>;

export interface PaperUseCases {
  /** The ids of the papers of a view, in its order. What is wrong with its query is left out. Rejects with `cancelled` as soon as it is. */
  view(view: View, wish?: Wish): Promise<PaperId[]>;
  /** Rows of papers, in the order asked for; papers that are gone are left out. */
  rows(ids: PaperId[]): Promise<PaperRow[]>;
  get(id: PaperId): PaperDetail;
  /** The id of the paper with this id or citation key. Throws `not-found`. */
  named(name: string): PaperId;
  /** The citation keys of papers, in the order asked for; papers that are gone are left out. */
  keys(ids: PaperId[]): Promise<string[]>;
  /** What a program wants to know of papers, in the order asked for; papers that are gone are left out. */
  summaries(ids: PaperId[]): Promise<PaperSummary[]>;
  create(description: Partial<Description>): Promise<PaperId>;
  edit(id: PaperId, fields: PaperEdit): Promise<void>;
  update(ids: PaperId[], fields: BulkEdit): Promise<void>;
  trash(ids: PaperId[]): Promise<void>;
  restore(ids: PaperId[]): Promise<void>;
  /** Deletes papers that are in the trash, with their notes and annotations; undo brings them back. */
  erase(ids: PaperId[] | 'all trashed'): Promise<void>;
}

/** How many papers are summed up before waiting requests get their turn: each may have to be classified first. */
const SUMMARIES_AT_ONCE = 20;

interface Needs { library: Library; roster: Roster; clock: Clock; ids: Ids; techniques: TechniqueIndex; viewer: Viewer; children: Children; keys: KeysInUse }

export function paperUseCases(needs: Needs): PaperUseCases {
  const { library, roster, clock, ids, techniques, viewer, children, keys } = needs;
  const change = (paperIds: PaperId[], verb: string, fields: (paper: Paper) => Partial<Paper>) =>
    library.commit((tables) => editAll(tables, paperIds, clock.now(), verb, fields));

  return {
    view: async (view, wish) => picked(roster.ids, await viewer.listed(view, wish)),
    async rows(wanted) {
      const rows: PaperRow[] = [];
      await inSlices(wanted, clock, (id) => {
        const row = rowOf(library.tables.papers.get(id), needs);
        if (row !== undefined) rows.push(row);
      });
      return rows;
    },
    get: (id) => detailOf(id, needs),
    named: (name) => paperNamed(library.tables, name),
    async keys(wanted) {
      const found: string[] = [];
      await inSlices(wanted, clock, (id) => {
        const paper = library.tables.papers.get(id);
        if (paper !== undefined) found.push(paper.citationKey);
      });
      return found;
    },
    async summaries(wanted) {
      await techniques.prepare();
      const summaries: PaperSummary[] = [];
      for (const [count, id] of wanted.entries()) {
        const paper = library.tables.papers.get(id);
        if (paper !== undefined) summaries.push(summaryOf(paper, needs));
        if (count % SUMMARIES_AT_ONCE === SUMMARIES_AT_ONCE - 1) await clock.breathe();
      }
      return summaries;
    },
    async create(description) {
      const id = ids.next() as PaperId;
      await library.commit(() => {
        const described = Description.parse({ ...blank, ...description });
        const paper = newPaper(described, { id, at: clock.now(), citationKey: keys.draft().makeFor(described) });
        return { label: `Add ${quoted(paper)}`, changes: [create('papers', paper)] };
      });
      return id;
    },
    async edit(id, fields) {
      await library.commit((tables) => {
        const paper = existing(tables, id);
        const { citationKey: typed, keyPinned, ...described } = fields;
        const citationKey = typed ?? paper.citationKey;
        if (citationKey !== paper.citationKey) checkKey(citationKey, paper, keys);
        const changes = edit('papers', paper, { ...described, citationKey });
        changes.push(...pinning(paper, keyPinned ?? (citationKey !== paper.citationKey || paper.keyPinned === true)));
        changes.push(...renamings({ ...paper, ...described, citationKey }, children.attachmentsOf(id), tables));
        return { label: `${editVerb(fields)} ${quoted(paper)}`, changes: stamped(changes, paper, clock.now()) };
      });
    },
    async update(paperIds, fields) {
      await change(paperIds, updateVerb(fields), (paper) => ({
        ...(fields.status !== undefined && { status: fields.status }),
        ...(fields.rating !== undefined && { rating: fields.rating }),
        tags: retagged(paper.tags, fields),
      }));
    },
    async trash(paperIds) {
      const at = clock.now();
      await change(paperIds, 'Move to trash', (paper) => ({ trashedAt: paper.trashedAt ?? at }));
    },
    async restore(paperIds) {
      await change(paperIds, 'Restore', () => ({ trashedAt: null }));
    },
    async erase(which) {
      await library.commit((tables) => {
        const papers = [...tables.papers.values()].filter(({ id, trashedAt }) => trashedAt !== null && (which === 'all trashed' || which.includes(id)));
        const label = which === 'all trashed' ? `Empty the trash (${counted(papers.length, 'paper')})` : `Delete ${counted(papers.length, 'paper')}`;
        return { label, changes: withChildren(papers, tables) };
      });
    },
  };
}

const blank: Description = { type: 'preprint', title: '', authors: [], issued: '', venue: '', doi: '', arxivId: '', url: '', abstract: '', extra: {} };

interface Born { id: PaperId; at: string; citationKey: string; tags?: string[] }

/**
 * A new paper of this description, unread. It is written out field by field because an object that is spread and
 * goes on costs a hundred times as much, which counts where ten thousand are made.
 */
export function newPaper({ type, title, authors, issued, venue, doi, arxivId, url, abstract, extra }: Description, { id, at, citationKey, tags = [] }: Born): Paper {
  return {
    type, title, authors, issued, venue, doi, arxivId, url, abstract, extra, id, citationKey,
    status: 'to-read', rating: 0, tags, collections: [], decisions: {}, addedAt: at, modifiedAt: at, trashedAt: null,
  };
}

function checkKey(key: string, paper: Paper, keys: KeysInUse): void {
  if (!isCitationKey(key)) {
    throw new DomainError('invalid-input', `“${key}” cannot be a citation key: use letters without accents, digits and - _ : . / + only, beginning with a letter or digit.`);
  }
  const draft = keys.draft();
  draft.release(paper.citationKey); // another spelling of its own key is no other paper's
  if (draft.isTaken(key)) throw new DomainError('conflict', `Another paper has the citation key “${key}” already. Choose a different one.`);
}

export function existing(tables: ReadonlyTables, id: PaperId): Paper {
  const paper = tables.papers.get(id);
  if (paper === undefined) throw new DomainError('not-found', 'This paper is not in the library any more. Undo may bring it back.');
  return paper;
}

function paperNamed(tables: ReadonlyTables, name: string): PaperId {
  const folded = fold(name);
  const byId = tables.papers.get(folded as PaperId);
  const found = byId ?? [...tables.papers.values()].find(({ citationKey, trashedAt }) => trashedAt === null && fold(citationKey) === folded);
  if (found === undefined) throw new DomainError('not-found', `There is no paper with the id or citation key “${name}”.`);
  return found.id;
}

/** A title in quotes, short enough for a label. */
export function quoted({ title }: { title: string }): string {
  const name = shownTitle({ title });
  return `“${name.length > 60 ? `${name.slice(0, 59).trimEnd()}…` : name}”`;
}

function stamped(changes: Change[], paper: Paper, at: string): Change[] {
  return changes.length === 0 ? [] : [...changes, ...edit('papers', paper, { modifiedAt: at })];
}

function editAll(tables: ReadonlyTables, ids: PaperId[], at: string, verb: string, fields: (paper: Paper) => Partial<Paper>) {
  const papers = ids.flatMap((id) => tables.papers.get(id) ?? []);
  const [only] = papers;
  return {
    label: only !== undefined && papers.length === 1 ? `${verb}: ${quoted(only)}` : `${verb}: ${counted(papers.length, 'paper')}`,
    changes: papers.flatMap((paper) => stamped(edit('papers', paper, fields(paper)), paper, at)),
  };
}

/** The changes that pin the key of a paper, or let it go. */
export function pinning(paper: Paper, pinned: boolean): Change[] {
  return pinned ? edit('papers', paper, { keyPinned: true }) : unset('papers', paper, 'keyPinned');
}

function editVerb({ keyPinned, ...others }: PaperEdit): string {
  if (keyPinned === undefined || Object.keys(others).length > 0) return 'Edit';
  return keyPinned ? 'Pin the citation key of' : 'Unpin the citation key of';
}

function updateVerb({ status, rating, addTags, removeTags }: BulkEdit): string {
  if (status !== undefined) return status === 'to-read' ? 'Mark to read' : status === 'reading' ? 'Mark as reading' : 'Mark as done';
  if (rating !== undefined) return rating === 0 ? 'Clear the rating' : `Rate ${counted(rating, 'star')}`;
  if (addTags?.length) return `Tag ${addTags.join(', ')}`;
  return `Untag ${removeTags?.join(', ') ?? ''}`;
}

function retagged(tags: string[], { addTags = [], removeTags = [] }: BulkEdit): string[] {
  return [...new Set([...tags, ...addTags])].filter((tag) => !removeTags.includes(tag));
}

/** Papers go with what hangs on them in these tables; the index knows what is committed only, and a note may be under way. */
function withChildren(papers: readonly Paper[], { attachments, notes, annotations }: ReadonlyTables): Change[] {
  const going = new Set(papers.map(({ id }) => id));
  return [
    ...[...notes.values()].filter(({ paperId }) => paperId !== null && going.has(paperId)).map((note) => remove('notes', note)),
    ...[...annotations.values()].filter(({ paperId }) => going.has(paperId)).map((annotation) => remove('annotations', annotation)),
    ...[...attachments.values()].filter(({ paperId }) => going.has(paperId)).map((attachment) => remove('attachments', attachment)),
    ...papers.map((paper) => remove('papers', paper)),
  ];
}

function rowOf(paper: Paper | undefined, { techniques, children }: Needs): PaperRow | undefined {
  if (paper === undefined) return undefined;
  const { id, title, venue, status, rating, tags, citationKey, addedAt, trashedAt } = paper;
  const counts = children.countsOf(id);
  return {
    id, title, venue, status, rating, tags, citationKey, addedAt,
    trashed: trashedAt !== null,
    authors: shortAuthors(paper.authors),
    year: yearOf(paper),
    techniques: outermost(techniques.of(paper)).map(({ id: technique, score, state }) => ({ id: technique, name: techniques.technique(technique)?.name ?? technique, score, state })),
    notes: counts.notes,
    annotations: counts.annotations,
    attachments: counts.attachments,
  };
}

/** The memberships that a row has room for: those that are not in another one. */
function outermost(memberships: readonly Membership[]): Membership[] {
  const ids = new Set(standing(memberships).map(({ id }) => id));
  return memberships.filter(({ id, ancestors }) => ids.has(id) && !ancestors.some((ancestor) => ids.has(ancestor)));
}

function detailOf(id: PaperId, { library, techniques, children }: Needs): PaperDetail {
  const paper = existing(library.tables, id);
  return { paper, assignments: techniques.explained(paper), attachments: children.attachmentsOf(id), notes: children.notesOf(id), annotations: children.annotationsOf(id) };
}
