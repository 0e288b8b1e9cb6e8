import { isHtml, isJson } from './digest';
import { readableFormats } from './kinds';
import { isIdList } from './readIds';
import type { ImportFormat } from './reading';
import { whatElse } from './whatElse';

const digestKeys = /"(?:dailyPapers|summary|upvotes)"\s*:|"paper"\s*:\s*\{/;
const headLength = 100_000;

/**
 * The reader that a text is for, judged by its content and, where that says nothing, by the file's name. Null: no
 * reader takes it, `whyUnreadable` says why. Plain text goes to the digest reader, which finds out whether there are
 * papers in it.
 */
export function detectFormat(text: string, fileName = ''): ImportFormat | null {
  return whyUnreadable(text, fileName) === null ? formatOf(text, fileName) : null;
}

/** Why no reader takes this input, and what to do, for the person who chose it; null where one does. */
export function whyUnreadable(text: string, fileName = ''): string | null {
  if (text.trim() === '') return 'This file is empty.';
  const other = whatElse(text);
  if (other !== null) return other;
  if (isXml(text) && !isHtml(text) && formatOf(text, fileName) !== 'endnote-xml') return `This is XML, but not EndNote’s. Lectern reads ${readableFormats}; export it as one of these.`;
  return null;
}

function formatOf(text: string, fileName: string): ImportFormat {
  const head = text.slice(0, headLength);
  if (isJson(text)) return digestKeys.test(head) ? 'digest' : 'csl-json';
  if (isXml(text) && /<record[\s>]/.test(text)) return 'endnote-xml';
  if (isHtml(text)) return 'digest';
  return signOf(head) ?? byName(fileName) ?? (isIdList(text) ? 'ids' : 'digest');
}

/** The lines by which formats of tagged or structured text are known. */
const signs: readonly [sign: RegExp, format: ImportFormat][] = [
  [/^PMID- {0,3}\d/m, 'nbib'],
  [/^\s{0,3}TY {1,2}- {0,3}[A-Z]{2,8}\s{0,3}$/m, 'ris'],
  [/^\s{0,200}@[a-z]{3,20}\s?[{(]\s?[^\s{}(),=]{1,200}\s?,/im, 'bibtex'],
  [/^references\s{0,5}:\s{0,5}(?:#.{0,200}|\[.*)?$/m, 'csl-yaml'],
  [/^- {1,4}(?:id|type|title|author|DOI): /m, 'csl-yaml'],
];

function signOf(head: string): ImportFormat | null {
  return signs.find(([sign]) => sign.test(head))?.[1] ?? null;
}

const names: readonly [name: RegExp, format: ImportFormat][] = [
  [/\.bib(?:tex|latex)?$/i, 'bibtex'], [/\.ris$/i, 'ris'], [/\.nbib$/i, 'nbib'], [/\.ya?ml$/i, 'csl-yaml'],
];

function byName(fileName: string): ImportFormat | null {
  return names.find(([name]) => name.test(fileName))?.[1] ?? null;
}

function isXml(text: string): boolean {
  const start = text.slice(0, 2000).trimStart();
  return start.startsWith('<?xml') || /^<(?:xml|records|record|!DOCTYPE xml)[\s>[]/.test(start);
}
