import type { Scope } from '../../core/view';
import { goToScope, routeOf } from './route';

/** The part of the library that was on view last. */
let last: Scope = { kind: 'all' };

window.addEventListener('hashchange', ({ oldURL }) => {
  const left = routeOf(new URL(oldURL).hash.slice(1));
  if (left.kind === 'library') last = left.scope;
});

/** Goes back to the part of the library that a paper was opened from. */
export function goBackToLibrary(): void {
  goToScope(last);
}
