import { mainPage, pagesIn, placeAt, yOf, type Layout, type Place } from './layout';

/** What is in sight: the pages, and the one that fills most of the window. */
export interface Sight { first: number; last: number; page: number }

/** Something that stays where it is on the screen while the layout changes around it. */
interface Anchor {
  place: Place;
  /** CSS pixels below the upper edge of the window. */
  below: number;
  /** How far right of the middle of the pages, in points, and where that is from the left edge of the window. */
  across: { points: number; at: number } | null;
}

/** How far below the upper edge a place is shown that one goes to, in CSS pixels. */
const HEADROOM = 14;

/** The window on the pages: where it is scrolled to, and how it stays at its place while pages change their size. */
export class Viewing {
  private scroller: HTMLElement | null = null;
  private layout: Layout = { pages: [], width: 0, height: 0 };
  private scale = 1;
  private anchor: Anchor;

  constructor(begin: Place, private readonly onSight: (sight: Sight) => void) {
    this.anchor = { place: begin, below: 0, across: null };
  }

  attach(scroller: HTMLElement): () => void {
    this.scroller = scroller;
    return () => { this.scroller = null; };
  }

  get element(): HTMLElement | null {
    return this.scroller;
  }

  /** Where the window is: the place at its upper edge. */
  get place(): Place {
    return this.anchor.below === 0 ? this.anchor.place : placeAt(this.layout, this.scroller?.scrollTop ?? 0);
  }

  /** The pages have been laid out anew, which the document shows already. */
  laidOut(layout: Layout, scale: number): void {
    this.layout = layout;
    this.scale = scale;
    this.toAnchor();
    this.look();
  }

  /** Keeps the point of the window (from its upper left) where it is when the next layout comes. */
  hold(x: number, y: number): void {
    if (this.scroller === null) return;
    const { scrollLeft, scrollTop } = this.scroller;
    this.anchor = { place: placeAt(this.layout, scrollTop + y), below: y, across: { points: (scrollLeft + x - this.layout.width / 2) / this.scale, at: x } };
  }

  /** Goes to a place. Its page may be laid out only with the next layout. */
  goTo(place: Place, headroom = HEADROOM): void {
    this.anchor = { place, below: headroom, across: null };
    if (yOf(this.layout, place) === undefined) return;
    this.toAnchor();
    this.look();
  }

  /** Whether a place is in the window, and not so near its edges. */
  isInSight(place: Place, edge: number): boolean {
    const y = yOf(this.layout, place);
    if (this.scroller === null || y === undefined) return false;
    const { scrollTop, clientHeight } = this.scroller;
    return y >= scrollTop + edge && y <= scrollTop + clientHeight - edge;
  }

  scrolled(): void {
    if (this.scroller === null) return;
    const { scrollTop } = this.scroller;
    this.anchor = { place: placeAt(this.layout, scrollTop), below: 0, across: null };
    this.look();
  }

  private toAnchor(): void {
    const { scroller, anchor, layout } = this;
    const y = yOf(layout, anchor.place);
    if (scroller === null || y === undefined) return;
    scroller.scrollTop = y - anchor.below;
    if (anchor.across !== null) scroller.scrollLeft = layout.width / 2 + anchor.across.points * this.scale - anchor.across.at;
  }

  private look(): void {
    if (this.scroller === null || this.layout.pages.length === 0) return;
    const { scrollTop, clientHeight } = this.scroller;
    this.onSight({ ...pagesIn(this.layout, scrollTop, scrollTop + clientHeight), page: mainPage(this.layout, scrollTop, scrollTop + clientHeight) });
  }
}
