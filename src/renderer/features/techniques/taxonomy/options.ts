import type { TechniqueId } from '../../../../core/model';
import { pathTo } from '../../../app/techniqueTree';

interface Listed { id: TechniqueId; parentId: TechniqueId | null; name: string; retired: boolean }

/** Techniques to choose from, indented as they lie in each other, behind a first one that stands for none. */
export function techniqueOptions(techniques: readonly Listed[], none: string, leftOut: (id: TechniqueId) => boolean = () => false): { value: string; label: string }[] {
  return [
    { value: '', label: none },
    ...techniques.filter(({ id, retired }) => !retired && !leftOut(id)).map(({ id, name }) => ({ value: id as string, label: `${'\u2003'.repeat(pathTo(techniques, id).length - 1)}${name}` })),
  ];
}
