import type { Author } from '../../model';
import { parseArxivReference } from '../arxiv';
import type { CslName } from '../csl-types';
import { cslName } from '../cslNames';
import { doiOf } from '../identifiers';
import { looksLikeName, parseName } from '../names';
import { squash } from '../readText';
import { referenceDate } from './dates';
import type { ReferenceFields } from './fields';
import { referencePlaces } from './places';
import { referenceType, standAlone } from './types';

/**
 * The CSL item of a reference as RIS and EndNote have it (for `readCslItem`), by the tags of RIS and what EndNote,
 * Zotero, Mendeley and the databases of publishers mean by them. Tags without a place in CSL go to `custom`.
 */
export function referenceItem(fields: ReferenceFields): Record<string, unknown> {
  const { csl: type, own } = referenceType(fields.take('TY'));
  const item: Record<string, unknown> = { type, id: keyOf(fields) };
  const put = (name: string, value: unknown): void => {
    if (value !== '' && value !== null && item[name] === undefined) item[name] = value;
  };
  for (const [variable, names] of people(fields, type)) if (names.length > 0) put(variable, names);
  putTitles(fields, type, put);
  put('issued', referenceDate(fields.takeAll('DA', 'PY', 'Y1', 'YR')));
  put('accessed', referenceDate(fields.takeAll('Y2', 'RD')));
  put('original-date', referenceDate(fields.takeAll('OD')));
  putIdentifiers(fields, put);
  for (const [variable, value] of referencePlaces(fields, type)) put(variable, value);
  put('keyword', keywords(fields.takeAll('KW')));
  const custom = new Map(fields.rest());
  const arxivId = parseArxivReference(custom.get('AN') ?? '');
  if (arxivId !== null) {
    custom.delete('AN');
    custom.set('arxivId', arxivId);
  }
  if (own !== '') custom.set('TY', own);
  put('custom', Object.fromEntries(custom));
  return item;
}

type Put = (name: string, value: unknown) => void;

/** The key that the source cites it by. EndNote's record numbers are none. */
function keyOf(fields: ReferenceFields): string {
  const key = [fields.take('ID'), fields.take('LB')].find((text) => text !== '' && !/^[\d\s]+$/.test(text)) ?? '';
  return key.length <= 200 ? key : '';
}

function people(fields: ReferenceFields, type: string): [variable: string, names: CslName[]][] {
  const named = (...tags: string[]): CslName[] => fields.takeAll(...tags).map(readName).filter((name) => name !== null).map(cslName);
  const first = named('A1', 'AU');
  const second = named('A2', 'ED');
  const isFilm = type === 'motion_picture' || type === 'broadcast';
  const isEdited = first.length === 0 && second.length > 0;
  return [
    ['author', first],
    [isFilm ? 'contributor' : 'editor', second],
    [type === 'thesis' ? 'contributor' : isEdited || standAlone.has(type) || type === 'chapter' ? 'collection-editor' : 'contributor', named('A3')],
    ['translator', named('A4', 'TA')],
  ];
}

const group = /\b(?:the|team|group|consortium|university|institute|society|association|committee|department|council|agency|collaboration|inc\.?|ltd\.?)(?:\s|$)/i;

/** A name. The format has commas in those of people, though some write `Ada Lovelace`; groups have none, or one at the end. */
function readName(text: string): Author | null {
  const name = squash(text);
  const isGroup = name !== '' && !name.includes(',') && (group.test(name) || !looksLikeName(name));
  return isGroup ? { literal: name } : parseName(name);
}

function putTitles(fields: ReferenceFields, type: string, put: Put): void {
  const title = fields.take('TI', 'T1', 'CT');
  put('title', title === '' ? fields.take('BT') : title);
  const proceedings = type === 'paper-conference' && fields.has('T2') ? fields.take('C3') : '';
  if (proceedings !== '') put('event-title', fields.take('T2'));
  const container = proceedings !== '' || standAlone.has(type) ? proceedings : fields.take('JF', 'T2', 'BT', 'JO', 'JA', 'J1', 'J2');
  put('container-title', container);
  for (const other of standAlone.has(type) ? [] : fields.takeAll('T2')) if (other !== container) fields.add('T2', other);
  if (standAlone.has(type)) put('collection-title', fields.take('T2', 'T3'));
  const journals = fields.takeAll('JA', 'J2', 'J1', 'JO', 'JF');
  put('container-title-short', journals.find((journal) => journal !== container) ?? '');
  put('collection-title', fields.take('T3'));
  put('title-short', fields.take('ST'));
}

function putIdentifiers(fields: ReferenceFields, put: Put): void {
  const doi = fields.take('DO', 'DI');
  const addresses = fields.takeAll('UR').flatMap((value) => value.split(/[\s;]+(?=https?:\/\/)/));
  const linked = addresses.map(doiOf).find((found) => found !== null) ?? '';
  put('DOI', doi === '' ? linked : (doiOf(doi) ?? doi));
  const [first = '', ...others] = addresses;
  put('URL', first === '' ? fields.take('LK', 'L2') : first);
  for (const address of others) fields.add('UR', address);
}

/** Keywords one by one. A single field that holds several has semicolons or lines between them. */
function keywords(values: readonly string[]): string[] {
  const words = values.flatMap((value) => value.split('\n'));
  return words.length === 1 ? (words[0] ?? '').split(';') : words;
}
