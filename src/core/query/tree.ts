import type { ChoiceField, ChoiceValues, NameField, RangeField, TextField } from './fields';

/** How a text is looked for: a word stands for all that begin with it, a phrase for its words as they are, in this order. */
export type Wording =
  | { match: 'word' | 'phrase' | 'fuzzy'; text: string }
  /** `*` stands for any letters between the parts, of which there are two at least. */
  | { match: 'pattern'; parts: readonly string[] };

/** A name that is compared as a whole. */
export type Naming = Extract<Wording, { match: 'pattern' }> | { match: 'name'; text: string };

export type Comparison = '<' | '<=' | '>' | '>=';

/** A range as it was written: its ends are years, stars, dates or ages, by the field. */
export type Bounds =
  | { kind: 'at'; at: string }
  | { kind: 'than'; than: Comparison; at: string }
  /** Of the two ends one at least is there. */
  | { kind: 'span'; from: string | null; to: string | null };

export type Choice = { [F in ChoiceField]: { kind: 'choice'; field: F; value: ChoiceValues[F] } }[ChoiceField];

/** What a query says of one field, or (`field` null) of all that is searched for words. */
export type Condition =
  | { kind: 'text'; field: TextField | null; wording: Wording }
  | { kind: 'name'; field: NameField; naming: Naming }
  | { kind: 'range'; field: RangeField; bounds: Bounds }
  | Choice;

/** A query. `all` without parts holds for every paper; otherwise `all` and `any` have two parts at least, none of their own kind. */
export type Query =
  | Condition
  | { kind: 'all' | 'any'; parts: readonly Query[] }
  | { kind: 'not'; part: Query };

export function isCondition(query: Query): query is Condition {
  return query.kind !== 'all' && query.kind !== 'any' && query.kind !== 'not';
}

export const everything: Query = { kind: 'all', parts: [] };

/** All of them hold. */
export function all(parts: readonly Query[]): Query {
  return joined('all', parts);
}

/** One of them holds; there is one at least. */
export function any(parts: readonly Query[]): Query {
  return joined('any', parts);
}

export function not(part: Query): Query {
  return part.kind === 'not' ? part.part : { kind: 'not', part };
}

function joined(kind: 'all' | 'any', parts: readonly Query[]): Query {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [only] = flat;
  return only !== undefined && flat.length === 1 ? only : { kind, parts: flat };
}

/** The conditions of a query, from left to right, with whether each is turned round by a not. */
export function* conditionsOf(query: Query, negated = false): Generator<{ condition: Condition; negated: boolean }> {
  switch (query.kind) {
    case 'all':
    case 'any':
      for (const part of query.parts) yield* conditionsOf(part, negated);
      return;
    case 'not':
      yield* conditionsOf(query.part, !negated);
      return;
    default: yield { condition: query, negated };
  }
}

/** The query with each condition replaced; one for which there is null is left out, and nothing is left of a query without any. */
export function mapConditions(query: Query, to: (condition: Condition) => Condition | null): Query | null {
  switch (query.kind) {
    case 'all':
    case 'any': {
      const parts = query.parts.flatMap((part) => mapConditions(part, to) ?? []);
      return parts.length > 0 ? joined(query.kind, parts) : query.parts.length === 0 ? query : null;
    }
    case 'not': {
      const part = mapConditions(query.part, to);
      return part === null ? null : not(part);
    }
    default: return to(query);
  }
}
