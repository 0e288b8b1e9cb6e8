import type { Evidence, TechniqueId } from '../model';
import type { Example, Learned } from './learning';
import { bindBook, phrasesIn, type Described, type PhraseBook } from './phraseBook';
import type { Match } from './phrases';
import { readFields, type FieldReading, type Prominence, type Text } from './reading';
import { termsOf, type Term } from './vocabulary';
import { wordModel } from './wordModel';

/** A technique found in a text, before any reader has spoken. `score` is 0..1; 0.5 is the threshold's own score. */
export interface Classified {
  id: TechniqueId;
  score: number;
  evidence: Evidence[];
}

/** How much a phrase's weight counts where it stands, and how much of it is enough. */
export interface Weighting extends Prominence {
  /** What each field can be worth at most; its sum approaches it, so that many words for one thing do not outweigh another. */
  limit: { title: number; abstract: number };
  /** What each further occurrence of the same phrase keeps of the one before. */
  repetition: number;
  /** The weight at which a technique scores 0.5. */
  half: number;
  /** The least score that is reported. */
  threshold: number;
}

/** From this score on a technique is proposed. */
export const PROPOSED = 0.5;

export const defaultWeighting: Weighting = {
  title: { head: 3, complement: 1.6 },
  stance: { own: 1.5, neutral: 0.8, background: 0.3, compared: 0.3, denied: 0 },
  limit: { title: 6, abstract: 3 },
  repetition: 0.5,
  half: 1.1,
  threshold: PROPOSED,
};

export interface Classifier {
  /** The techniques whose score reaches the threshold, the surest first. Total and linear for any text. */
  classify: (text: Text) => Classified[];
  /** What learning needs to know of a text, for one technique or as an example of the library's language. */
  example: (text: Text, technique: TechniqueId | null) => Example;
  /** The same classifier with what was learned of some techniques. */
  taught: (lessons: ReadonlyMap<TechniqueId, Learned>) => Classifier;
}

const MAX_EVIDENCE = 12;

/** One occurrence of a phrase or a word that was learned, with what it adds to its technique. */
interface Finding {
  evidence: Evidence;
  worth: number;
}

interface Tally {
  title: number;
  abstract: number;
  learned: number;
  findings: Finding[];
  /** What the next occurrence of each phrase keeps, by rule. */
  keeps: Map<number, number>;
}

/**
 * Scores a text by the phrases of techniques: each occurrence is worth its weight times the prominence of
 * its place (the title, or the stance of its sentence), repetition counts ever less, and the sum w becomes
 * 1 − 2^(−w / half). Where phrases of one technique overlap, the leftmost and then the longest counts. What was
 * learned of a technique adds to the sum, or takes from it, as far as the phrases leave it open.
 */
export function createClassifier({ techniques }: { techniques: readonly Described[] }, weighting: Weighting = defaultWeighting): Classifier {
  return classifierOf(bindBook(techniques), weighting);
}

export function classifierOf(book: PhraseBook, weighting: Weighting, lessons: ReadonlyMap<TechniqueId, Learned> = new Map()): Classifier {
  const positions = new Map(book.techniques.map(({ id }, position) => [id, position]));
  const learned = new Map([...lessons].flatMap(([id, lesson]): [number, Learned][] => {
    const position = positions.get(id);
    return position === undefined ? [] : [[position, lesson]];
  }));
  const words = wordModel(learned);

  function tallied(reading: readonly FieldReading[]): Map<number, Tally> {
    const tallies = new Map<number, Tally>();
    for (const field of reading) {
      for (const match of phrasesIn(field, book)) count(match, field, tallies);
    }
    return tallies;
  }

  function count(match: Match, field: FieldReading, tallies: Map<number, Tally>): void {
    const rule = book.rules[match.phrase];
    if (rule === undefined || rule.weight === 0) return;
    const tally = tallies.get(rule.technique) ?? emptyTally();
    tallies.set(rule.technique, tally);
    const kept = tally.keeps.get(match.phrase) ?? 1;
    tally.keeps.set(match.phrase, kept * weighting.repetition);
    const trust = learned.get(rule.technique)?.trust.get(match.phrase) ?? 1;
    const worth = rule.weight * field.prominenceOf(match) * kept * trust;
    tally[field.field] += worth;
    if (worth > 0) tally.findings.push({ evidence: evidenceOf(field, match), worth });
  }

  return {
    classify(text) {
      const reading = readFields(text, weighting);
      const tallies = tallied(reading);
      for (const [position, { worth, terms }] of words?.verdicts(reading) ?? []) {
        const tally = tallies.get(position) ?? emptyTally();
        tallies.set(position, tally);
        tally.learned = worth * weighting.half;
        if (worth > 0) tally.findings.push(...terms.map((each) => ({ evidence: quoted(each.term, reading), worth: each.worth * weighting.half })));
      }
      const classified: Classified[] = [];
      for (const [position, tally] of tallies) {
        const score = scoreOf(tally, weighting);
        const technique = book.techniques[position];
        if (technique === undefined || score < weighting.threshold) continue;
        classified.push({ id: technique.id, score, evidence: strongest(tally.findings) });
      }
      return classified.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    },
    example(text, technique) {
      const reading = readFields(text, weighting);
      const tally = technique === null ? undefined : tallied(reading).get(positions.get(technique) ?? -1);
      const speaking = [...(tally?.keeps.keys() ?? [])].filter((phrase) => (book.rules[phrase]?.weight ?? 0) > 0);
      return { terms: termsOf(reading), phrases: speaking, proposed: tally !== undefined && scoreOf(tally, weighting) >= PROPOSED };
    },
    taught: (fresh) => classifierOf(book, weighting, fresh),
  };
}

function emptyTally(): Tally {
  return { title: 0, abstract: 0, learned: 0, findings: [], keeps: new Map() };
}

function quoted({ field, start, end }: Term, reading: readonly FieldReading[]): Evidence {
  const text = reading.find((each) => each.field === field)?.text ?? '';
  return { field, start, end, text: text.slice(start, end) };
}

function evidenceOf({ field, text, tokens }: FieldReading, match: Match): Evidence {
  const start = tokens[match.first]?.start ?? 0;
  const end = tokens[match.last]?.end ?? start;
  return { field, start, end, text: text.slice(start, end) };
}

function scoreOf({ title, abstract, learned }: Tally, { half, limit }: Weighting): number {
  const worth = saturate(title, limit.title) + saturate(abstract, limit.abstract) + learned;
  return worth <= 0 ? 0 : Math.round((1 - 2 ** (-worth / half)) * 1000) / 1000;
}

function saturate(worth: number, limit: number): number {
  return worth <= 0 ? worth : limit * (1 - Math.exp(-worth / limit));
}

/** The findings that weigh most, the longest first among equals, in the order of the text; what overlaps another is left out. */
function strongest(findings: readonly Finding[]): Evidence[] {
  const place = ({ evidence }: Finding): number => (evidence.field === 'title' ? -1 : evidence.start);
  const kept: Finding[] = [];
  for (const finding of findings.toSorted((a, b) => b.worth - a.worth || lengthOf(b) - lengthOf(a))) {
    if (kept.length === MAX_EVIDENCE) break;
    if (!kept.some(({ evidence }) => overlap(evidence, finding.evidence))) kept.push(finding);
  }
  return kept.toSorted((a, b) => place(a) - place(b) || a.evidence.start - b.evidence.start).map(({ evidence }) => evidence);
}

function lengthOf({ evidence: { start, end } }: Finding): number {
  return end - start;
}

function overlap(a: Evidence, b: Evidence): boolean {
  return a.field === b.field && a.start < b.end && b.start < a.end;
}
