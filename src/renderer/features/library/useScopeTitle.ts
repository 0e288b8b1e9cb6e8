import type { CollectionNode } from '../../../core/overview';
import type { Scope } from '../../../core/view';
import { useOverview, useTaxonomy } from '../../app/queries';
import { statusNames } from '../../ui/StatusGlyph';

/** What a part of the library is called, with a line that explains it or says where it lies. */
export function useScopeTitle(scope: Scope): { title: string; line: string | null } {
  const { data: overview } = useOverview();
  const { data: taxonomy } = useTaxonomy();
  switch (scope.kind) {
    case 'all': return { title: 'All papers', line: null };
    case 'status': return { title: statusNames[scope.status], line: null };
    case 'tag': return { title: scope.tag, line: 'Papers with this tag' };
    case 'trash': return { title: 'Trash', line: 'What is here can be restored, or deleted for good.' };
    case 'technique': {
      const technique = taxonomy?.techniques.find(({ id }) => id === scope.id);
      return { title: technique?.name ?? scope.id, line: technique?.definition ?? null };
    }
    case 'collection': {
      const path = pathTo(overview?.collections ?? [], scope.id);
      return { title: path.at(-1)?.name ?? 'Collection', line: path.length < 2 ? null : `in ${path.slice(0, -1).map(({ name }) => name).join(' › ')}` };
    }
  }
}

/** The collections from the top down to `id`; empty when it is not there. */
export function pathTo(nodes: readonly CollectionNode[], id: string): CollectionNode[] {
  for (const node of nodes) {
    if (node.id === id) return [node];
    const below = pathTo(node.children, id);
    if (below.length > 0) return [node, ...below];
  }
  return [];
}
