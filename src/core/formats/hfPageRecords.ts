import { z } from 'zod';
import { emptyDescription, type Author, type Description } from '../model';
import { describeArxivPreprint, parseArxivId } from './arxiv';
import { parseName } from './names';
import { parseIssued } from './readDates';
import { finding, squash, squashParagraphs } from './readText';
import type { Finding, ReadPaper } from './reading';

const optionalText = z.string().nullish().catch(null);

/** A paper as the site writes it; what identifies it must be right, the rest is taken where it is usable. */
const PaperRecord = z.looseObject({
  id: z.string().nullish(),
  title: z.string().refine((title) => squash(title) !== ''),
  summary: z.string().nullish(),
  publishedAt: z.string().nullish(),
  authors: z.array(z.looseObject({ name: z.string().nullish(), hidden: z.boolean().nullish() })).nullish(),
  upvotes: z.number().nullish().catch(null),
  githubRepo: optionalText,
  projectPage: optionalText,
  ai_keywords: z.array(z.string()).nullish().catch(null),
  organization: z.looseObject({ name: optionalText, fullname: optionalText }).nullish().catch(null),
});
type PaperRecord = z.infer<typeof PaperRecord>;

export type RecordOutcome = { kind: 'paper'; paper: ReadPaper } | { kind: 'finding'; finding: Finding };

/** One element of `dailyPapers`: a paper, or an object whose `paper` is one and which repeats some of its fields. */
export function readRecord(record: unknown, line: number): RecordOutcome {
  if (!isObject(record)) return { kind: 'finding', finding: finding(line, 'This is not a paper record.', show(record)) };
  const inner = isObject(record['paper']) ? record['paper'] : null;
  const merged = inner === null ? record : { ...withoutPaper(record), ...inner, ...titleOf(inner, record) };
  const parsed = PaperRecord.safeParse(merged);
  if (parsed.success) return { kind: 'paper', paper: { line, description: describe(parsed.data) } };
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  const missing = field !== '' && merged[field] === undefined;
  const reason = missing ? `This paper record has no ${field}.` : `The ${field} of this paper record cannot be used.`;
  return { kind: 'finding', finding: finding(line, reason, show(record)) };
}

/** The fields around `paper` that stand in for it: the answer of the site's API repeats title, summary and organization there. */
function withoutPaper({ title, summary, publishedAt, organization }: Record<string, unknown>): Record<string, unknown> {
  return { title, summary, publishedAt, organization };
}

function titleOf(inner: Record<string, unknown>, outer: Record<string, unknown>): Record<string, unknown> {
  return { title: inner['title'] ?? outer['title'] };
}

/**
 * All paper records in a decoded JSON value, wherever they stand: the elements of every array in which some
 * element is a paper, and single papers under a key `paper`.
 */
export function findRecords(root: unknown): unknown[] {
  const records: unknown[] = [];
  const waiting: unknown[] = [root];
  for (let at = 0; at < waiting.length; at += 1) {
    const value = waiting[at];
    if (Array.isArray(value)) {
      const elements: unknown[] = value;
      if (elements.some(isPaperLike)) for (const element of elements) records.push(element);
      else for (const element of elements) waiting.push(element);
    } else if (isObject(value)) {
      if (isObject(value['paper']) && isPaperLike(value)) records.push(value);
      else for (const inner of Object.values(value)) waiting.push(inner);
    }
  }
  return records;
}

function isPaperLike(value: unknown): boolean {
  if (!isObject(value)) return false;
  const paper = isObject(value['paper']) ? value['paper'] : value;
  const fields = [paper['title'], paper['summary'], paper['id']].filter((field) => typeof field === 'string');
  return isObject(value['paper']) ? fields.length > 0 : fields.length > 1 && (Array.isArray(paper['authors']) || typeof paper['summary'] === 'string');
}

function describe(record: PaperRecord): Description {
  const id = record.id?.trim() ?? '';
  const arxivId = parseArxivId(id);
  const base = arxivId === null ? describeHosted(id) : describeArxivPreprint(arxivId);
  const issued = parseIssued(record.publishedAt ?? '');
  return {
    ...base,
    title: squash(record.title),
    authors: visibleAuthors(record.authors),
    issued: issued === '' ? base.issued : issued,
    abstract: squashParagraphs(record.summary ?? ''),
    extra: extraOf(record),
  };
}

/** A paper that the site hosts itself has an id of the site's own. */
function describeHosted(id: string): Description {
  const url = /^[\w.-]{1,80}$/.test(id) ? `https://huggingface.co/papers/${id}` : '';
  return { ...emptyDescription, type: 'preprint', url };
}

function visibleAuthors(authors: PaperRecord['authors']): Author[] {
  return (authors ?? [])
    .filter(({ hidden }) => hidden !== true)
    .map(({ name }) => parseName(name ?? ''))
    .filter((author) => author !== null);
}

function extraOf(record: PaperRecord): Record<string, string> {
  const extra: Record<string, string> = {
    code: squash(record.githubRepo ?? ''),
    project: squash(record.projectPage ?? ''),
    upvotes: record.upvotes?.toString() ?? '',
    organization: squash(record.organization?.fullname ?? record.organization?.name ?? ''),
    keywords: (record.ai_keywords ?? []).map(squash).filter((keyword) => keyword !== '').join(', '),
  };
  return Object.fromEntries(Object.entries(extra).filter(([, value]) => value !== ''));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return JSON.stringify(value) ?? '';
}
