import type { ChoiceField, NameField, RangeField } from './fields';
import { isError } from './findings';
import { parse, type Parsed } from './parser';
import { print } from './printer';
import { all, any, isCondition, type Bounds, type Choice, type Condition, type Query } from './tree';

/** The fields that a query can be asked for the values of. */
export type FacetField = ChoiceField | Extract<NameField, 'technique' | 'tag' | 'collection'>;

/** What must hold of a paper for the query to find it: the parts of an outermost `all`. */
export function partsOf(query: Query): readonly Query[] {
  return query.kind === 'all' ? query.parts : [query];
}

/** The conditions of a part that asks one field for one of some values. */
function alternativesOf(part: Query): readonly Condition[] {
  const parts = part.kind === 'any' ? part.parts : [part];
  const conditions = parts.filter(isCondition);
  return conditions.length === parts.length ? conditions : [];
}

function valueOf(condition: Condition): string | null {
  if (condition.kind === 'choice') return condition.value;
  return condition.kind === 'name' && condition.naming.match === 'name' ? condition.naming.text : null;
}

/** The values of a field that a part asks for; null where it asks for anything else. */
function valuesIn(part: Query, field: FacetField): string[] | null {
  const conditions = alternativesOf(part);
  const values = conditions.flatMap((condition) => (condition.kind !== 'text' && condition.field === field ? (valueOf(condition) ?? []) : []));
  return values.length > 0 && values.length === conditions.length ? values : null;
}

/** The values of a field that a query asks for. */
export function facetOf(query: Query, field: FacetField): string[] {
  return [...new Set(partsOf(query).flatMap((part) => valuesIn(part, field) ?? []))];
}

/** The fields of which a paper has one value, so that several are asked for by OR. */
const single: readonly FacetField[] = ['status', 'type'];

/** The query with these values of a field in the place of those that it asked for. */
export function withFacet(query: Query, field: FacetField, values: readonly string[]): Query {
  const conditions = values.map((value): Condition => (field === 'technique' || field === 'tag' || field === 'collection'
    ? { kind: 'name', field, naming: { match: 'name', text: value } }
    : { kind: 'choice', field, value } as Choice));
  const rest = partsOf(query).filter((part) => valuesIn(part, field) === null);
  if (conditions.length === 0) return all(rest);
  return all(single.includes(field) ? [...rest, any(conditions)] : [...rest, ...conditions]);
}

/** The range of a field that a query asks for. */
export function rangeOf(query: Query, field: RangeField): Bounds | null {
  for (const part of partsOf(query)) if (part.kind === 'range' && part.field === field) return part.bounds;
  return null;
}

/** The query with this range of a field; without any where it is null. */
export function withRange(query: Query, field: RangeField, bounds: Bounds | null): Query {
  const rest = partsOf(query).filter((part) => part.kind !== 'range' || part.field !== field);
  return all(bounds === null ? rest : [...rest, { kind: 'range', field, bounds }]);
}

/** The query without one of its outermost parts. */
export function withoutPart(query: Query, part: Query): Query {
  return all(partsOf(query).filter((each) => each !== part));
}

/** A text in which the query is another one. What is wrong with a field's value stays, to be put right. */
export function rewritten(text: string, to: (query: Query) => Query): string {
  const parsed = parse(text);
  return [print(to(parsed.query)), ...wrongValues(text, parsed)].filter((piece) => piece !== '').join(' ');
}

function wrongValues(text: string, { findings, terms }: Parsed): string[] {
  return findings.filter((finding) => isError(finding) && !terms.some(({ end }) => end === finding.end))
    .map(({ start, end }) => text.slice(start, end)).filter((piece) => /^[a-z]+:[^\s]/i.test(piece));
}
