import { parseArxivReference } from '../formats/arxiv';
import { doiOf } from '../formats/identifiers';
import type { Line, Page } from './pageModel';

const doi = /\b10\.\d{4,9}\/[^\s"<>]{1,200}/g;

/** DOIs that templates bring: what their author did not fill in. */
const placeholder = /^10\.(?:18637\/jss\.v0|0{4}|1000\/|5555\/|1145\/(?:n{4,}|1122445|0{5,}|x{3,})|\d{4,9}\/(?:[x.\-_/]{3,}|.*(?:x{4,}|n{5,}|0{6,}|tbd|insert|your|doi$)))/i;

/** The DOI that a text names, cleaned of what follows it; '' for none and for what a template brought. */
export function soundDoi(text: string): string {
  const [found = ''] = text.match(doi) ?? [];
  const cut = withoutTail(found);
  return placeholder.test(cut) ? '' : (doiOf(cut) ?? '');
}

/** A DOI without the closing marks of the sentence; a bracket stays if it was opened in it. */
function withoutTail(found: string): string {
  let text = found;
  for (;;) {
    const closesNothing = /[)\]}]$/.test(text) && !/[([{]/.test(text);
    if (!closesNothing && !/[.,;:'”’*]$/.test(text)) return text;
    text = text.slice(0, -1);
  }
}

/**
 * The DOI that a page gives itself: in its head or foot, or above the abstract on a line that says little else. Those in
 * running text are of other works. Where the page names several it is not known which is its own.
 */
export function doiOfPage({ lines, height }: Page): string {
  const references = lines.findIndex(({ text }) => /^(?:\d+\.?\s*)?(?:references|bibliography|literature)$/i.test(text));
  const abstract = lines.find(({ text }) => /^(?:abstract|summary)\b/i.test(text))?.baseline ?? 0;
  const own = new Set<string>();
  for (const line of references === -1 ? lines : lines.slice(0, references)) {
    const found = soundDoi(line.text);
    if (found !== '' && standsAlone(line, found, { height, abstract })) own.add(found.toLowerCase());
  }
  const [only = ''] = own;
  return own.size === 1 ? only : '';
}

function standsAlone({ text, baseline, turned }: Line, found: string, { height, abstract }: { height: number; abstract: number }): boolean {
  if (turned) return true;
  const isMargin = baseline < 0.16 * height || baseline > 0.88 * height;
  const rest = text.length - found.length;
  const isLabelled = /\bdoi\b/i.test(text) || /doi\.org/i.test(text);
  return isMargin ? isLabelled || rest < 40 : baseline < abstract && isLabelled && rest < 24;
}

const stamp = /arxiv:\s?([a-z-]+(?:\.[A-Z]{2})?\/\d{7}|\d{4}\.\d{4,5})(v\d{1,3})?(?:\s+\[[A-Za-z.-]{2,20}\])?(?:\s+(\d{1,2}) (\p{L}{3}) (\d{4}))?/iu;

/** The id that arXiv stamped on a page, with the day where the stamp has it (`2017-03-17`). */
export function arxivOfPage({ lines }: Pick<Page, 'lines'>): { id: string; issued: string } | null {
  for (const { text, turned } of lines) {
    const found = stamp.exec(text);
    const isStamp = turned || (found !== null && found.index === 0 && /\[[A-Za-z.-]+\]/.test(found[0]));
    const id = found === null || !isStamp ? null : parseArxivReference(`arXiv:${found[1] ?? ''}`);
    if (id !== null) return { id, issued: dayOf(found?.[3], found?.[4], found?.[5]) };
  }
  return null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dayOf(day = '', month = '', year = ''): string {
  const at = months.indexOf(month.toLowerCase());
  return at === -1 ? '' : `${year}-${String(at + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The arXiv id in what a file says of itself, such as a title `arXiv:1703.05984v1  [stat.CO]  17 Mar 2017`. */
export function arxivOfText(text: string): { id: string; issued: string } | null {
  return /^\s*arxiv:/i.test(text) ? arxivOfPage({ lines: [{ text: text.replace(/\s+/g, ' ').trim(), bare: '', size: 0, left: 0, right: 0, baseline: 0, font: '', turned: true }] }) : null;
}
