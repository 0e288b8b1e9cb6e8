import { useMemo } from 'react';
import { navigate, useHashLocation } from 'wouter/use-hash-location';
import { AnnotationId, AttachmentId, PaperId, TechniqueId } from '../../core/model';
import type { Scope } from '../../core/view';

/** What is shown of the techniques: one of them, how they meet, the doubtful memberships, or the taxonomy itself. */
export const techniqueViews = ['about', 'compare', 'review', 'taxonomy'] as const;
export type TechniqueView = (typeof techniqueViews)[number];

/** Where the window is: a scope of the library, a view of its techniques, a paper, perhaps at one of its annotations, or a file of a paper that is read, perhaps from a page (from 0) or an annotation on. */
export type Route =
  | { kind: 'library'; scope: Scope }
  | { kind: 'techniques'; view: TechniqueView; id: TechniqueId | null }
  | { kind: 'paper'; id: PaperId; annotation: AnnotationId | null }
  | { kind: 'read'; id: PaperId; attachment: AttachmentId; page: number | null; annotation: AnnotationId | null };

/** The address of a route, behind the `#`. */
export function hrefOf(route: Route): string {
  if (route.kind === 'paper') return `/paper/${route.id}${route.annotation === null ? '' : `/annotation/${route.annotation}`}`;
  if (route.kind === 'read') return `/paper/${route.id}/read/${route.attachment}${readingPlace(route)}`;
  if (route.kind === 'techniques') return `/techniques/${route.view}${route.id === null ? '' : `/${route.id}`}`;
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

/** Pages are counted from 1 in an address, as people count them. */
function readingPlace({ page, annotation }: Extract<Route, { kind: 'read' }>): string {
  if (annotation !== null) return `/annotation/${annotation}`;
  return page === null ? '' : `/page/${page + 1}`;
}

/** Reads an address; what is none leads to all papers. */
export function routeOf(address: string): Route {
  const [path = '', search = ''] = address.split('?');
  const [, kind = '', value = '', sub, part, ...place] = path.split('/');
  const library = (scope: Scope): Route => ({ kind: 'library', scope });
  switch (kind) {
    case 'paper': {
      const id = PaperId.safeParse(value);
      if (!id.success) return library({ kind: 'all' });
      const attachment = sub === 'read' ? AttachmentId.safeParse(part) : undefined;
      if (attachment?.success) return { kind: 'read', id: id.data, attachment: attachment.data, ...placeIn(place, search) };
      const at = sub === 'annotation' ? AnnotationId.safeParse(part) : undefined;
      return { kind: 'paper', id: id.data, annotation: at?.success ? at.data : null };
    }
    case 'techniques': {
      const view = techniqueViews.find((known) => known === value);
      const id = TechniqueId.safeParse(sub);
      if (view === undefined || (view === 'about' && !id.success)) return library({ kind: 'all' });
      return { kind: 'techniques', view, id: id.success ? id.data : null };
    }
    case 'status': return library(value === 'reading' || value === 'done' || value === 'to-read' ? { kind: 'status', status: value } : { kind: 'all' });
    case 'technique': return library({ kind: 'technique', id: value as Extract<Scope, { kind: 'technique' }>['id'] });
    case 'collection': return library({ kind: 'collection', id: value as Extract<Scope, { kind: 'collection' }>['id'] });
    case 'tag': return library({ kind: 'tag', tag: decoded(value) });
    case 'trash': return library({ kind: 'trash' });
    default: return library({ kind: 'all' });
  }
}

/** The place in a file: `/page/3`, `/annotation/ID`, or the same written `?page=3`. */
function placeIn([kind = '', value = '']: readonly string[], search: string): { page: number | null; annotation: AnnotationId | null } {
  const asked = new URLSearchParams(search);
  if (kind !== '') asked.set(kind, value);
  const page = Number(asked.get('page') ?? '');
  const annotation = AnnotationId.safeParse(asked.get('annotation'));
  return { page: Number.isInteger(page) && page >= 1 ? page - 1 : null, annotation: annotation.success ? annotation.data : null };
}

/** The part of the library that is on view; all of it where that is no list. */
export function partOf(route: Route): Scope {
  if (route.kind === 'library') return route.scope;
  return route.kind === 'techniques' && route.view === 'about' && route.id !== null ? { kind: 'technique', id: route.id } : { kind: 'all' };
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
export const goToFile = (id: PaperId, attachment: AttachmentId, place: { page?: number; annotation?: AnnotationId } = {}): void => go({ kind: 'read', id, attachment, page: place.page ?? null, annotation: place.annotation ?? null });
export const goToScope = (scope: Scope): void => go({ kind: 'library', scope });
export const goToTechniques = (view: TechniqueView, id: TechniqueId | null = null): void => go({ kind: 'techniques', view, id });
