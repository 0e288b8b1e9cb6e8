import { arxivDoi, arxivUrl, issuedFromArxivId } from '../formats/arxiv';
import { readWrittenDate } from '../formats/writtenDates';
import { emptyDescription, isEdtf, type Author, type Description } from '../model';
import { skeleton } from '../text';
import { abstractByLayout } from './abstractByLayout';
import { authorsByLayout, namesOfField } from './authorsByLayout';
import { arxivOfPage, arxivOfText, doiOfPage, soundDoi } from './identifiersInPdf';
import type { Page, PdfGlance } from './pageModel';
import { bodySize, titleByLayout, type FoundTitle } from './titleByLayout';
import { readXmp, type Xmp } from './xmp';

/** Where in a PDF something was found. */
export type Whence =
  /** The file says so of itself, in its XMP packet or its information dictionary. */
  | 'xmp' | 'info'
  /** It is set so on the first page, or printed there. */
  | 'layout' | 'page'
  /** It follows from the arXiv id. */
  | 'arxiv'
  /** The day that the file was made. */
  | 'file-date'
  | 'file-name';

/** What a PDF says of its paper, and where each field comes from. */
export interface Described {
  description: Description;
  from: Partial<Record<keyof Description, Whence>>;
}

type Told<T> = { value: T; from: Whence } | null;

/** Tells which paper a PDF is. Nothing in it is believed that looks like what a program put there. */
export function describePdf(glance: PdfGlance, fileName: string): Described {
  const xmp = readXmp(glance.xmp);
  const [page] = glance.first;
  const laidOut = page === undefined ? null : titleByLayout(page, bodySize(glance.first.flatMap(({ lines }) => lines)));
  const arxiv = arxivOf(glance);
  const described: Described = { description: { ...emptyDescription, extra: {} }, from: {} };
  const take = <F extends keyof Description>(field: F, told: Told<Description[F]>): void => {
    if (told === null || told.value.length === 0) return;
    described.description[field] = told.value;
    described.from[field] = told.from;
  };
  take('title', titleIn(glance, xmp, laidOut) ?? { value: titleFromName(fileName), from: 'file-name' });
  take('authors', authorsIn(glance, xmp, laidOut));
  take('doi', doiIn(glance, xmp, arxiv?.id));
  take('arxivId', arxiv && { value: arxiv.id, from: arxiv.from });
  take('venue', xmp.publication !== '' ? { value: xmp.publication, from: 'xmp' } : arxiv && { value: 'arXiv', from: 'arxiv' });
  take('url', arxiv && { value: arxivUrl(arxiv.id), from: 'arxiv' });
  take('issued', issuedIn(glance, xmp, arxiv, laidOut));
  take('abstract', page === undefined ? null : { value: abstractByLayout(page), from: 'layout' });
  described.description.type = arxiv !== null ? 'preprint' : described.description.doi !== '' ? 'article' : 'other';
  return described;
}

function arxivOf({ first, info }: PdfGlance): { id: string; issued: string; from: Whence } | null {
  const told = arxivOfText(info.title) ?? arxivOfText(info.subject);
  if (told !== null) return { ...told, from: 'info' };
  const printed = first.slice(0, 1).map(arxivOfPage).find((found) => found !== null);
  return printed === undefined || printed === null ? null : { ...printed, from: 'page' };
}

/** Titles that programs make, and the names of fonts and files. */
const madeUp = /^(?:microsoft (?:word|powerpoint)|untitled|title|paper|main|manuscript|document\d*|slide \d+|powerpoint|template|cm[a-z]{1,4}\d+|arxiv:|doi:|https?:|\(.*\)$|.*\.(?:docx?|dvi|tex|pdf|ps|rtf|odt|indd|qxd|p65|pptx?|eps)$|\S*[_/\\]\S*$|\d[\d\s.,-]*$|[a-z]{0,4}\d{4,}\S*$|l[ay]tex)/i;

function titleIn({ info, first: [page] }: PdfGlance, xmp: Xmp, laidOut: FoundTitle | null): Told<string> {
  const printed = skeleton((page?.lines ?? []).map(({ text }) => text).join(' ').slice(0, 20_000).replaceAll('\u0002', ''));
  const layout: Told<string> = laidOut && { value: laidOut.title, from: 'layout' };
  for (const [text, from] of [[xmp.title, 'xmp'], [info.title, 'info']] as const) {
    const title = text.replace(/\s+/g, ' ').trim();
    const bare = skeleton(title);
    if (bare.length < 4 || title.includes('\ufffd') || madeUp.test(title) || !/\p{L}{3}/u.test(title)) continue;
    const set = skeleton(layout?.value ?? '');
    // The page has the last word; the file's own title is used where it agrees, for it knows its letters better.
    const agrees = printed.includes(bare) && !(set.length > bare.length && set.includes(bare));
    if (layout === null || agrees || (set !== '' && likeness(set, bare) > 0.9)) return { value: title, from };
  }
  return layout;
}

/** The share of a text's pairs of letters that another has (Dice). */
export function likeness(a: string, b: string): number {
  const pairs = (text: string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (let at = 0; at + 1 < text.length; at += 1) counts.set(text.slice(at, at + 2), (counts.get(text.slice(at, at + 2)) ?? 0) + 1);
    return counts;
  };
  const [left, right] = [pairs(a), pairs(b)];
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  return a.length + b.length < 4 ? 0 : (2 * shared) / (a.length + b.length - 2);
}

function authorsIn({ info, first: [page] }: PdfGlance, xmp: Xmp, laidOut: FoundTitle | null): Told<Author[]> {
  const printed = page === undefined || laidOut === null ? [] : authorsByLayout(page, laidOut);
  const told = xmp.creators.flatMap(namesOfField);
  if (told.length > 0 && told.length >= printed.length) return { value: told, from: 'xmp' };
  const named = namesOfField(info.author);
  if (named.length > 0 && named.length >= printed.length) return { value: named, from: 'info' };
  return { value: printed, from: 'layout' };
}

function doiIn({ info, first: [page] }: PdfGlance, xmp: Xmp, arxivId: string | undefined): Told<string> {
  const told = [xmp.doi, ...xmp.identifiers].map(soundDoi).find((doi) => doi !== '');
  if (told !== undefined) return { value: told, from: 'xmp' };
  const named = [info.subject, info.keywords, info.title].map((text) => (/doi/i.test(text) ? soundDoi(text) : '')).find((doi) => doi !== '');
  if (named !== undefined) return { value: named, from: 'info' };
  const printed = page === undefined ? '' : doiOfPage(page);
  if (printed !== '') return { value: printed, from: 'page' };
  return arxivId === undefined ? null : { value: arxivDoi(arxivId), from: 'arxiv' };
}

function issuedIn({ info, first: [page] }: PdfGlance, xmp: Xmp, arxiv: { id: string; issued: string } | null, laidOut: FoundTitle | null): Told<string> {
  const day = /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(xmp.date)?.[0] ?? '';
  if (day !== '' && isEdtf(day)) return { value: day, from: 'xmp' };
  if (arxiv !== null) return arxiv.issued !== '' ? { value: arxiv.issued, from: 'page' } : { value: issuedFromArxivId(arxiv.id), from: 'arxiv' };
  const printed = page === undefined ? null : dateOnPage(page, laidOut);
  if (printed !== null) return { value: printed, from: 'page' };
  const [year = ''] = /(?<=^D?:?)\d{4}/.exec(info.creationDate) ?? [];
  return Number(year) >= 1985 && isEdtf(year) ? { value: year, from: 'file-date' } : null;
}

/** A date that stands on a line of its own above the abstract. */
function dateOnPage({ lines, height }: Page, laidOut: FoundTitle | null): string | null {
  const from = laidOut?.lines[0]?.baseline ?? 0;
  for (const { text, baseline, turned } of lines) {
    if (turned || baseline < from || baseline > 0.6 * height) continue;
    if (/^(?:abstract|introduction|contents)\b/i.test(text)) return null;
    const date = text.length > 30 ? null : readWrittenDate(text.replace(/^(?:draft|date|version of|revised)[:,]?\s+/i, ''));
    if (date !== null) return date;
  }
  return null;
}

/** A name that somebody gave the file, as words. */
export function titleFromName(name: string): string {
  return name.replace(/\.[a-z]{2,5}$/i, '').replace(/[_+]+|%20/g, ' ').replace(/\s+/g, ' ').trim();
}
