import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { createContext, use } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';
import type { AttachmentId } from '../../../core/model';
import { keepPlace, useReaderPreferences, type KeptPlace } from './kept';
import { CSS_UNITS, within, type Place, type Rotation, type Size, type Zoom } from './pages/layout';
import { RenderQueue } from './pages/renderQueue';
import { TextLayers } from './pages/textLayers';
import { Viewing } from './pages/viewing';
import { PageTexts } from './pdf/pageTexts';

export interface ReaderState {
  /** The size of each page in points, as it lies in the file. */
  sizes: readonly Size[];
  zoom: Zoom;
  rotation: Rotation;
  /** CSS pixels for each point, as pages are shown now. */
  scale: number;
  /** The page that fills most of the window, and those that are in sight. */
  page: number;
  first: number;
  last: number;
  /** Places that one can go back to, and forward to again. */
  back: readonly Place[];
  forward: readonly Place[];
}

/** A document that is being read: what it is, and how it is shown. */
export interface Reader {
  id: AttachmentId;
  pdf: PDFDocumentProxy;
  pageCount: number;
  store: StoreApi<ReaderState>;
  viewing: Viewing;
  queue: RenderQueue;
  texts: PageTexts;
  layers: TextLayers;
  /** Goes to a place; the way back leads to where the window is now. */
  goTo: (place: Place, headroom?: number) => void;
  /** Goes to a place unless it is well in sight. */
  reveal: (place: Place) => void;
  goBack: () => boolean;
  goForward: () => boolean;
  /** Zooms so that a point of the window (from its upper left) stays where it is; its middle where none is given. */
  zoom: (to: Zoom | ((scale: number) => number), point?: { x: number; y: number }) => void;
  turn: () => void;
  /** Goes on by a page, or back, without a way back. */
  turnPage: (by: 1 | -1) => void;
}

const Context = createContext<Reader | null>(null);
export const ReaderProvider = Context.Provider;

export function useReader(): Reader {
  const reader = use(Context);
  if (reader === null) throw new Error('There is no document here.');
  return reader;
}

export function useReaderState<T>(select: (state: ReaderState) => T): T {
  return useStore(useReader().store, select);
}

const MOST_STEPS = 100;

/** `sizes`: of the pages as far as they are known. */
export function createReader(id: AttachmentId, pdf: PDFDocumentProxy, sizes: readonly Size[], begin: KeptPlace): Reader {
  const store = createStore<ReaderState>(() => ({ sizes, zoom: begin.zoom, rotation: begin.rotation, scale: CSS_UNITS, page: begin.page, first: begin.page, last: begin.page, back: [], forward: [] }));
  const { getState, setState } = store;
  const viewing = new Viewing({ page: begin.page, part: begin.part }, ({ first, last, page }) => {
    const now = getState();
    if (now.first !== first || now.last !== last || now.page !== page) setState({ first, last, page });
  });

  function show(place: Place, headroom?: number): void {
    setState({ page: place.page });
    viewing.goTo(place, headroom);
  }

  function step(from: 'back' | 'forward', to: 'back' | 'forward'): boolean {
    const place = getState()[from].at(-1);
    if (place === undefined) return false;
    setState((state) => ({ [from]: state[from].slice(0, -1), [to]: [...state[to], viewing.place] }));
    show(place, 0);
    return true;
  }

  function goTo(place: Place, headroom?: number): void {
    const here = viewing.place;
    setState(({ back }) => ({ back: [...back, here].slice(-MOST_STEPS), forward: [] }));
    show(place, headroom);
  }

  return {
    id, pdf, pageCount: pdf.numPages, store, viewing,
    queue: new RenderQueue(), texts: new PageTexts(pdf), layers: new TextLayers(),
    goTo,
    reveal(place) {
      const height = viewing.element?.clientHeight ?? 0;
      if (!viewing.isInSight(place, height * 0.12)) goTo(place, height * 0.3);
    },
    goBack: () => step('back', 'forward'),
    goForward: () => step('forward', 'back'),
    zoom(to, point) {
      const frame = viewing.element;
      viewing.hold(point?.x ?? (frame?.clientWidth ?? 0) / 2, point?.y ?? (frame?.clientHeight ?? 0) / 2);
      setState(({ scale }) => ({ zoom: typeof to === 'function' ? within(to(scale / CSS_UNITS)) : to }));
    },
    turn() {
      setState(({ rotation }) => ({ rotation: ((rotation + 90) % 360) as Rotation }));
    },
    turnPage(by) {
      const page = Math.min(Math.max(getState().page + by, 0), pdf.numPages - 1);
      if (page !== getState().page) show({ page, part: 0 });
    },
  };
}

/** Sizes as long as they are not known: those of the first page. Goes through the pages and tells the sizes as they come, unless all are alike. */
export async function followSizes({ pdf, store }: Reader, signal: AbortSignal): Promise<void> {
  const sizes = [...store.getState().sizes];
  await new Promise((resolve) => { setTimeout(resolve, FIRST_DRAWN_MS); });
  for (let from = 0; from < sizes.length && !signal.aborted; from += SIZES_AT_ONCE) {
    const pages = await Promise.all(sizes.slice(from, from + SIZES_AT_ONCE).map((_size, index) => pdf.getPage(from + index + 1)));
    const found = pages.map(sizeOf);
    const differ = found.some(({ width, height }, index) => sizes[from + index]?.width !== width || sizes[from + index]?.height !== height);
    sizes.splice(from, found.length, ...found);
    if (differ && !signal.aborted) store.setState({ sizes: [...sizes] });
  }
}

const SIZES_AT_ONCE = 10;
/** What is in sight is drawn before other pages are asked how large they are, in milliseconds. */
const FIRST_DRAWN_MS = 400;

export function sizeOf(page: { getViewport: (parameters: { scale: number }) => Size }): Size {
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
}

/** Remembers where the reader is, a moment after each move and when the document is left. */
export function keepReading({ id, store, viewing }: Reader): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (): void => {
    timer = undefined;
    const { zoom, rotation } = store.getState();
    keepPlace(id, { ...viewing.place, zoom, rotation });
  };
  const later = (): void => { timer ??= setTimeout(keep, KEPT_AFTER_MS); };
  const element = viewing.element;
  element?.addEventListener('scroll', later, { passive: true });
  const stop = store.subscribe(later);
  window.addEventListener('pagehide', keep);
  return () => {
    stop();
    element?.removeEventListener('scroll', later);
    window.removeEventListener('pagehide', keep);
    if (timer !== undefined) {
      clearTimeout(timer);
      keep();
    }
  };
}

const KEPT_AFTER_MS = 400;

/** Whether pages are dark in a window that is dark or light. */
export function useDarkPages(windowIsDark: boolean): boolean {
  return useReaderPreferences(({ dark }) => dark) ?? windowIsDark;
}
