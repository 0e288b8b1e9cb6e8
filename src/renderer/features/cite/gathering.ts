import type { Citable } from '../../../core/citing';

/** The papers of a palette: those gathered, and the one that the keyboard is at. */
export interface Gathering {
  gathered: readonly Citable[];
  active: Citable | undefined;
  /** Whether words narrow the list: only then the active paper is meant by itself. */
  sought: boolean;
}

/** What Enter copies: what was gathered, and the active paper, unless something was gathered and nothing more is sought. */
export function toCopy({ gathered, active, sought }: Gathering): Citable[] {
  if (active === undefined || (gathered.length > 0 && !sought) || holds(gathered, active)) return [...gathered];
  return [...gathered, active];
}

/** With a paper that was not gathered, without one that was. */
export function toggled(gathered: readonly Citable[], paper: Citable): Citable[] {
  return holds(gathered, paper) ? gathered.filter(({ id }) => id !== paper.id) : [...gathered, paper];
}

export function holds(gathered: readonly Citable[], { id }: Pick<Citable, 'id'>): boolean {
  return gathered.some((other) => other.id === id);
}
