/** A passage of a digest's text and what stands before it. */
export interface Passage {
  text: string;
  line: number;
  /** Whether votes or a "Submitted by" stand directly before it, as they do before a title. */
  opensCard: boolean;
}

/** `stray` is a body of text before the first title. */
export type Part = 'title' | 'abstract' | 'continuation' | 'stray';

const parts: readonly Part[] = ['title', 'abstract', 'continuation', 'stray'];
const never = Number.NEGATIVE_INFINITY;

/** How likely one part follows another, as log weights; what is not listed cannot be. */
const after: Record<Part | 'start', Partial<Record<Part, number>>> = {
  start: { title: 0, stray: -3 },
  stray: { title: 0, stray: -2 },
  title: { abstract: 0, title: -1.5 },
  abstract: { title: 0, continuation: -3 },
  continuation: { title: 0, continuation: -2 },
};

const longTitle = 200;
const shortTitle = 60;
const sentenceEnd = /[.…。][")'”’\]]{0,3}$/;
const openEnd = /[,;:]$/;
const sentenceBreak = /[.!?。] ?[\p{Lu}\p{Lo}(]/u;
const runningStart = /^(?:we|our|in this|this|these|it|they|here|finally|moreover|however|specifically|code|project page|see) /i;

/**
 * Labels the passages of a digest: the most likely sequence of titles and abstracts (Viterbi 1967), judged by
 * length, sentence punctuation, capitals and position alone. Linear in the number of passages.
 */
export function labelPassages(passages: readonly Passage[]): Part[] {
  let scores: Record<Part, number> | null = null;
  const arrivals: Record<Part, Part>[] = [];
  for (const passage of passages) {
    const fits = scorePassage(passage);
    const arrival: Record<Part, Part> = { title: 'title', abstract: 'title', continuation: 'abstract', stray: 'stray' };
    const next: Record<Part, number> = { title: never, abstract: never, continuation: never, stray: never };
    for (const part of parts) {
      if (scores === null) {
        next[part] = (after.start[part] ?? never) + fits[part];
        continue;
      }
      for (const from of parts) {
        const score: number = scores[from] + (after[from][part] ?? never) + fits[part];
        if (score > next[part]) {
          next[part] = score;
          arrival[part] = from;
        }
      }
    }
    scores = next;
    arrivals.push(arrival);
  }
  return scores === null ? [] : traceBack(scores, arrivals);
}

function traceBack(scores: Record<Part, number>, arrivals: readonly Record<Part, Part>[]): Part[] {
  let part = parts.reduce((best, other) => (scores[other] > scores[best] ? other : best));
  const labels: Part[] = [];
  for (const arrival of arrivals.toReversed()) {
    labels.push(part);
    part = arrival[part];
  }
  return labels.toReversed();
}

function scorePassage({ text, opensCard }: Passage): Record<Part, number> {
  const ends = sentenceEnd.test(text);
  const breaks = sentenceBreak.test(text.slice(0, 2 * longTitle));
  const capitals = capitalShare(text.slice(0, longTitle)) >= 0.6;
  const body = scoreBody(text, ends, breaks, capitals) - (opensCard && text.length <= longTitle ? 3 : 0);
  return { title: scoreTitle(text, ends, breaks, capitals) + (opensCard ? 3 : 0), abstract: body, continuation: body, stray: body };
}

function scoreTitle(text: string, ends: boolean, breaks: boolean, capitals: boolean): number {
  let score = text.length <= longTitle ? 0 : text.length <= 1.5 * longTitle ? -4 : -12;
  if (ends) score -= capitals || text.length <= shortTitle ? 2.5 : 3.5;
  if (openEnd.test(text)) score -= 2;
  if (breaks) score -= 1.5;
  if (/https?:\/\//.test(text)) score -= 2;
  if (runningStart.test(text)) score -= 1.5;
  if (capitals) score += 2;
  if (!text.includes(' ')) score -= 1;
  return score;
}

function scoreBody(text: string, ends: boolean, breaks: boolean, capitals: boolean): number {
  if (text.length > 1.5 * longTitle || (text.length > longTitle && (ends || breaks))) return 3;
  const length = text.length > longTitle ? 0 : text.length > 80 ? 0.5 : -0.5;
  return length + (ends ? 2 : capitals ? -3 : -1);
}

/** The share of longer words that begin with a capital: high in a title set in title case. */
function capitalShare(text: string): number {
  const words = text.split(' ').filter((word) => word.length > 3);
  if (words.length < 2) return 0;
  return words.filter((word) => /^\P{L}{0,3}\p{Lu}/u.test(word)).length / words.length;
}
