/** How pages lie below one another. Lengths are CSS pixels unless they are said to be points (1/72 inch). */

export interface Size { width: number; height: number }
export type Rotation = 0 | 90 | 180 | 270;
/** How large pages are shown: a factor (1 is their real size), as wide as the frame, or as a whole in it. */
export type Zoom = number | 'width' | 'page';
export type Mode = 'continuous' | 'single';

/** CSS pixels in a point. */
export const CSS_UNITS = 96 / 72;
export const LEAST_ZOOM = 0.2;
export const GREATEST_ZOOM = 6;
/** Between pages, and around them. */
export const GAP = 14;

export interface LaidPage { index: number; top: number; width: number; height: number }

export interface Layout {
  pages: readonly LaidPage[];
  width: number;
  height: number;
}

/** A place in the document: so much of a page lies above it, from 0 to 1. */
export interface Place { page: number; part: number }

export function turned({ width, height }: Size, rotation: Rotation): Size {
  return rotation % 180 === 0 ? { width, height } : { width: height, height: width };
}

export function within(zoom: number): number {
  return Math.min(Math.max(zoom, LEAST_ZOOM), GREATEST_ZOOM);
}

/** CSS pixels for each point. `sizes` are in points; those of `around` must fit where the zoom says so. */
export function scaleOf(zoom: Zoom, { widest, page, frame }: { widest: Size; page: Size; frame: Size }): number {
  if (typeof zoom === 'number') return within(zoom) * CSS_UNITS;
  const across = (frame.width - 2 * GAP) / (zoom === 'width' ? widest.width : page.width);
  const down = (frame.height - 2 * GAP) / page.height;
  return within((zoom === 'width' ? across : Math.min(across, down)) / CSS_UNITS) * CSS_UNITS;
}

/** Lays out the pages of these sizes (points), or only one of them. */
export function layoutOf(sizes: readonly Size[], { scale, rotation, frame, only }: { scale: number; rotation: Rotation; frame: Size; only: number | null }): Layout {
  const pages: LaidPage[] = [];
  let top = GAP;
  let width = frame.width;
  for (const [index, size] of sizes.entries()) {
    if (only !== null && index !== only) continue;
    const shown = turned(size, rotation);
    const page = { index, top, width: Math.floor(shown.width * scale), height: Math.floor(shown.height * scale) };
    if (only !== null) page.top = Math.max(GAP, Math.floor((frame.height - page.height) / 2));
    pages.push(page);
    top = page.top + page.height + GAP;
    width = Math.max(width, page.width + 2 * GAP);
  }
  return { pages, width, height: top };
}

/** The last page that begins at `y` or above it; the first one for what lies above all. */
export function pageAt({ pages }: Layout, y: number): LaidPage | undefined {
  let low = 0;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pages[middle]?.top ?? Infinity) <= y) low = middle + 1;
    else high = middle;
  }
  return pages[Math.max(0, low - 1)];
}

export function placeAt(layout: Layout, y: number): Place {
  const page = pageAt(layout, y);
  return page === undefined ? { page: 0, part: 0 } : { page: page.index, part: (y - page.top) / page.height };
}

/** Where a place lies; undefined where its page is not laid out. */
export function yOf({ pages }: Layout, { page, part }: Place): number | undefined {
  const laid = pages.length === 1 ? pages.find(({ index }) => index === page) : pages[page];
  return laid && laid.top + part * laid.height;
}

/** The pages that a window from `top` to `bottom` shows. */
export function pagesIn(layout: Layout, top: number, bottom: number): { first: number; last: number } {
  const first = pageAt(layout, top);
  const last = pageAt(layout, bottom);
  return { first: first?.index ?? 0, last: last?.index ?? 0 };
}

/** The page that fills most of a window. */
export function mainPage(layout: Layout, top: number, bottom: number): number {
  let best = { index: pagesIn(layout, top, bottom).first, shown: -1 };
  for (const page of layout.pages.slice(...sliceOf(layout, top, bottom))) {
    const shown = Math.min(bottom, page.top + page.height) - Math.max(top, page.top);
    if (shown > best.shown) best = { index: page.index, shown };
  }
  return best.index;
}

function sliceOf(layout: Layout, top: number, bottom: number): [number, number] {
  if (layout.pages.length === 1) return [0, 1];
  const { first, last } = pagesIn(layout, top, bottom);
  return [first, last + 1];
}
