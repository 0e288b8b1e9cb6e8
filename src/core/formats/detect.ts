import { isHtml, isJson } from './digest';
import type { ImportFormat } from './reading';

const digestKeys = /"(?:dailyPapers|summary|upvotes)"\s*:|"paper"\s*:\s*\{/;
const headLength = 100_000;

/**
 * The reader that a text is for, judged by its content and, for formats that Lectern cannot read yet, by the
 * file's name. Null: no reader takes it, `whyUnreadable` says why. Plain text goes to the digest reader, which
 * finds out whether there are papers in it.
 */
export function detectFormat(text: string, fileName = ''): ImportFormat | null {
  if (whyUnreadable(text, fileName) !== null) return null;
  if (isJson(text)) return digestKeys.test(text.slice(0, headLength)) ? 'digest' : 'csl-json';
  return 'digest';
}

/** Why no reader takes this input, for the person who chose it; null where one does. */
export function whyUnreadable(text: string, fileName = ''): string | null {
  const today = 'Lectern reads Hugging Face Papers digests (text, HTML or JSON) and CSL-JSON';
  if (text.trim() === '') return 'This file is empty.';
  if (isBinary(text)) return `This is not a text file. ${today}.`;
  const reference = referenceFormat(text, fileName);
  if (reference !== null) return `This looks like a ${reference} file, which Lectern cannot read yet. ${today}; export it as CSL-JSON to bring it in.`;
  return null;
}

function referenceFormat(text: string, fileName: string): string | null {
  if (isJson(text) || isHtml(text)) return null;
  if (/\.bib(?:tex)?$/i.test(fileName) || /^\s{0,200}@[a-z]{3,20}\s?[{(]\s?[^\s{}(),=]{1,200},\s/im.test(text.slice(0, headLength))) return 'BibTeX';
  if (/\.ris$/i.test(fileName) || /^TY {2}- /m.test(text.slice(0, headLength))) return 'RIS';
  return null;
}

/** Text has no NUL, and few other control characters or undecodable bytes. */
function isBinary(text: string): boolean {
  if (text.startsWith('%PDF-') || text.startsWith('PK\u0003\u0004')) return true;
  const head = text.slice(0, 4096);
  const odd = head.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F\uFFFD]/g)?.length ?? 0;
  return head.includes('\u0000') || odd > head.length / 10;
}
