import type { Assignment, Evidence, Membership, Paper, TechniqueId } from '../model';
import type { TechniqueTree } from '../taxonomy/tree';
import { PROPOSED, type Classified } from './classifier';

/** A technique that was found in a text, and how surely. */
export type Found = Pick<Classified, 'id' | 'score'>;

/**
 * Joins what the classifier found with what the reader decided; the reader always wins. A confirmed
 * technique has score 1 and is there even where the text says nothing of it, or the taxonomy no longer
 * has it. What is in a technique is in its ancestors too, at least as surely; where the reader has rejected an
 * ancestor nothing in it is proposed. Confirmed and suggested ones stand by score, an ancestor before what
 * is in it, rejected ones last.
 */
export function membershipsOf(found: readonly Found[], decisions: Paper['decisions'], tree: TechniqueTree): Membership[] {
  const byId = new Map<TechniqueId, Membership>();
  for (const { id, score } of found) {
    const technique = tree.get(id);
    if (score < PROPOSED || technique === undefined || technique.retired) continue;
    const ancestors = tree.ancestors(id);
    if (ancestors.some((ancestor) => decisions[ancestor] === 'rejected')) continue;
    byId.set(id, { id, ancestors, score, state: 'suggested' });
  }
  for (const key in decisions) {
    const id = key as TechniqueId;
    const state = decisions[id];
    if (state === undefined) continue;
    const score = state === 'confirmed' ? 1 : (found.find((each) => each.id === id)?.score ?? 0);
    byId.set(id, { id, ancestors: tree.ancestors(id), score, state });
  }
  for (const membership of byId.values()) lift(membership, byId, tree);
  return [...byId.values()].toSorted(inOrder);
}

/** The same with the evidence of each; that of an ancestor which the text does not name itself is that of what is in it. */
export function assignmentsOf(classified: readonly Classified[], decisions: Paper['decisions'], tree: TechniqueTree): Assignment[] {
  const evidence = new Map<TechniqueId, Evidence[]>(classified.map((each) => [each.id, each.evidence]));
  const memberships = membershipsOf(classified, decisions, tree);
  for (const { id, ancestors, state } of memberships.toReversed()) {
    const own = evidence.get(id);
    if (state === 'rejected' || own === undefined) continue;
    for (const ancestor of ancestors) if (!evidence.has(ancestor)) evidence.set(ancestor, own);
  }
  return memberships.map(({ id, ancestors, score, state }) => ({ id, ancestors, score, state, evidence: evidence.get(id) ?? [] }));
}

/** Makes the ancestors of a membership at least as sure as it is. */
function lift({ ancestors, state, score }: Membership, byId: Map<TechniqueId, Membership>, tree: TechniqueTree): void {
  if (state === 'rejected') return;
  for (const id of ancestors) {
    const known = byId.get(id);
    if (known === undefined) byId.set(id, { id, ancestors: tree.ancestors(id), score, state: 'suggested' });
    else if (known.state !== 'rejected' && known.score < score) known.score = score;
  }
}

function inOrder(a: Membership, b: Membership): number {
  return rank(a) - rank(b) || b.score - a.score || a.ancestors.length - b.ancestors.length || (a.id < b.id ? -1 : 1);
}

function rank(membership: Membership): number {
  return membership.state === 'rejected' ? 1 : 0;
}
