import type { Assignment, Paper, TechniqueId } from '../model';
import type { Classified } from './classifier';

/**
 * Joins what the classifier found with what the reader decided; the reader always wins. A confirmed
 * technique has score 1 and is there even where the text says nothing of it, or the taxonomy no longer
 * has it. Confirmed and suggested ones stand by score, rejected ones last.
 */
export function assignmentsOf(classified: readonly Classified[], decisions: Paper['decisions']): Assignment[] {
  const byId = new Map<TechniqueId, Assignment>();
  for (const found of classified) byId.set(found.id, { ...found, state: 'suggested' });
  for (const [key, decision] of Object.entries(decisions)) {
    const id = key as TechniqueId;
    const found = byId.get(id);
    const score = decision === 'confirmed' ? 1 : (found?.score ?? 0);
    byId.set(id, { id, score, state: decision, evidence: found?.evidence ?? [] });
  }
  return [...byId.values()].toSorted((a, b) => rank(a) - rank(b) || b.score - a.score);
}

function rank(assignment: Assignment): number {
  return assignment.state === 'rejected' ? 1 : 0;
}
