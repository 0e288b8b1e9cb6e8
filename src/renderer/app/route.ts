import { useMemo } from 'react';
import { navigate, useHashLocation } from 'wouter/use-hash-location';
import { AnnotationId, PaperId } from '../../core/model';
import type { Scope } from '../../core/view';

/** Where the window is: a scope of the library, or a paper, perhaps at one of its annotations. */
export type Route =
  | { kind: 'library'; scope: Scope }
  | { kind: 'paper'; id: PaperId; annotation: AnnotationId | null };

/** The address of a route, behind the `#`. */
export function hrefOf(route: Route): string {
  if (route.kind === 'paper') return `/paper/${route.id}${route.annotation === null ? '' : `/annotation/${route.annotation}`}`;
  const { scope } = route;
  switch (scope.kind) {
    case 'status': return `/status/${scope.status}`;
    case 'technique': return `/technique/${scope.id}`;
    case 'collection': return `/collection/${scope.id}`;
    case 'tag': return `/tag/${encodeURIComponent(scope.tag)}`;
    case 'trash': return '/trash';
    default: return '/all';
  }
}

/** Reads an address; what is none leads to all papers. */
export function routeOf(path: string): Route {
  const [, kind = '', value = '', sub, annotation] = path.split('/');
  const library = (scope: Scope): Route => ({ kind: 'library', scope });
  switch (kind) {
    case 'paper': {
      const id = PaperId.safeParse(value);
      if (!id.success) return library({ kind: 'all' });
      const at = sub === 'annotation' ? AnnotationId.safeParse(annotation) : undefined;
      return { kind: 'paper', id: id.data, annotation: at?.success ? at.data : null };
    }
    case 'status': return library(value === 'reading' || value === 'done' || value === 'to-read' ? { kind: 'status', status: value } : { kind: 'all' });
    case 'technique': return library({ kind: 'technique', id: value as Extract<Scope, { kind: 'technique' }>['id'] });
    case 'collection': return library({ kind: 'collection', id: value as Extract<Scope, { kind: 'collection' }>['id'] });
    case 'tag': return library({ kind: 'tag', tag: decoded(value) });
    case 'trash': return library({ kind: 'trash' });
    default: return library({ kind: 'all' });
  }
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return value;
    throw error;
  }
}

export function useRoute(): Route {
  const [path] = useHashLocation();
  return useMemo(() => routeOf(path), [path]);
}

export function go(route: Route): void {
  navigate(hrefOf(route));
}

export const goToPaper = (id: PaperId, annotation: AnnotationId | null = null): void => go({ kind: 'paper', id, annotation });
export const goToScope = (scope: Scope): void => go({ kind: 'library', scope });
