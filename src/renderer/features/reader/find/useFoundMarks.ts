import { useEffect } from 'react';
import type { Reader } from '../reader';
import { rangesOf } from '../pages/textLayers';
import type { Finding, Found } from './finding';

const ALL = 'lectern-found';
const HERE = 'lectern-found-here';

/** Marks what is found on the pages that are on view, without touching them: the browser paints ranges (CSS Custom Highlights). */
export function useFoundMarks({ layers }: Reader, finding: Finding): void {
  useEffect(() => {
    let due = 0;
    const paint = (): void => {
      due = 0;
      const { found, at } = finding.store.getState();
      const current = found[at];
      const all = new Highlight();
      const here = new Highlight();
      here.priority = 1;
      for (const layer of layers.all()) {
        for (const match of onPage(found, layer.index)) {
          for (const range of rangesOf(layer, match.start, match.end)) (match === current ? here : all).add(range);
        }
      }
      CSS.highlights.set(ALL, all);
      CSS.highlights.set(HERE, here);
    };
    const later = (): void => { due ||= requestAnimationFrame(paint); };
    const stops = [finding.store.subscribe(later), layers.onView(later)];
    later();
    return () => {
      for (const stop of stops) stop();
      cancelAnimationFrame(due);
      CSS.highlights.delete(ALL);
      CSS.highlights.delete(HERE);
    };
  }, [layers, finding]);
}

/** Those of one page, of a list in the order of pages. */
function onPage(found: readonly Found[], page: number): readonly Found[] {
  const first = firstNotBefore(found, page);
  return found.slice(first, firstNotBefore(found, page + 1));
}

function firstNotBefore(found: readonly Found[], page: number): number {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.page ?? Infinity) < page) low = middle + 1;
    else high = middle;
  }
  return low;
}
