import type { Assignment, Paper, TechniqueId } from '../model';
import type { TechniqueTree } from '../taxonomy/tree';
import { PROPOSED, type Classified } from './classifier';

/**
 * Joins what the classifier found with what the reader decided; the reader always wins. A confirmed
 * technique has score 1 and is there even where the text says nothing of it, or the taxonomy no longer
 * has it. What is in a technique is in its ancestors too, at least as surely; where the reader has rejected an
 * ancestor nothing in it is proposed. Confirmed and suggested ones stand by score, an ancestor before what
 * is in it, rejected ones last.
 */
export function assignmentsOf(classified: readonly Classified[], decisions: Paper['decisions'], tree: Pick<TechniqueTree, 'ancestors'>): Assignment[] {
  const byId = new Map<TechniqueId, Assignment>();
  for (const { id, score, evidence } of classified) {
    if (score < PROPOSED) continue;
    const ancestors = tree.ancestors(id) as TechniqueId[];
    if (ancestors.some((ancestor) => decisions[ancestor] === 'rejected')) continue;
    byId.set(id, { id, ancestors, score, state: 'suggested', evidence });
  }
  for (const key in decisions) {
    const id = key as TechniqueId;
    const state = decisions[id];
    if (state === undefined) continue;
    const found = classified.find((each) => each.id === id);
    byId.set(id, { id, ancestors: tree.ancestors(id) as TechniqueId[], score: state === 'confirmed' ? 1 : (found?.score ?? 0), state, evidence: found?.evidence ?? [] });
  }
  for (const assignment of [...byId.values()]) lift(assignment, byId, tree);
  return [...byId.values()].sort(inOrder);
}

/** Makes the ancestors of a membership at least as sure as it is. */
function lift({ ancestors, state, score, evidence }: Assignment, byId: Map<TechniqueId, Assignment>, tree: Pick<TechniqueTree, 'ancestors'>): void {
  if (state === 'rejected') return;
  for (const id of ancestors) {
    const known = byId.get(id);
    if (known === undefined) byId.set(id, { id, ancestors: tree.ancestors(id) as TechniqueId[], score, state: 'suggested', evidence });
    else if (known.state !== 'rejected' && known.score < score) known.score = score;
  }
}

function inOrder(a: Assignment, b: Assignment): number {
  return rank(a) - rank(b) || b.score - a.score || a.ancestors.length - b.ancestors.length || (a.id < b.id ? -1 : 1);
}

function rank(assignment: Assignment): number {
  return assignment.state === 'rejected' ? 1 : 0;
}
