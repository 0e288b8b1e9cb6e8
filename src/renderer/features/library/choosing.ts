import type { PaperId } from '../../../core/model';

/** Which papers of a list are chosen, which one the keyboard is at, and where a range began. */
export interface Choice {
  /** In the order they were chosen; a range ends where the keyboard is. */
  selected: readonly PaperId[];
  active: PaperId | null;
  anchor: PaperId | null;
}

export type Way = 'replace' | 'toggle' | 'extend' | 'walk';

/**
 * What is chosen after a paper was clicked or walked to: alone (`replace`), added or taken out
 * (`toggle`), with all between it and where the range began (`extend`), or not at all (`walk`).
 */
export function choose(list: readonly PaperId[], before: Choice, id: PaperId, way: Way): Choice {
  switch (way) {
    case 'replace': return { selected: [id], active: id, anchor: id };
    case 'walk': return { ...before, active: id };
    case 'toggle': {
      const others = before.selected.filter((other) => other !== id);
      return { selected: others.length < before.selected.length ? others : [...others, id], active: id, anchor: id };
    }
    case 'extend': {
      const anchor = before.anchor ?? before.active ?? id;
      return { selected: between(list, anchor, id), active: id, anchor };
    }
  }
}

function between(list: readonly PaperId[], from: PaperId, to: PaperId): PaperId[] {
  const start = list.indexOf(from);
  const end = list.indexOf(to);
  if (start === -1) return [to];
  return start <= end ? list.slice(start, end + 1) : list.slice(end, start + 1).toReversed();
}

/** Where a key leads from a row; null for a key that leads nowhere. `page` is the number of rows on view. */
export function rowAfter(key: string, at: number, { count, page }: { count: number; page: number }): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown': return Math.min(at + 1, last);
    case 'ArrowUp': return Math.max(at - 1, 0);
    case 'PageDown': return Math.min(at + page, last);
    case 'PageUp': return Math.max(at - page, 0);
    case 'Home': return 0;
    case 'End': return last;
    default: return null;
  }
}
