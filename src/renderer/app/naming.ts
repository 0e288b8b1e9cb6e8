import type { CollectionNode, Overview } from '../../core/overview';
import type { ReadingStatus } from '../../core/model';
import type { View } from '../../core/view';

const statusNames: Record<ReadingStatus, string> = { 'to-read': 'To read', reading: 'Reading', done: 'Done' };

interface Names {
  techniques: readonly Pick<Overview['techniques'][number], 'id' | 'name'>[];
  collections: Overview['collections'];
}

/** What a view is called: `All papers`, `Quantization`, with the filter where there is one. */
export function nameOfView({ scope, filter }: Pick<View, 'scope' | 'filter'>, names: Names | undefined): string {
  const name = nameOfScope(scope, names);
  return filter.trim() === '' ? name : `${name} matching “${filter.trim()}”`;
}

function nameOfScope(scope: View['scope'], names: Names | undefined): string {
  switch (scope.kind) {
    case 'all': return 'All papers';
    case 'trash': return 'Trash';
    case 'status': return statusNames[scope.status];
    case 'technique': return names?.techniques.find(({ id }) => id === scope.id)?.name ?? scope.id;
    case 'collection': return collectionName(names?.collections ?? [], scope.id) ?? 'Collection';
    case 'tag': return `#${scope.tag}`;
    default: return scope satisfies never;
  }
}

function collectionName(nodes: readonly CollectionNode[], id: string): string | undefined {
  for (const node of nodes) {
    const name = node.id === id ? node.name : collectionName(node.children, id);
    if (name !== undefined) return name;
  }
  return undefined;
}

const LONGEST_NAME = 60;

/** The name of a file that holds what `title` names: `lectern-all-papers.bib`. Letters of every script stay, what file systems mind does not. */
export function fileNameOf(title: string, extension: string): string {
  const words = title.toLowerCase().normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = [...words.join('-')].slice(0, LONGEST_NAME).join('').replace(/-$/, '');
  return `lectern${name === '' ? '' : `-${name}`}.${extension}`;
}
