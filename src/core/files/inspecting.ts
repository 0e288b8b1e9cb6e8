import { DomainError } from '../errors';
import type { Library } from '../library';
import { emptyDescription, shortAuthors, yearOf, type Paper, type PaperId } from '../model';
import type { Clock } from '../ports';
import { inSlices } from '../slices';
import { skeleton } from '../text';
import type { Arrival, Arrivals } from './arrivals';
import { describePdf, likeness, titleFromName, type Described } from './describePdf';
import type { Files } from './files';
import type { FileTexts } from './texts';

/** Why a paper of the library is taken for that of a file: the same bytes, identifier, or title. */
export type MatchReason = 'file' | 'doi' | 'arxiv' | 'title';

/** A paper of the library that a file seems to be. */
export interface FileMatch { id: PaperId; title: string; authors: string; year: number | null; because: MatchReason; trashed: boolean }

/** What a file tells of itself. */
export interface Inspected extends Described {
  arrival: Arrival;
  /** Why it cannot be read, in words; null where it can. */
  problem: string | null;
  /** The surest first. */
  matches: FileMatch[];
}

/** Titles that are shorter, in letters and digits, are no proof where a page only mentions them. */
const TELLING = 24;
const ALIKE = 0.92;
/** So many papers are offered. */
const OFFERED = 5;

interface Needs { library: Library; clock: Clock; files: Files; texts: FileTexts; arrivals: Arrivals }

/** Tells which paper an arrival is, and which papers of the library it may be. */
export async function inspect(id: string, { library, clock, files, texts, arrivals }: Needs): Promise<Inspected> {
  const { at, ...arrival } = arrivals.get(id);
  const path = files.pathOf(at.kind === 'copy' ? at : { kind: 'linked', path: at.path });
  const unread: Described = { description: { ...emptyDescription, title: titleFromName(arrival.name), extra: {} }, from: { title: 'file-name' } };
  let [described, problem, printed] = [unread, null as string | null, ''];
  if (arrival.type === 'application/pdf') {
    try {
      const glance = await texts.glance(path);
      described = describePdf(glance, arrival.name);
      arrivals.tell(id, glance.pages);
      printed = skeleton((glance.first[0]?.lines ?? []).map(({ text }) => text.replaceAll('\u0002', '')).join(' ').slice(0, 3000));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'unreadable') throw error;
      problem = error.message;
    }
  }
  const matches = await matchesOf(arrival, described, printed, { library, clock });
  return { arrival, ...described, problem, matches };
}

async function matchesOf({ sha256 }: Arrival, { description, from }: Described, printed: string, { library, clock }: Pick<Needs, 'library' | 'clock'>): Promise<FileMatch[]> {
  const owners = new Set([...library.tables.attachments.values()].flatMap((each) => (each.sha256 === sha256 ? each.paperId : [])));
  const [doi, arxiv, title] = [description.doi.toLowerCase(), description.arxivId, from.title === 'file-name' ? '' : skeleton(description.title)];
  const found: { paper: Paper; because: MatchReason; sureness: number }[] = [];
  await inSlices(library.tables.papers.values(), clock, (paper) => {
    const add = (because: MatchReason, sureness: number): void => { found.push({ paper, because, sureness }); };
    if (owners.has(paper.id)) return add('file', 5);
    if (doi !== '' && paper.doi.toLowerCase() === doi) return add('doi', 4);
    if (arxiv !== '' && paper.arxivId.replace(/v\d+$/, '') === arxiv) return add('arxiv', 3);
    const own = skeleton(paper.title);
    if (own === '') return;
    if (own === title) add('title', 2);
    else if (own.length >= TELLING && printed.includes(own)) add('title', 1.5);
    else if (isNear(own.length, title.length) && own.length >= TELLING && likeness(own, title) > ALIKE) add('title', likeness(own, title));
  });
  return found.toSorted((a, b) => Number(a.paper.trashedAt !== null) - Number(b.paper.trashedAt !== null) || b.sureness - a.sureness).slice(0, OFFERED)
    .map(({ paper, because }) => ({ id: paper.id, title: paper.title, authors: shortAuthors(paper.authors), year: yearOf(paper), because, trashed: paper.trashedAt !== null }));
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= 0.15 * Math.max(a, b);
}
