import type { ReferenceFields } from './fields';

/** Tags that mean the same in every type of reference. */
const everywhere: readonly [variable: string, ...tags: string[]][] = [
  ['volume', 'VL', 'VO'], ['issue', 'IS', 'CP'], ['number-of-volumes', 'NV'], ['edition', 'ET'], ['section', 'SE'],
  ['publisher', 'PB'], ['language', 'LA'], ['call-number', 'CN'], ['archive', 'DB'], ['source', 'DP'], ['archive_location', 'AV'],
  ['reviewed-title', 'RI'],
];

const numbered = new Set(['report', 'patent', 'standard', 'legislation', 'bill', 'legal_case', 'software', 'dataset']);
const inIssues = new Set(['article-journal', 'article-magazine', 'article-newspaper']);
const withPages = new Set(['book', 'thesis', 'report']);

/** The CSL variables that say where a reference is found: pages, numbers, publisher, notes. */
export function* referencePlaces(fields: ReferenceFields, type: string): Generator<[variable: string, value: string], void> {
  yield ['abstract', fields.takeAll('AB', 'N2').join('\n\n')];
  yield ['note', fields.takeAll('N1').join('\n\n')];
  yield ['annote', fields.takeAll('RN').join('\n\n')];
  if (numbered.has(type) && type !== 'dataset') yield ['number', fields.take('IS')];
  yield* pages(fields, type);
  for (const [variable, ...tags] of everywhere) yield [variable, fields.take(...tags)];
  yield* printed(fields, type);
  yield* medical(fields, type);
  if (inIssues.has(type)) yield ['number', fields.take('C7')];
  yield ['genre', fields.take('M3')];
}

function* pages(fields: ReferenceFields, type: string): Generator<[string, string], void> {
  const [first, last] = [fields.take('SP'), fields.take('EP')];
  if (first === '' || last === '') {
    const only = first === '' ? last : first;
    const isCount = withPages.has(type) && /^\d+(?: ?p(?:p|ages)?\.?)?$/i.test(only);
    yield [isCount ? 'number-of-pages' : 'page', isCount ? only.replace(/\D+$/, '') : only];
  } else yield ['page', first === last || first.endsWith(`-${last}`) ? first : `${first}-${last}`];
}

/** Where it was published, and the standard number, whose form tells which one it is. */
function* printed(fields: ReferenceFields, type: string): Generator<[string, string], void> {
  if (type === 'paper-conference' && fields.has('PP')) yield ['event-place', fields.take('CY')];
  yield ['publisher-place', fields.take('CY', 'PP')];
  const numbers = fields.takeAll('SN').flatMap((value) => value.split(/\n|[\s;,]+(?=\d{4}-\d{3}[\dXx]\b)/)).map((number) => number.trim());
  const kinds = new Set<string>();
  for (const number of numbers) {
    const kind = kindOfNumber(number, type);
    if (kinds.has(kind)) fields.add('SN', number);
    else yield [kind, number];
    kinds.add(kind);
  }
}

/** Where EndNote and PubMed have the ids of an article in PubMed and PubMed Central. */
function* medical(fields: ReferenceFields, type: string): Generator<[string, string], void> {
  const [accession, custom] = [fields.take('AN'), fields.take('C2')];
  const isMedical = type === 'article-journal' && /^\d{7,8}$/.test(accession);
  const isCentral = /^PMC\d+$/.test(custom);
  if (isMedical) yield ['PMID', accession];
  else fields.add('AN', accession);
  if (isCentral) yield ['PMCID', custom];
  else fields.add('C2', custom);
}

function kindOfNumber(number: string, type: string): string {
  const digits = number.replace(/\([^()]{0,40}\)|[\s-]/g, '');
  if (/^\d{7}[\dXx]/.test(digits) && !/^\d{9}/.test(digits)) return 'ISSN';
  if (/^(?:97[89]\d{10}|\d{9}[\dXx])/.test(digits)) return 'ISBN';
  if (numbered.has(type)) return 'number';
  return inIssues.has(type) ? 'ISSN' : 'ISBN';
}
