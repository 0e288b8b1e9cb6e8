import type { Gathered, Part } from './gathering';

export interface Ranked { slots: Uint32Array; scores: Float32Array }

/** What was gathered from all parts, by the numbers of the papers. */
export function collect(parts: readonly Part[], gathered: readonly Gathered[]): Ranked {
  const size = gathered.reduce((sum, { count }) => sum + count, 0);
  const slots = new Uint32Array(size);
  const scores = new Float32Array(size);
  let next = 0;
  for (const [index, { papers, values, count }] of gathered.entries()) {
    const own = parts[index]?.slots;
    for (let at = 0; at < count; at += 1) {
      const paper = papers[at] ?? 0;
      slots[next] = own?.[paper] ?? 0;
      scores[next] = values[paper] ?? 0;
      next += 1;
    }
  }
  return { slots, scores };
}

/**
 * Brings the best `limit` to the front, in order; those with the same score in the order of their numbers. Answers with how
 * many that are.
 */
export function bestFirst({ slots, scores }: Ranked, limit: number): number {
  const ranked = Math.min(limit, slots.length);
  if (ranked === 0) return 0;
  const order = (a: number, b: number): number => (scores[b] ?? 0) - (scores[a] ?? 0) || (slots[a] ?? 0) - (slots[b] ?? 0);
  const best: number[] = [];
  let worst = -1;
  let least = -Infinity;
  const cut = (): void => {
    best.sort(order);
    best.length = Math.min(best.length, ranked);
    worst = best[ranked - 1] ?? -1;
    least = worst < 0 ? -Infinity : (scores[worst] ?? 0);
  };
  for (let at = 0; at < slots.length; at += 1) {
    const score = scores[at] ?? 0;
    if (score < least || (score === least && order(worst, at) < 0)) continue;
    best.push(at);
    if (best.length >= 4 * ranked + 64) cut();
  }
  cut();
  bringToFront({ slots, scores }, best);
  return ranked;
}

function bringToFront({ slots, scores }: Ranked, best: readonly number[]): void {
  const first = { slots: Uint32Array.from(best, (at) => slots[at] ?? 0), scores: Float32Array.from(best, (at) => scores[at] ?? 0) };
  const isFirst = new Set(best);
  // What stands in the first places and is not among the best goes where one of the best comes from.
  const free = best.filter((at) => at >= best.length);
  for (let at = 0; at < best.length; at += 1) {
    if (isFirst.has(at)) continue;
    const to = free.pop() ?? at;
    slots[to] = slots[at] ?? 0;
    scores[to] = scores[at] ?? 0;
  }
  slots.set(first.slots);
  scores.set(first.scores);
}
