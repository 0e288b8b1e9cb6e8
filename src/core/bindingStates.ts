import type { Found } from './boundFiles';

/** How a file that is kept up to date stands. */
export type BindingState =
  /** It has not been looked at yet, or is being written. */
  | { kind: 'pending' }
  /** It holds what the view shows; `at` is when it was last written, as an ISO date with time. */
  | { kind: 'current'; at: string; count: number }
  | { kind: 'off' }
  /** Changed by someone else, and left alone until the person says what shall be done. */
  | { kind: 'foreign' }
  | { kind: 'folder-missing' }
  /** Bound on another machine, and not written on this one before the person says so. */
  | { kind: 'not-here' }
  /** The collection that it follows is gone; the file stays as it was. */
  | { kind: 'view-missing' }
  | { kind: 'failed'; why: string };

/** How a file stands after it was to be written with the entries of `count` papers. */
export function stateFrom(found: Found, count: number): BindingState {
  switch (found.kind) {
    case 'ours': return { kind: 'current', at: found.at, count };
    case 'absent': return { kind: 'failed', why: 'it was removed while it was written' };
    default: return found;
  }
}

/** What the person is told when a file cannot follow any longer; null for what they need not be told, or are asked about. */
export function noticeOf(path: string, state: BindingState): string | null {
  switch (state.kind) {
    case 'folder-missing': return `${path} cannot be kept up to date: its folder is not there. It is written as soon as the folder is back.`;
    case 'failed': return `${path} could not be kept up to date: ${state.why}`;
    default: return null;
  }
}
