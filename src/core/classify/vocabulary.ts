import type { FieldReading } from './reading';

/** A word of a paper, or two that stand together. Offsets are UTF-16 code units of the field. */
export interface Term {
  key: string;
  field: 'title' | 'abstract';
  start: number;
  end: number;
  /** How much it counts where it stands. */
  prominence: number;
}

/** How much each term of a paper counts in its most prominent place. */
export type Terms = ReadonlyMap<string, number>;

/** Words of grammar, which say nothing of what a text is about. */
const GRAMMAR = new Set((
  'the and for with from that this these those which while where when what how than then thus hence also such into onto over under between among '
  + 'through across within without upon about after before during against because since until although though however therefore moreover furthermore '
  + 'are was were been being has have had does did can could may might must shall should will would not nor but yet both either neither each every '
  + 'all any some most more less few many much other another same such own our their its his her they them you your who whom whose itself themselves '
  + 'one two first second only very too well even still just using used use uses via per out off'
).split(' '));

/**
 * Visits the words of a paper that mean something, and pairs of them that stand together; linear in the text. Where
 * `beginnings` are given, only pairs that begin with one of these.
 */
export function visitTerms(reading: readonly FieldReading[], visit: (term: Term) => void, beginnings?: ReadonlySet<string>): void {
  for (const { field, tokens, prominenceOf } of reading) {
    let before: Term | null = null;
    for (let first = 0; first < tokens.length;) {
      const token = tokens[first];
      if (token === undefined) break;
      let key = token.key;
      let last = first;
      // The humps of a camel-cased word are one word here.
      for (let next = tokens[last + 1]; next !== undefined && next.start === tokens[last]?.end; next = tokens[last + 1]) {
        key += next.key;
        last += 1;
      }
      const end = tokens[last]?.end ?? token.end;
      if (key.length < 3 || GRAMMAR.has(key) || /^\d+$/.test(key)) before = null;
      else {
        const term: Term = { key, field, start: token.start, end, prominence: prominenceOf({ first, last }) };
        visit(term);
        if (before !== null && token.joined && (beginnings === undefined || beginnings.has(before.key))) {
          visit({ key: `${before.key} ${key}`, field, start: before.start, end, prominence: Math.min(before.prominence, term.prominence) });
        }
        before = term;
      }
      first = last + 1;
    }
  }
}

export function termsOf(reading: readonly FieldReading[]): Terms {
  const terms = new Map<string, number>();
  visitTerms(reading, ({ key, prominence }) => {
    if (prominence > (terms.get(key) ?? 0)) terms.set(key, prominence);
  });
  return terms;
}
