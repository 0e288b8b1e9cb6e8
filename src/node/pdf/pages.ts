import type { PdfDocument } from './document';
import { numberOf, Ref, type Dict } from './objects';

export interface PdfPage {
  /** Null for a page that is no object of its own, which is against the format: such cannot be changed. */
  ref: Ref | null;
  dict: Dict;
  /** By how much it is turned when it is shown, clockwise: 0, 90, 180 or 270. */
  rotation: number;
}

/** No document has more; a tree that goes on is damaged. */
const MOST = 100_000;

/** The pages in order (ISO 32000-1, 7.7.3). A part of the tree that hangs in it twice counts once. */
export function pagesOf(document: PdfDocument): PdfPage[] {
  const pages: PdfPage[] = [];
  const seen = new Set<Dict>();
  const root = document.dict(document.references.trailer.get('Root'));
  const waiting = [{ value: root?.get('Pages'), rotation: 0 }];
  while (waiting.length > 0 && pages.length < MOST) {
    const next = waiting.pop();
    const dict = document.dict(next?.value);
    if (dict === null || next === undefined || seen.has(dict)) continue;
    seen.add(dict);
    const ref = next.value instanceof Ref ? next.value : null;
    const rotation = numberOf(document.look(dict.get('Rotate'))) ?? next.rotation;
    const kids = document.list(dict.get('Kids'));
    if (kids === null) pages.push({ ref, dict, rotation: (((Math.round(rotation / 90) * 90) % 360) + 360) % 360 });
    else for (const value of kids.toReversed()) waiting.push({ value, rotation });
  }
  return pages;
}
