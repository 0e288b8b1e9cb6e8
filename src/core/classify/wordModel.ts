import type { Learned } from './learning';
import type { FieldReading } from './reading';
import { visitTerms, type Term } from './vocabulary';

/** What the words of a text say of a technique, in units of what is enough: for it, or below zero against it. */
export interface Verdict {
  worth: number;
  /** The terms that speak for it, and how much of the worth is theirs. */
  terms: { term: Term; worth: number }[];
}

export interface WordModel {
  /** The verdict on each technique, by its position. */
  verdicts(reading: readonly FieldReading[]): Iterable<[number, Verdict]>;
}

/** How far what was learned may outweigh what the phrases say. */
const MOST = 2;

/** The models of all techniques, by the term; null where no words were learned. */
export function wordModel(learned: ReadonlyMap<number, Learned>): WordModel | null {
  const models = [...learned].filter(([, { share }]) => share > 0);
  if (models.length === 0) return null;
  const byTerm = new Map<string, { model: number; weight: number }[]>();
  const beginnings = new Set<string>();
  models.forEach(([, { weights }], model) => {
    for (const [key, weight] of weights) {
      const known = byTerm.get(key);
      if (known) known.push({ model, weight });
      else byTerm.set(key, [{ model, weight }]);
      const space = key.indexOf(' ');
      if (space !== -1) beginnings.add(key.slice(0, space));
    }
  });

  return {
    verdicts(reading) {
      const found = new Map<string, Term>();
      visitTerms(reading, (term) => {
        if (byTerm.has(term.key) && term.prominence > (found.get(term.key)?.prominence ?? 0)) found.set(term.key, term);
      }, beginnings);
      const sums = models.map(() => ({ sum: 0, terms: [] as Verdict['terms'] }));
      for (const [key, term] of found) {
        for (const { model, weight } of byTerm.get(key) ?? []) {
          const own = sums[model];
          if (own === undefined) continue;
          own.sum += weight * term.prominence;
          own.terms.push({ term, worth: weight * term.prominence });
        }
      }
      return models.map(([position, { usual, enough, share }], model): [number, Verdict] => {
        const { sum = 0, terms = [] } = sums[model] ?? {};
        const unit = share / (enough - usual);
        const worth = Math.max(-share, Math.min(MOST * share, (sum - usual) * unit));
        return [position, { worth, terms: worth > 0 ? terms.map(({ term, worth: part }) => ({ term, worth: part * unit })) : [] }];
      });
    },
  };
}
