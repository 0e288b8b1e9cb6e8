import type { CollectionId } from '../../core/model';
import type { CollectionNode } from '../../core/overview';

/** A collection as a line of a list. */
export interface CollectionLine {
  id: CollectionId;
  name: string;
  /** Its name behind those of the collections it is in: `Thesis / Chapter 2`. */
  path: string;
  count: number;
  /** How deep it lies inside others. */
  level: number;
  /** That of a smart collection. */
  query?: string | undefined;
}

/** All collections of a tree, from top to bottom. */
export function collectionLines(nodes: readonly CollectionNode[], above = '', level = 0): CollectionLine[] {
  return nodes.flatMap(({ id, name, count, query, children }) => {
    const path = `${above}${name}`;
    return [{ id, name, path, count, level, query }, ...collectionLines(children, `${path} / `, level + 1)];
  });
}
