/** What a victim does, numbered, so that afterwards it can be told what must be there. */
const kinds = ['paper', 'note', 'edit', 'import'] as const;
export type Kind = (typeof kinds)[number];
export const KINDS = kinds.length;
const PARTS = 25;

export const kindOf = (n: number): Kind => kinds[n % KINDS] ?? 'paper';
export const titleOf = (n: number): string => `deed ${n}`;
export const bodyOf = (n: number): string => `the words of deed ${n}. `.repeat(20);
/** The titles of an import: one transaction. */
export const partsOf = (n: number): string[] => Array.from({ length: PARTS }, (_, part) => `deed ${n} part ${part}`);

export interface Counted { papers: ReadonlyMap<string, number>; notes: ReadonlyMap<string, string> }

/**
 * How much of a deed is there: none, half, or the whole. An edit is two transactions: a note without a
 * body is the first of them and no half.
 */
export function presence(n: number, { papers, notes }: Counted): 'none' | 'half' | 'whole' {
  switch (kindOf(n)) {
    case 'paper': return share(papers.get(titleOf(n)) ?? 0, 1);
    case 'note': return notes.has(titleOf(n)) ? (notes.get(titleOf(n)) === bodyOf(n) ? 'whole' : 'half') : 'none';
    case 'edit': return (notes.get(titleOf(n)) ?? '') === '' ? 'none' : notes.get(titleOf(n)) === bodyOf(n) ? 'whole' : 'half';
    case 'import': return share(partsOf(n).reduce((sum, title) => sum + (papers.get(title) ?? 0), 0), PARTS);
  }
}

function share(count: number, all: number): 'none' | 'half' | 'whole' {
  return count === 0 ? 'none' : count === all ? 'whole' : 'half';
}
