import fc from 'fast-check';
import { all, any, choiceFields, choices, hasLetters, nameFields, not, textFields, type Bounds, type Choice, type ChoiceField, type Condition, type Naming, type Query, type Wording } from '../../src/core/query';

/** Text with what means something in a query. */
export const awkward = fc.string({ unit: fc.constantFrom('a', 'B', '7', 'é', '漢', '-', '*', '~', '"', '\\', ':', '(', ')', ' ', '.', '<', '\n', '😀'), maxLength: 8 });
const text = fc.oneof(awkward, fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom('OR', 'AND', 'NOT', 'tag:x', 'foo:bar', '-a', 'a~')).filter(hasLetters);
const parts = fc.array(awkward, { minLength: 2, maxLength: 4 }).filter((some) => some.some(hasLetters));
const wording: fc.Arbitrary<Wording> = fc.oneof(
  fc.record({ match: fc.constantFrom('word' as const, 'phrase' as const, 'fuzzy' as const), text }),
  fc.record({ match: fc.constant('pattern' as const), parts }),
);
const naming: fc.Arbitrary<Naming> = fc.oneof(
  fc.record({ match: fc.constant('name' as const), text }),
  fc.record({ match: fc.constant('pattern' as const), parts }),
);
const year = fc.oneof(fc.integer({ min: 0, max: 9999 }).map(String), fc.integer({ min: -9999, max: -1 }).map(String));
const star = fc.integer({ min: 0, max: 5 }).map(String);
const date = fc.constantFrom('2024', '2024-02', '2024-02-29', '1999-12-31');
const age = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom('d', 'w', 'm', 'y')).map(([count, unit]) => `${count}${unit}`);
const than = fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const);
function bounds(end: fc.Arbitrary<string>, point: fc.Arbitrary<string> = end): fc.Arbitrary<Bounds> {
  return fc.oneof(
    fc.record({ kind: fc.constant('at' as const), at: point }),
    fc.record({ kind: fc.constant('than' as const), than, at: point }),
    fc.oneof(fc.record({ from: end, to: fc.constant(null) }), fc.record({ from: fc.constant(null), to: end }), end.map((same) => ({ from: same, to: same })))
      .map(({ from, to }) => ({ kind: 'span' as const, from, to })),
  );
}
const choice: fc.Arbitrary<Choice> = fc.constantFrom(...choiceFields.flatMap((field: ChoiceField) => choices[field].map((value) => ({ kind: 'choice', field, value }) as Choice)));
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), field: fc.constantFrom(null, ...textFields), wording }),
  fc.record({ kind: fc.constant('name' as const), field: fc.constantFrom(...nameFields), naming }),
  fc.record({ kind: fc.constant('range' as const), field: fc.constant('year' as const), bounds: bounds(year) }),
  fc.record({ kind: fc.constant('range' as const), field: fc.constant('rating' as const), bounds: bounds(star) }),
  fc.record({ kind: fc.constant('range' as const), field: fc.constant('added' as const), bounds: bounds(date, fc.oneof(date, age)) }),
  choice,
);
/** Any query. */
export const { query } = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof({ depthSize: 'small', withCrossShrink: true }, condition,
    fc.array(tie('query'), { minLength: 1, maxLength: 4 }).map(all),
    fc.array(tie('query'), { minLength: 1, maxLength: 4 }).map(any),
    tie('query').map(not)),
}));
