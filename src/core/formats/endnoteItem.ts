import { ReferenceFields } from './reference/fields';
import { referenceItem } from './reference/item';
import { endnoteType } from './reference/types';
import type { XmlElement } from './xml';

/** EndNote's elements by the tags that RIS has for the same field. */
const tags: Readonly<Record<string, string>> = {
  'contributors/authors/author': 'AU', 'contributors/secondary-authors/author': 'A2', 'contributors/tertiary-authors/author': 'A3',
  'contributors/subsidiary-authors/author': 'A4', 'contributors/translated-authors/author': 'TA',
  'titles/title': 'TI', 'titles/secondary-title': 'T2', 'titles/tertiary-title': 'T3', 'titles/alt-title': 'J2', 'titles/short-title': 'ST',
  'titles/translated-title': 'TT', 'periodical/full-title': 'JF', 'periodical/abbr-1': 'JA', 'alt-periodical/full-title': 'J2',
  'alt-periodical/abbr-1': 'JA', pages: 'SP', volume: 'VL', number: 'IS', issue: 'IS', edition: 'ET', section: 'SE', 'num-vols': 'NV',
  'dates/year': 'PY', 'dates/pub-dates/date': 'DA', 'pub-location': 'CY', publisher: 'PB', isbn: 'SN', 'accession-num': 'AN',
  'call-num': 'CN', label: 'LB', 'urls/web-urls/url': 'UR', 'urls/related-urls/url': 'UR', 'urls/pdf-urls/url': 'L1', 'urls/text-urls/url': 'L2',
  'urls/image-urls/url': 'L4', 'electronic-resource-num': 'DO', abstract: 'AB', notes: 'N1', 'research-notes': 'RN', 'keywords/keyword': 'KW',
  language: 'LA', 'remote-database-name': 'DB', 'remote-database-provider': 'DP', 'access-date': 'Y2', 'work-type': 'M3',
  'auth-address': 'AD', 'orig-pub': 'OP', 'orig-pub/date': 'OD', 'reviewed-item': 'RI', custom1: 'C1', custom2: 'C2', custom3: 'C3', custom4: 'C4', custom5: 'C5',
  custom6: 'C6', custom7: 'C7', 'reprint-edition': 'RP', 'reprint-status': 'RP',
};

/** What EndNote notes for itself: where the record stood in its own library. */
const housekeeping = new Set(['database', 'source-app', 'rec-number', 'ref-type', 'foreign-keys/key']);

/** The CSL item of a `<record>` (for `readCslItem`). Elements without a tag of RIS are kept by their names. */
export function endnoteItem(record: XmlElement): Record<string, unknown> {
  const fields = new ReferenceFields();
  const type = record.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === 'ref-type');
  fields.add('TY', endnoteType(type?.attrs['name'] ?? '', type === undefined ? '' : textOf(type)));
  for (const child of record.children) if (typeof child !== 'string') addField(child, child.name, fields);
  return referenceItem(fields);
}

/** Adds an element, or those in it where it is made of others. Its text may stand in `style` elements. */
function addField(element: XmlElement, path: string, fields: ReferenceFields): void {
  if (housekeeping.has(path)) return;
  const inner = element.children.filter((child): child is XmlElement => typeof child !== 'string' && child.name !== 'style');
  const tag = Object.hasOwn(tags, path) ? tags[path] : undefined;
  if (inner.length > 0 && (tag === undefined || inner.some(({ name }) => Object.hasOwn(tags, `${path}/${name}`)))) for (const child of inner) addField(child, `${path}/${child.name}`, fields);
  else fields.add(tag ?? path, textOf(element));
}

function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('').replace(/\r\n?/g, '\n');
}
