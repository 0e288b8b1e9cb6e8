import type { Terms } from './vocabulary';

/** What the reader's decisions on one technique say. The order of the papers does not matter. */
export interface Examples {
  confirmed: readonly Example[];
  rejected: readonly Example[];
  /** Papers of the library on which nothing was decided: what its language is like otherwise. */
  others: readonly Terms[];
}

export interface Example {
  terms: Terms;
  /** The technique's phrases in it that speak for the technique, by their number. */
  phrases: readonly number[];
  /** Whether these phrases alone would propose the technique. */
  proposed: boolean;
}

/** What was learned of a technique: a linear model over the words of the library. */
export interface Learned {
  /** What each term adds, times its prominence. */
  weights: ReadonlyMap<string, number>;
  /** The sum that papers have which are none of it, and the one from which on a paper is proposed. */
  usual: number;
  enough: number;
  /** How much of the verdict is the model's, 0..1: as much as the phrases leave open. */
  share: number;
  /** What is left of the weight of each phrase that misled, by its number. */
  trust: ReadonlyMap<number, number>;
}

/** So many confirmed papers teach words; so many decisions tell which phrases mislead. */
export const ENOUGH_EXAMPLES = 5;

/** Fewer papers than these do not show what the library's language is like. */
const LEAST_OTHERS = 10;
/** How many occurrences the language of the library is worth beforehand, against chance in few papers. */
const PRIOR = 10;
/** Words that are surprising by no more standard deviations than this teach nothing. */
const NOISE = 1;
/** A rejected paper says more of what the technique is not than one nobody has judged. */
const REJECTED_WEIGHT = 3;
/** The prominence at which a word is fully there. */
const FULL = 1.5;
const MOST_TERMS = 500;
/** Where between the usual and the confirmed papers the line is drawn. */
const LINE = 0.7;
/** How many times a phrase has been right, and how many times wrong, before anybody decided. */
const PRIOR_TRUST = 3;

/**
 * Learns a technique from decisions; null as long as they are too few. A word's weight is the square of how
 * surprisingly often it stands in confirmed papers: the log-odds ratio against the rest of the library, with
 * an informative Dirichlet prior, over its standard deviation (Monroe, Colaresi and Quinn 2008, "Fightin'
 * Words", eq. 22). A function of its arguments alone, so a library always learns the same.
 */
export function learn(examples: Examples): Learned | null {
  const { confirmed, rejected, others } = examples;
  if (confirmed.length + rejected.length < ENOUGH_EXAMPLES) return null;
  const trust = trustIn(examples);
  const words = confirmed.length < ENOUGH_EXAMPLES || others.length + rejected.length < LEAST_OTHERS ? null : learnWords(examples);
  return words === null && trust.size === 0 ? null : { ...(words ?? { weights: new Map<string, number>(), usual: 0, enough: 1, share: 0 }), trust };
}

interface Counts { inside: Map<string, number>; outside: Map<string, number>; insideSize: number; outsideSize: number }

function learnWords({ confirmed, rejected, others }: Examples): Omit<Learned, 'trust'> | null {
  const counts: Counts = { inside: new Map(), outside: new Map(), insideSize: confirmed.length, outsideSize: others.length + REJECTED_WEIGHT * rejected.length };
  for (const { terms } of confirmed) add(counts.inside, terms, 1);
  for (const { terms } of rejected) add(counts.outside, terms, REJECTED_WEIGHT);
  for (const terms of others) add(counts.outside, terms, 1);
  const weights = heaviest([...counts.inside].flatMap(([term, inside]): [string, number][] => {
    const weight = weightOf(inside, counts.outside.get(term) ?? 0, counts);
    return weight > 0 ? [[term, weight]] : [];
  }));
  const sums = [...others, ...rejected.map(({ terms }) => terms)].map((terms) => sumOf(terms, weights));
  const usual = mean(sums);
  const deviation = Math.sqrt(mean(sums.map((sum) => (sum - usual) ** 2)));
  // A confirmed paper is judged by the others alone, as one that is to come would be.
  const unseen = { ...counts, insideSize: counts.insideSize - 1 };
  const own = mean(confirmed.map(({ terms }) => sumWithout(terms, weights, unseen)));
  const enough = Math.max(usual + deviation, usual + LINE * (own - usual));
  if (!(enough > usual)) return null;
  const explained = confirmed.filter(({ proposed }) => proposed).length / confirmed.length;
  return { weights, usual, enough, share: (1 - explained) ** 2 };
}

function add(counts: Map<string, number>, terms: Terms, weight: number): void {
  for (const [term, prominence] of terms) counts.set(term, (counts.get(term) ?? 0) + weight * presence(prominence));
}

function presence(prominence: number): number {
  return Math.min(1, prominence / FULL);
}

function weightOf(inside: number, outside: number, { insideSize, outsideSize }: Counts): number {
  if (inside < 1) return 0;
  const prior = (PRIOR * (inside + outside)) / (insideSize + outsideSize);
  const odds = Math.log((inside + prior) / (insideSize + PRIOR - inside - prior)) - Math.log((outside + prior) / (outsideSize + PRIOR - outside - prior));
  const surprise = odds / Math.sqrt(1 / (inside + prior) + 1 / (outside + prior));
  return surprise > NOISE ? (surprise - NOISE) ** 2 : 0;
}

function heaviest(weights: [string, number][]): Map<string, number> {
  return new Map(weights.toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, MOST_TERMS));
}

function sumOf(terms: Terms, weights: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [term, prominence] of terms) sum += (weights.get(term) ?? 0) * prominence;
  return sum;
}

/** The sum of a confirmed paper had it not been there to learn from. */
function sumWithout(terms: Terms, weights: ReadonlyMap<string, number>, counts: Counts): number {
  let sum = 0;
  for (const [term, prominence] of terms) {
    if (weights.has(term)) sum += weightOf((counts.inside.get(term) ?? 0) - presence(prominence), counts.outside.get(term) ?? 0, counts) * prominence;
  }
  return sum;
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}

/** The phrases that were wrong more often than right keep the part of their weight that they deserve. */
function trustIn({ confirmed, rejected }: Examples): Map<number, number> {
  const right = tallied(confirmed);
  return new Map([...tallied(rejected)].flatMap(([phrase, wrong]): [number, number][] => {
    const deserved = (right.get(phrase) ?? 0) + PRIOR_TRUST;
    const trust = (2 * deserved) / (deserved + wrong + PRIOR_TRUST);
    return trust < 1 ? [[phrase, trust]] : [];
  }));
}

function tallied(examples: readonly Example[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { phrases } of examples) for (const phrase of phrases) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  return counts;
}
