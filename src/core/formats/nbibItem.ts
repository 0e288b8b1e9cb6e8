import type { CslName, CslType } from './csl-types';
import { person, splitFamily } from './names';
import { cslName } from './cslNames';
import { squash } from './readText';
import { ReferenceFields } from './reference/fields';
import { referenceDate } from './reference/dates';
import type { TaggedField } from './tagged';

const single: readonly [variable: string, ...tags: string[]][] = [
  ['PMID', 'PMID'], ['PMCID', 'PMC'], ['container-title', 'JT', 'TA'], ['container-title-short', 'TA'], ['volume', 'VI'], ['issue', 'IP'],
  ['page', 'PG'], ['publisher', 'PB'], ['publisher-place', 'PL'], ['edition', 'EN'], ['original-title', 'TT'], ['collection-title', 'CTI'],
  ['language', 'LA'],
];

/** The CSL item of a PubMed record (for `readCslItem`). What CSL has no variable for goes to `custom` by its tag. */
export function nbibItem(tagged: readonly TaggedField[]): Record<string, unknown> {
  const fields = new ReferenceFields();
  for (const { tag, lines } of tagged) if (!people.has(tag)) fields.add(tag, lines.map((line) => line.trim()).join(' '));
  const kinds = fields.takeAll('PT');
  const type = typeOf(kinds, fields.has('BTI') && !fields.has('TI'), fields.has('BTI'));
  const item: Record<string, unknown> = { type };
  const put = (name: string, value: unknown): void => {
    if (value !== '' && !(Array.isArray(value) && value.length === 0) && item[name] === undefined) item[name] = value;
  };
  put('title', withoutStop(fields.take('TI', 'BTI')));
  if (type === 'chapter') put('container-title', withoutStop(fields.take('BTI')));
  put('author', namesOf(tagged, 'FAU', 'AU', 'CN'));
  put('editor', namesOf(tagged, 'FED', 'ED'));
  const issued = referenceDate(fields.takeAll('DP'));
  if (issued !== null) put('issued', issued);
  put('DOI', doiOf(fields));
  for (const [variable, ...tags] of single) put(variable, fields.take(...tags));
  put('ISSN', serialNumber(fields.takeAll('IS')));
  put('ISBN', fields.take('ISBN').replace(/ \(.*$/, ''));
  put('abstract', fields.takeAll('AB').join('\n\n'));
  put('note', fields.takeAll('GN').join('\n\n'));
  put('genre', kinds.filter((kind) => !/^(?:journal article|book|books? chapter|dataset|preprint|research support)/i.test(kind)).join('; '));
  put('keyword', fields.takeAll('OT').map((word) => word.replace(/^\*/, '')));
  fields.takeAll('SO'); // The citation in one line: other fields say all of it.
  const custom = fields.rest();
  if (custom.length > 0) put('custom', Object.fromEntries(custom));
  return item;
}

const people = new Set(['FAU', 'AU', 'CN', 'FED', 'ED']);

function typeOf(kinds: readonly string[], isBook: boolean, isInBook: boolean): CslType {
  const said = kinds.join('; ').toLowerCase();
  if (isBook) return 'book';
  if (isInBook) return 'chapter';
  if (said.includes('preprint')) return 'article';
  return said.includes('dataset') ? 'dataset' : 'article-journal';
}

/** People in the order of the record: by full names where it has them, by `Lovelace AK` where not; groups among them. */
function namesOf(tagged: readonly TaggedField[], full: string, short: string, group?: string): CslName[] {
  const used = tagged.some(({ tag }) => tag === full) ? full : short;
  return tagged.flatMap(({ tag, lines }) => {
    const name = squash(lines.join(' '));
    if (name === '') return [];
    if (tag === group) return [{ literal: name }];
    return tag === used ? [cslName(personOf(name))] : [];
  });
}

function personOf(name: string): ReturnType<typeof person> | { literal: string } {
  const [family = '', given = '', suffix = ''] = name.includes(',') ? name.split(',').map((part) => part.trim()) : shortParts(name);
  return family === '' ? { literal: name } : person({ ...splitFamily(family), given, suffix });
}

/** `Lovelace AK`, `van der Berg J Jr`. */
function shortParts(name: string): string[] {
  const [, family, initials, suffix] = /^(.+?) ([A-Z]{1,4})(?: (Jr|Sr|2nd|3rd|4th))?$/.exec(name) ?? [];
  return family === undefined ? [name] : [family, (initials ?? '').split('').map((letter) => `${letter}.`).join(' '), suffix ?? ''];
}

function withoutStop(title: string): string {
  return title.replace(/(?<!\.)\.$/, '');
}

/** The DOI is one of the ids of the article, or of its place in the journal. */
function doiOf(fields: ReferenceFields): string {
  const ids = fields.takeAll('AID', 'LID');
  const doi = ids.find((id) => / \[doi\]$/i.test(id)) ?? '';
  for (const id of new Set(ids)) if (id.replace(/ \[.*$/, '') !== doi.replace(/ \[.*$/, '')) fields.add('AID', id);
  return doi.replace(/ \[doi\]$/i, '');
}

/** The linking ISSN, or the first of print and online. */
function serialNumber(numbers: readonly string[]): string {
  const chosen = numbers.find((number) => /linking/i.test(number)) ?? numbers[0] ?? '';
  return chosen.replace(/ \(.*$/, '');
}
