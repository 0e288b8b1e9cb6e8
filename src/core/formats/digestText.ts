import { emptyDescription, type Author, type Description } from '../model';
import { describeArxivPreprint, parseArxivReference } from './arxiv';
import type { DigestLine } from './digestLines';
import { labelPassages, type Part, type Passage } from './digestParts';
import { readDigestPage, type DigestPage } from './digestPage';
import { parseName } from './names';
import { finding, squashParagraphs } from './readText';
import type { Finding, ReadPaper, Reading } from './reading';
import { told, type OnPart } from './told';

interface Draft {
  line: number;
  title: string;
  body: string[];
  authors: Author[];
  arxivId: string | null;
  issued: string;
  organization: string;
  votes: number | null;
  opensCard: boolean;
}

/** The part of the work that is done when the page has been taken apart. */
const PASSED = 0.7;
/** A title alone, without anything that speaks for it, has at least so many words. */
const fewestWords = 3;
const markdownMark = /^(?:#{1,6}|[-*+>|]|\d{1,3}[.)]) /;
/** More further paragraphs than this for each abstract, on the average, are a text and no digest. */
const mostParagraphs = 3;

/**
 * Reads a digest saved or copied as text: titles, each with or without an abstract, between a page's own
 * wording. `sure` says that the person named the format; otherwise text without signs of a digest is refused.
 */
export function readDigestText(text: string, options: { sure: boolean }, onPart?: OnPart): Reading {
  const page = readDigestPage(text);
  const labels = labelPassages(page.passages);
  onPart?.(PASSED);
  const { drafts, findings } = assemble(page, labels);
  const papers: ReadPaper[] = [];
  for (const draft of told(drafts, onPart, { from: PASSED })) {
    if (isPaper(draft)) papers.push(toPaper(draft));
    else if (papers.length > 0) findings.push(finding(draft.line, 'Too short for a title, and no abstract follows.', draft.title));
  }
  const certain = options.sure || page.namesSite || (papers.length > 0 && page.remarks.length >= papers.length);
  const nothing = papers.length === 0 && findings.length === 0;
  if (nothing || (!certain && !hasShapeOfDigest(papers, labels))) return notADigest(text);
  findings.sort((one, other) => one.line - other.line);
  return { format: 'digest', papers, findings };
}

function notADigest(text: string): Reading {
  const reason = 'This text does not look like a list of papers with titles and abstracts.';
  return { format: 'digest', papers: [], findings: [finding(1, reason, text.trim())] };
}

/**
 * Without a sign of the site, a good part of the titles must be a few words with a sentence or something longer
 * below, and abstracts few paragraphs: prose and Markdown are not so.
 */
function hasShapeOfDigest(papers: readonly ReadPaper[], labels: readonly Part[]): boolean {
  const abstracts = labels.filter((label) => label === 'abstract').length;
  const others = labels.filter((label) => label === 'continuation' || label === 'stray').length;
  const whole = papers.filter(({ description: { title, abstract } }) => {
    return wordsIn(title) >= fewestWords && !markdownMark.test(title) && (abstract.length > title.length || abstract.endsWith('.'));
  });
  return whole.length > 0 && 3 * whole.length >= papers.length && others <= mostParagraphs * abstracts;
}

/** Puts passages and remarks together, in the order of the page. */
function assemble({ passages, remarks }: DigestPage, labels: readonly Part[]): { drafts: Draft[]; findings: Finding[] } {
  const drafts: Draft[] = [];
  const findings: Finding[] = [];
  const ahead: Ahead = { votes: null, arxivId: null };
  let remark = 0;
  for (let at = 0; at <= passages.length; at += 1) {
    for (let next = remarks[remark]; next !== undefined && next.passagesBefore <= at; next = remarks[remark]) {
      findings.push(...applyRemark(next.line, drafts.at(-1), ahead));
      remark += 1;
    }
    const passage = passages[at];
    if (passage === undefined) break;
    if (labels[at] === 'title') drafts.push(openDraft(passage, ahead));
    else if (labels[at] === 'stray') findings.push(finding(passage.line, 'No title stands before this text.', passage.text));
    else drafts.at(-1)?.body.push(passage.text);
  }
  if (ahead.arxivId !== null) findings.push(finding(ahead.arxivId.line, 'No title stands beside this reference.', ahead.arxivId.text));
  return { drafts, findings };
}

/** What stands before a title and belongs to it. */
interface Ahead {
  votes: number | null;
  arxivId: { id: string; line: number; text: string } | null;
}

function openDraft(passage: Passage, ahead: Ahead): Draft {
  const { title, arxivId } = splitReference(passage.text);
  const draft: Draft = {
    line: passage.line, title, body: [], authors: [], arxivId: arxivId ?? ahead.arxivId?.id ?? null, issued: '',
    organization: '', votes: passage.opensCard ? ahead.votes : null, opensCard: passage.opensCard,
  };
  ahead.votes = null;
  ahead.arxivId = null;
  return draft;
}

function applyRemark(line: DigestLine, draft: Draft | undefined, ahead: Ahead): Finding[] {
  switch (line.kind) {
    case 'card':
      ahead.votes = line.votes ?? ahead.votes;
      return [];
    case 'reference': {
      if (draft !== undefined && (draft.arxivId ?? line.arxivId) === line.arxivId) draft.arxivId = line.arxivId;
      else if (ahead.arxivId === null || ahead.arxivId.id === line.arxivId) ahead.arxivId = { id: line.arxivId, line: line.line, text: line.text };
      else return [finding(line.line, 'No title stands beside this reference.', line.text)];
      return [];
    }
    case 'authors': {
      if (draft === undefined) return [finding(line.line, 'No title stands before these names.', line.text)];
      draft.authors = [...draft.authors, ...line.names.map(parseName).filter((author) => author !== null)];
      return [];
    }
    case 'issued':
      if (draft !== undefined && draft.issued === '') draft.issued = line.issued;
      return [];
    case 'organization':
      if (draft !== undefined && draft.organization === '') draft.organization = line.name;
      return [];
    case 'blank':
    case 'furniture':
    case 'text':
      return [];
  }
}

/** `[2106.09685] Title`, `Title (arXiv:2106.09685)` and `Title https://arxiv.org/abs/2106.09685` say the id beside the title. */
function splitReference(title: string): { title: string; arxivId: string | null } {
  const leading = /^\[([^\]\s]{6,40})\] (.+)$/.exec(title);
  const leadingId = parseArxivReference(`arXiv:${leading?.[1] ?? ''}`);
  if (leading?.[2] !== undefined && leadingId !== null) return { title: leading[2], arxivId: leadingId };
  const cut = title.lastIndexOf(' ');
  const lastWord = title.slice(cut + 1).replace(/^[([](.+)[)\]]$/, '$1');
  const trailingId = cut > 0 ? parseArxivReference(lastWord) : null;
  return trailingId === null ? { title, arxivId: null } : { title: title.slice(0, cut), arxivId: trailingId };
}

function isPaper(draft: Draft): boolean {
  const known = draft.body.length > 0 || draft.authors.length > 0 || draft.arxivId !== null || draft.opensCard;
  return known || wordsIn(draft.title) >= fewestWords;
}

function wordsIn(title: string): number {
  return title.split(' ').length;
}

function toPaper(draft: Draft): ReadPaper {
  const base: Description = draft.arxivId === null ? { ...emptyDescription, type: 'preprint' } : describeArxivPreprint(draft.arxivId);
  const extra: Record<string, string> = {};
  if (draft.votes !== null) extra['upvotes'] = String(draft.votes);
  if (draft.organization !== '') extra['organization'] = draft.organization;
  const description: Description = {
    ...base,
    title: draft.title,
    authors: draft.authors,
    issued: draft.issued === '' ? base.issued : draft.issued,
    abstract: squashParagraphs(draft.body.join('\n\n')),
    extra,
  };
  return { line: draft.line, description };
}
