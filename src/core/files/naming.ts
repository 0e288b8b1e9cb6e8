import { familyNameOf, shortAuthors, yearOf, type Attachment, type Description, type MediaType } from '../model';
import { plainText } from '../tex';
import { fileNameSafe, withinBytes } from './safeNames';

/** What stands in a pattern for files: the paper, in words. */
export type NamedPaper = Pick<Description, 'title' | 'authors' | 'issued' | 'venue'> & { citationKey: string };

export const defaultFilePattern = '{year} {firstAuthor} - {shortTitle}.pdf';

/** The length of a name in UTF-8 at the most, in bytes: what encrypted home folders take, with room for ` (99)`. */
const LONGEST_NAME = 130;
const LONGEST_SHORT_TITLE = 60;

const extensions: Record<MediaType, string> = { 'application/pdf': '.pdf', 'text/html': '.html', 'text/plain': '.txt' };

export const fileTokens: Readonly<Record<string, (paper: NamedPaper) => string>> = {
  year: (paper) => String(yearOf(paper) ?? ''),
  firstAuthor: ({ authors: [first] }) => (first === undefined ? '' : familyNameOf(first)),
  authors: ({ authors }) => shortAuthors(authors),
  shortTitle: ({ title }) => shortTitle(plainText(title)),
  title: ({ title }) => plainText(title),
  key: ({ citationKey }) => citationKey,
  venue: ({ venue }) => plainText(venue),
};

/** What is wrong with a pattern, in words; null where nothing is. */
export function problemOfPattern(pattern: string): string | null {
  const unknown = [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name).find((name) => !Object.hasOwn(fileTokens, name));
  if (unknown !== undefined) return `There is no “{${unknown}}”. There are ${Object.keys(fileTokens).map((name) => `{${name}}`).join(', ')}.`;
  if (/[{}]/.test(pattern.replace(/\{[^{}]*\}/g, ''))) return 'A brace is open or closed alone.';
  return pattern.includes('{') ? null : 'Every file would be called the same. Put a part in braces, such as {firstAuthor}.';
}

/** The path in `files/` that a pattern makes for a file of a paper; a `/` in the pattern makes folders. It is safe on every system. */
export function fileNameFor(paper: NamedPaper, { type, role, label }: Pick<Attachment, 'type' | 'role' | 'label'>, pattern: string = defaultFilePattern): string {
  const which = label !== '' ? label : role === 'main' ? '' : role;
  const folders = pattern.replace(/\.(?:pdf|html?|txt)$/i, '').split('/').map((part) => filled(part, paper)).filter((part) => part !== '');
  const last = folders.pop() ?? 'Untitled';
  const behind = `${which === '' ? '' : ` (${fileNameSafe(which, 40)})`}${extensions[type]}`;
  return [...folders.map((folder) => fileNameSafe(folder, LONGEST_NAME)), fileNameSafe(last, LONGEST_NAME, behind)].join('/');
}

/** The name itself, or the first with ` (2)`, ` (3)`, … that is not taken. `isTaken` is asked with folded names. */
export function distinctFile(file: string, isTaken: (folded: string) => boolean): string {
  if (!isTaken(foldedFile(file))) return file;
  let count = 2;
  while (isTaken(foldedFile(numbered(file, count)))) count += 1;
  return numbered(file, count);
}

/** A path with a number before its extension. */
export function numbered(file: string, count: number): string {
  const [, stem = file, extension = ''] = /^(.*?)(\.[a-z]{1,5})?$/s.exec(file) ?? [];
  return `${stem} (${count})${extension}`;
}

/** Whether a file has the name that the pattern makes, perhaps with a number behind it. */
export function isNamed(file: string, wanted: string): boolean {
  return file === wanted || file.replace(/ \(\d+\)(\.[a-z]{1,5})?$/, '$1') === wanted;
}

/** A path as systems that do not mind case and Unicode forms compare it. */
export function foldedFile(file: string): string {
  return file.normalize('NFC').toLowerCase().toUpperCase();
}

/** A part of the pattern with its tokens filled in; what stands between tokens that are empty goes with them. */
function filled(part: string, paper: NamedPaper): string {
  const text = part.replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(fileTokens, name) ? (fileTokens[name]?.(paper) ?? '').replaceAll('/', ' ') : ''));
  return text.replace(/\(\s*\)|\[\s*\]/g, '').replace(/\s+/g, ' ').replace(/^[\s\-–—_,.]+|[\s\-–—_,]+$/g, '').replace(/([-–—])(?: \1)+/g, '$1');
}

/** A title up to its colon, and no longer than a glance. */
function shortTitle(title: string): string {
  const [main = ''] = title.split(/:\s|\s[–—]\s|[?!]\s/);
  const text = (main.trim().length < 3 ? title : main).trim();
  if (text.length <= LONGEST_SHORT_TITLE) return text;
  const cut = withinBytes(text.slice(0, LONGEST_SHORT_TITLE + 1), 4 * LONGEST_SHORT_TITLE);
  const space = cut.lastIndexOf(' ');
  return space < 20 ? cut.slice(0, LONGEST_SHORT_TITLE) : cut.slice(0, space);
}
