import { parseArxivReference } from '../../../core/formats/arxiv';
import { doiOf } from '../../../core/formats/identifiers';

/** The part of the browser's DataTransfer that is looked at here. */
export type Transfer = Pick<DataTransfer, 'getData'>;

/** Pasted plain text of this many characters or fewer is a word or a link that went astray, unless it is the id of a paper. */
const STRAY_TEXT = 40;

/** Whether HTML has what Lectern finds papers by: links to papers, or the data that the page was made from. */
export function holdsPapers(html: string): boolean {
  return /\/papers\//i.test(html) || /\bdata-props\s{0,8}=/i.test(html);
}

/** The text of a paste or a drop that papers are to be read from: its HTML where that holds papers, otherwise its plain text; null for neither. */
export function textOf(transfer: Transfer): string | null {
  const html = transfer.getData('text/html');
  if (holdsPapers(html)) return html;
  const plain = transfer.getData('text/plain');
  return plain.trim().length > STRAY_TEXT || namesPaper(plain) ? plain : null;
}

function namesPaper(text: string): boolean {
  return doiOf(text) !== null || parseArxivReference(text) !== null;
}

/** What a drag over the window brings, as far as the browser tells before it is dropped. */
export function kindOfDrag(types: readonly string[]): 'files' | 'text' | null {
  if (types.includes('Files')) return 'files';
  return types.includes('text/html') || types.includes('text/plain') ? 'text' : null;
}
