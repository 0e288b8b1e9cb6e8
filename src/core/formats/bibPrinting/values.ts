import { oneLine, toLatex } from '../latex';

export function braced(value: string): string {
  return value === '' ? '' : `{${value}}`;
}

/** Identifiers and addresses stand as they are; what would end or break the value is percent-encoded. */
export function verbatim(text: string): string {
  return oneLine(text).replace(/[\s{}\\]/g, (character) => encodeURIComponent(character));
}

/** Running text: paragraphs are kept apart by an empty line. */
export function paragraphs(text: string): string {
  if (!text.includes('\n')) return toLatex(text);
  return text.split(/\r?\n\s*\n/).map(toLatex).filter((paragraph) => paragraph !== '').join('\n\n');
}

/** Keywords with commas between them; one that has a comma of its own stands in braces. */
export function keywords(tags: readonly string[]): string {
  return tags.map(toLatex).filter((tag) => tag !== '').map((tag) => (tag.includes(',') ? braced(tag) : tag)).join(', ');
}

/** Page ranges with the dash that TeX makes of two hyphens. */
export function pages(text: string): string {
  return toLatex(text.replace(/\s*(?:--?|[–—])\s*/g, '–')).replaceAll('–', '--');
}

/**
 * Publishers and places, which are lists to biblatex: `and` stands between them where CSL has a semicolon, and an `and`
 * that is a word of a name is kept together with it.
 */
export function list(text: string, isBiblatex: boolean): string {
  const members = isBiblatex ? text.split(/;\s+/) : [text];
  return members.map(toLatex).map((member) => (/(?:^|\s)and(?:\s|$)/i.test(member) ? braced(member) : member)).join(' and ');
}
