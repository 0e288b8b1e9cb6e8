import type { Evidence, Taxonomy, TechniqueId } from '../model';
import type { Clock } from '../ports';
import { inSlices } from '../slices';
import { compilePhrases, growingIndex, type Match, type PhraseIndex } from './phrases';
import { readStance, readTitle, type Stance } from './stance';
import { tokenize, type Token } from './tokens';

/** A technique found in a text, before any reader has spoken. `score` is 0..1; 0.5 is the threshold's own score. */
export interface Classified {
  id: TechniqueId;
  score: number;
  evidence: Evidence[];
}

export interface Classifier {
  /** The techniques whose score reaches the threshold, the surest first. Total and linear for any text. */
  classify: (text: { title: string; abstract: string }) => Classified[];
}

/** How much a phrase's weight counts where it stands, and how much of it is enough. */
export interface Weighting {
  /** In the title: what it is about, and what only follows a preposition (`Pruning for Diffusion Models`). */
  title: { head: number; complement: number };
  stance: Record<Stance, number>;
  /** What each field can be worth at most; its sum approaches it, so that many words for one thing do not outweigh another. */
  limit: { title: number; abstract: number };
  /** What each further occurrence of the same phrase keeps of the one before. */
  repetition: number;
  /** The weight at which a technique scores 0.5. */
  half: number;
  /** The least score that is reported. */
  threshold: number;
}

export const defaultWeighting: Weighting = {
  title: { head: 3, complement: 1.6 },
  stance: { own: 1.5, neutral: 0.8, background: 0.3, compared: 0.3, denied: 0 },
  limit: { title: 6, abstract: 3 },
  repetition: 0.5,
  half: 1.1,
  threshold: 0.5,
};

const MAX_EVIDENCE = 12;

interface Rule {
  technique: number;
  text: string;
  weight: number;
  field: 'title' | 'abstract' | null;
}

/** One occurrence of a phrase, with what it adds to its technique. */
interface Finding {
  evidence: Evidence;
  worth: number;
}

interface Tally {
  title: number;
  abstract: number;
  findings: Finding[];
  /** What the next occurrence of each phrase keeps, by rule. */
  keeps: Map<number, number>;
}

/**
 * Scores a text by the phrases of a taxonomy: each occurrence is worth its weight times the prominence of
 * its place (the title, or the stance of its sentence), repetition counts ever less, and the sum w becomes
 * 1 − 2^(−w / half). Where phrases of one technique overlap, the leftmost and then the longest counts.
 */
export function createClassifier(taxonomy: Taxonomy, weighting: Weighting = defaultWeighting): Classifier {
  const rules = rulesOf(taxonomy);
  return classifierOf(taxonomy, weighting, rules, compilePhrases(rules.map((rule) => rule.text)));
}

/** The same, compiled in slices: a cold start would otherwise spend a tenth of a second on it. */
export async function prepareClassifier(taxonomy: Taxonomy, clock: Pick<Clock, 'elapsed' | 'breathe'>): Promise<Classifier> {
  const rules = rulesOf(taxonomy);
  const index = growingIndex();
  await inSlices(rules, clock, ({ text }) => index.add(text));
  return classifierOf(taxonomy, defaultWeighting, rules, index);
}

function classifierOf(taxonomy: Taxonomy, weighting: Weighting, rules: readonly Rule[], index: PhraseIndex): Classifier {

  function read(field: 'title' | 'abstract', text: string, tallies: Map<number, Tally>): void {
    const tokens = tokenize(text);
    const prominenceOf = field === 'title' ? titleProminence(tokens, weighting) : abstractProminence(tokens, weighting);
    for (const match of longest(index.find(tokens), rules, field)) {
      const rule = rules[match.phrase];
      if (rule === undefined || rule.weight === 0) continue;
      const tally = tallies.get(rule.technique) ?? { title: 0, abstract: 0, findings: [], keeps: new Map<number, number>() };
      tallies.set(rule.technique, tally);
      const kept = tally.keeps.get(match.phrase) ?? 1;
      tally.keeps.set(match.phrase, kept * weighting.repetition);
      const worth = rule.weight * prominenceOf(match) * kept;
      tally[field] += worth;
      if (worth > 0) tally.findings.push({ evidence: evidenceOf(field, text, tokens, match), worth });
    }
  }

  return {
    classify({ title, abstract }) {
      const tallies = new Map<number, Tally>();
      read('title', title, tallies);
      read('abstract', abstract, tallies);
      const classified: Classified[] = [];
      for (const [position, tally] of tallies) {
        const score = scoreOf(tally, weighting);
        const technique = taxonomy.techniques[position];
        if (technique === undefined || score < weighting.threshold) continue;
        classified.push({ id: technique.id, score, evidence: strongest(tally.findings) });
      }
      return classified.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    },
  };
}

/** Every name and synonym is a phrase of weight 1, unless the technique's phrases weigh it themselves. */
function rulesOf(taxonomy: Taxonomy): Rule[] {
  return taxonomy.techniques.flatMap(({ name, synonyms, phrases }, technique) => {
    const listed = new Set(phrases.map((phrase) => phrase.text.toLowerCase()));
    const names = [name, ...synonyms].filter((text) => !listed.has(text.toLowerCase()));
    return [
      ...names.map((text) => ({ technique, text, weight: 1, field: null })),
      ...phrases.map(({ text, weight, field }) => ({ technique, text, weight, field: field ?? null })),
    ];
  });
}

/** Keeps, for each technique, the leftmost and then the longest of overlapping matches. */
function longest(matches: readonly Match[], rules: readonly Rule[], field: 'title' | 'abstract'): Match[] {
  const held = new Map<number, Match>();
  const kept: Match[] = [];
  for (const match of matches) {
    const rule = rules[match.phrase];
    if (rule === undefined || (rule.field !== null && rule.field !== field)) continue;
    const before = held.get(rule.technique);
    if (before !== undefined) {
      if (match.first > before.last) kept.push(before);
      else if (match.first > before.first || (match.last === before.last && rule.field === null)) continue;
    }
    held.set(rule.technique, match);
  }
  return [...kept, ...held.values()];
}

function abstractProminence(tokens: readonly Token[], { stance }: Weighting): (match: Match) => number {
  const stanceOf = readStance(tokens);
  return (match) => stance[stanceOf(match)];
}

function titleProminence(tokens: readonly Token[], { title, stance }: Weighting): (match: Match) => number {
  const placeOf = readTitle(tokens);
  return (match) => {
    const place = placeOf(match);
    return place === 'denied' ? stance.denied : title[place];
  };
}

function evidenceOf(field: 'title' | 'abstract', source: string, tokens: readonly Token[], match: Match): Evidence {
  const start = tokens[match.first]?.start ?? 0;
  const end = tokens[match.last]?.end ?? start;
  return { field, start, end, text: source.slice(start, end) };
}

function scoreOf({ title, abstract }: Tally, { half, limit }: Weighting): number {
  const worth = saturate(title, limit.title) + saturate(abstract, limit.abstract);
  return worth <= 0 ? 0 : Math.round((1 - 2 ** (-worth / half)) * 1000) / 1000;
}

function saturate(worth: number, limit: number): number {
  return worth <= 0 ? worth : limit * (1 - Math.exp(-worth / limit));
}

/** The findings that weigh most, in the order of the text. */
function strongest(findings: readonly Finding[]): Evidence[] {
  const place = ({ evidence }: Finding): number => (evidence.field === 'title' ? -1 : evidence.start);
  return findings
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, MAX_EVIDENCE)
    .toSorted((a, b) => place(a) - place(b) || a.evidence.start - b.evidence.start)
    .map(({ evidence }) => evidence);
}
