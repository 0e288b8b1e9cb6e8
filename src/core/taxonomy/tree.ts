import type { OwnTechnique, Taxonomy, TechniqueId } from '../model';
import { settingsIn } from '../settings';
import type { ReadonlyTables } from '../tables';

/** The taxonomy that holds in a library: the built-in techniques, unless it does without them, and those of the reader over them. */
export interface TechniqueTree {
  /** Every technique, retired ones too: each after its parent, siblings in their order. */
  readonly techniques: readonly OwnTechnique[];
  get(id: TechniqueId): OwnTechnique | undefined;
  /** From the parent up to the root; none for a root or for what is unknown. */
  ancestors(id: TechniqueId): readonly TechniqueId[];
}

const none: readonly TechniqueId[] = [];

/** The techniques of a file as a library has them; siblings keep the order of the file. */
export function unfolded({ techniques }: Pick<Taxonomy, 'techniques'>): OwnTechnique[] {
  return techniques.map(({ parentId = null, ...rest }, order) => ({ ...rest, parentId, order, retired: false }));
}

export function treeIn({ techniques, settings }: Pick<ReadonlyTables, 'techniques' | 'settings'>, builtIn: readonly OwnTechnique[]): TechniqueTree {
  const merged = new Map<TechniqueId, OwnTechnique>();
  if (settingsIn({ settings }).taxonomy !== 'own') for (const technique of builtIn) merged.set(technique.id, technique);
  for (const technique of techniques.values()) merged.set(technique.id, technique);
  return treeOf([...merged.values()]);
}

/** Records from elsewhere may name a parent that is not there, or one another; each becomes a root then. */
export function treeOf(records: readonly OwnTechnique[]): TechniqueTree {
  const byId = new Map(records.map((technique) => [technique.id, technique]));
  const below = new Map<TechniqueId | null, OwnTechnique[]>();
  for (const technique of records.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))) {
    const parent = technique.parentId !== null && byId.has(technique.parentId) ? technique.parentId : null;
    const siblings = below.get(parent);
    if (siblings) siblings.push(technique);
    else below.set(parent, [technique]);
  }
  const placed = new Map<TechniqueId, { technique: OwnTechnique; ancestors: readonly TechniqueId[] }>();
  const roots = [...(below.get(null) ?? [])];
  const place = (from: readonly OwnTechnique[]): void => {
    const waiting = from.map((technique) => ({ technique, ancestors: none })).toReversed();
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { technique, ancestors } = next;
      if (placed.has(technique.id)) continue;
      placed.set(technique.id, { technique: ancestors.length === 0 ? asRoot(technique) : technique, ancestors });
      const inside = [technique.id, ...ancestors];
      waiting.push(...(below.get(technique.id) ?? []).map((child) => ({ technique: child, ancestors: inside })).toReversed());
    }
  };
  place(roots);
  for (const technique of records) place([technique]); // whatever is left names one another
  return {
    techniques: [...placed.values()].map(({ technique }) => technique),
    get: (id) => placed.get(id)?.technique,
    ancestors: (id) => placed.get(id)?.ancestors ?? none,
  };
}

function asRoot(technique: OwnTechnique): OwnTechnique {
  return technique.parentId === null ? technique : { ...technique, parentId: null };
}
