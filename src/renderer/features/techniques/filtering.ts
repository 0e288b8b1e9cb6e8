import type { TechniqueId } from '../../../core/model';
import { goToScope } from '../../app/route';
import { useLibrary } from '../../app/selection';

/** What a filter says that wants both techniques, either of them, or the first without the second. */
export const combined = {
  and: (one: TechniqueId, other: TechniqueId): string => `technique:${one} technique:${other}`,
  or: (one: TechniqueId, other: TechniqueId): string => `technique:${one} OR technique:${other}`,
  not: (one: TechniqueId, other: TechniqueId): string => `technique:${one} -technique:${other}`,
};

/** Shows the papers that a query finds. */
export function showPapers(query: string): void {
  useLibrary.getState().setFilter(query);
  goToScope({ kind: 'all' });
}

/** Shows all papers of a technique. */
export function showTechnique(id: TechniqueId): void {
  useLibrary.getState().setFilter('');
  goToScope({ kind: 'technique', id });
}
