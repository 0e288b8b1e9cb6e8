import { parseArxivReference } from './arxiv';
import { looksLikeName, splitNames } from './names';
import { isDate, parseIssued } from './readDates';
import { squash } from './readText';

/**
 * What a line of a page saved or copied as text is. `card` lines (votes, "Submitted by") open the next
 * paper's card; `furniture` is the page's own wording; the rest belongs to the paper whose title stands before.
 */
export type LineKind =
  | { kind: 'blank' }
  | { kind: 'text' }
  | { kind: 'furniture' }
  | { kind: 'card'; votes: number | null }
  | { kind: 'reference'; arxivId: string }
  | { kind: 'authors'; names: string[] }
  | { kind: 'issued'; issued: string }
  | { kind: 'organization'; name: string };

export type DigestLine = LineKind & { text: string; line: number };

const navigation = new Set([
  'new', 'subscribe', 'daily', 'weekly', 'monthly', 'daily papers', 'trending papers', 'papers', 'by', 'ak',
  'and the research community', 'hugging face', "hugging face's logo", 'models', 'datasets', 'spaces', 'buckets',
  'buckets new', 'community', 'docs', 'enterprise', 'pricing', 'solutions', 'log in', 'sign up', 'log out', 'website',
  'tasks', 'huggingchat', 'collections', 'languages', 'organizations', 'blog', 'posts', 'learn', 'discord', 'forum',
  'previous', 'next', 'load more', 'show more', 'view all', 'today', 'yesterday', 'tos', 'privacy', 'about', 'about us',
  'careers', 'jobs', 'system theme', 'company', 'terms of service', 'skip to content', 'search papers', 'search',
  'submit', 'submit a paper', 'menu', 'sort by', 'sort: trending', 'sort: recent',
]);
const cardWords = new Set([
  'github', 'upvote', 'upvotes', 'arxiv page', 'arxiv', 'pdf', 'view arxiv page', 'view pdf', 'project page',
  '·', '•', '|', '–', '—', '*', '↑', '▲', '▼', '[', ']',
]);
const siteHead = /^(?:get trending papers in your email inbox\b.{0,40}|by\s?.{0,40} and the research community|daily papers)$/i;
const pagePhrases = [
  siteHead,
  /^[·•]?\s?\d[\d,]* authors?$/i,
  /^\d[\d,]* (?:comments?|upvotes?|votes?|likes?|submissions?|models?|datasets?|spaces?|collections?)$/i,
  /^github [\d.,]+k?$/i,
  /^[-_=*#]{2,200}$/,
  /^(?:page )?\d+ (?:of|\/) \d+$/i,
  /^© .{0,60}$/,
];
const votes = /^(?:\[-\] ?|upvotes? ?)?(\d[\d,]{0,9}|\d{1,4}(?:\.\d{1,2})?k|-)$/i;
const submittedBy = /^submitted by(?:\s(\S.{0,60}))?$/i;
const authorsLabel = /^(?:authors?|by):\s?/i;
const address = /^https?:\/\/\S+$/;
const cardMeta = /^(?:(.{1,80}?) )?[·•] ?(?:(\d[\d,]* authors?)|(?:published on )?(.{3,24}))?$/i;
const soleAuthor = /^(?:[·•] ?)?1 authors?$/i;
const longestTitle = 300;
const fullLine = 50;
const usualWidth = 72;

/** Whether a line is wording that only a Hugging Face Papers page has. */
export function namesTheSite(line: DigestLine): boolean {
  return (line.kind === 'furniture' && siteHead.test(line.text)) || (line.kind === 'card' && submittedBy.test(line.text));
}

/** Sorts the lines of a page; `text` is what titles and abstracts are made of. Linear in the input. */
export function sortDigestLines(text: string): DigestLine[] {
  const raw = text.split('\n');
  const squashed = raw.map(squash);
  const lines: DigestLine[] = [];
  for (const [at, content] of squashed.entries()) {
    const kind = kindOf(content, at, squashed, lines);
    lines.push({ ...kind, text: kind.kind === 'text' ? (raw[at] ?? '') : content, line: at + 1 });
  }
  return lines;
}

function kindOf(content: string, at: number, all: readonly string[], before: readonly DigestLine[]): LineKind {
  if (content === '') return { kind: 'blank' };
  const authors = authorsKind(content, before);
  if (authors !== null) return authors;
  if (isSoleAuthor(content, at, all, before)) return { kind: 'authors', names: [content] };
  if (content.length > longestTitle) return { kind: 'text' };
  const arxivId = parseArxivReference(content);
  if (arxivId !== null) return { kind: 'reference', arxivId };
  const previous = before.findLast((line) => line.kind !== 'blank');
  if (previous?.kind === 'card' && isUserName(content, previous.text)) return { kind: 'furniture' };
  return (
    cardKind(content) ??
    metaKind(previous !== undefined && /^[·•]$/.test(previous.text) ? `· ${content}` : content) ??
    (previous?.kind === 'text' && isOrganization(content, at, all) ? { kind: 'organization', name: content } : null) ??
    (isFurniture(content, before) ? { kind: 'furniture' } : { kind: 'text' })
  );
}

function cardKind(content: string): LineKind | null {
  if (submittedBy.test(content)) return { kind: 'card', votes: null };
  const count = votes.exec(content)?.[1];
  if (count === undefined) return null;
  const number = count.toLowerCase().endsWith('k') ? Number(count.slice(0, -1)) * 1000 : Number(count.replace(/,/g, ''));
  return { kind: 'card', votes: Number.isNaN(number) ? null : Math.round(number) };
}

/** The line after "Submitted by" names the user: one word, seldom two. */
function isUserName(content: string, previous: string): boolean {
  return /^submitted by$/i.test(previous) && content.split(' ').length <= 2 && !votes.test(content);
}

/** Authors stand directly below a title: after a label, or as a list of which every part has the form of a name. */
function authorsKind(content: string, before: readonly DigestLine[]): LineKind | null {
  const previous = before.at(-1)?.kind === 'blank' ? before.at(-2) : before.at(-1);
  if (previous === undefined || (previous.kind !== 'text' && previous.kind !== 'reference')) return null;
  const label = authorsLabel.exec(content)?.[0] ?? '';
  const names = splitNames(content.slice(label.length));
  if (label !== '' && names.length > 0) return { kind: 'authors', names };
  // A title may be "Sparse Training and Dense Decoding", so two names need a comma between them.
  if (previous.text.length > longestTitle || /[.?!]$/.test(previous.text) || !/[,;·]/.test(content)) return null;
  return names.length > 1 && names.every(looksLikeName) ? { kind: 'authors', names } : null;
}

/** A single name might as well be a title; on a page's card it is counted below. */
function isSoleAuthor(content: string, at: number, all: readonly string[], before: readonly DigestLine[]): boolean {
  if (before.findLast(({ kind }) => kind !== 'blank')?.kind !== 'text' || !looksLikeName(content)) return false;
  const [dot = '', count = ''] = linesAfter(at, all);
  return soleAuthor.test(/^[·•]$/.test(dot) ? count : dot);
}

/** `Some Lab · Oct 7, 2024`, `· 25 authors` or `Published on Oct 7, 2024`. */
function metaKind(content: string): LineKind | null {
  if (/^published on /i.test(content)) return { kind: 'issued', issued: parseIssued(content) };
  const meta = cardMeta.exec(content);
  if (meta === null || (meta[2] === undefined && !isDate(meta[3] ?? ''))) return null;
  const issued = parseIssued(meta[3] ?? '');
  if (issued !== '') return { kind: 'issued', issued };
  return meta[1] === undefined ? { kind: 'furniture' } : { kind: 'organization', name: meta[1] };
}

/** A lab's name stands alone between its paper and a dot that leads to the date. */
function isOrganization(content: string, at: number, all: readonly string[]): boolean {
  if (content.split(' ').length > 6 || /[.:?!]$|: |^\d[\d,]* authors?$/i.test(content)) return false;
  const [dot = '', date = ''] = linesAfter(at, all);
  return /^[·•]$/.test(dot) ? isDate(date) : /^[·•] /.test(dot) && isDate(dot.slice(2));
}

/** The next few lines that are not blank. */
function linesAfter(at: number, all: readonly string[]): string[] {
  return all.slice(at + 1, at + 6).filter((line) => line !== '');
}

function isFurniture(content: string, before: readonly DigestLine[]): boolean {
  const word = content.toLowerCase();
  if (cardWords.has(word) || isDate(content) || pagePhrases.some((phrase) => phrase.test(content))) return true;
  // Directly below text, a word of the page's menu or an address may be the end of a wrapped passage.
  const above = before.at(-1);
  if (address.test(content)) return above?.kind !== 'text' || above.text.length + content.length < usualWidth;
  return navigation.has(word) && (above?.kind !== 'text' || above.text.length < fullLine);
}
