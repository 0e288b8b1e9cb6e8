import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState, type RefObject } from 'react';
import { useReader, type Reader } from '../reader';
import { drawPage, layText, release, type Looks } from './drawing';
import type { Rotation } from './layout';

/** A page of the document; null until it is known. */
export function usePdfPage(index: number): PDFPageProxy | null {
  const { pdf } = useReader();
  const [page, setPage] = useState<PDFPageProxy | null>(null);
  useEffect(() => {
    let wanted = true;
    void pdf.getPage(index + 1).then((found) => { if (wanted) setPage(found); }, () => undefined);
    return () => { wanted = false; };
  }, [pdf, index]);
  useEffect(() => () => { page?.cleanup(); }, [page]);
  return page;
}

/** How long a size must last before a page is drawn sharp in it, in milliseconds; until then what is there is stretched. */
const SETTLED_MS = 140;
/** How long a page must be near the window before it is drawn, in milliseconds: one that flies by is not. */
const STAYED_MS = 30;

/** Keeps a canvas of the page in `holder`, as sharp as it should be, and lets go of it when the page leaves. */
export function usePageCanvas(page: PDFPageProxy | null, index: number, holder: RefObject<HTMLElement | null>, { scale, rotation, dark, ownMarks }: Looks): void {
  const reader = useReader();
  useEffect(() => {
    const place = holder.current;
    if (page === null || place === null) return;
    let drop: (() => void) | undefined;
    const draw = (): void => {
      drop = reader.queue.add(() => distance(reader, index), () => drawPage(page, { scale, rotation, dark, ownMarks }, (canvas) => { show(place, canvas, rotation); }));
    };
    const fresh = place.firstElementChild === null || place.dataset['rotation'] !== String(rotation);
    const atOnce = fresh && isInSight(reader, index);
    const timer = atOnce ? undefined : setTimeout(draw, fresh ? STAYED_MS : SETTLED_MS);
    if (atOnce) draw();
    return () => {
      clearTimeout(timer);
      drop?.();
    };
  }, [reader, page, index, holder, scale, rotation, dark, ownMarks]);

  useEffect(() => {
    const place = holder.current;
    return () => { if (place !== null) for (const canvas of place.querySelectorAll('canvas')) release(canvas); };
  }, [holder]);
}

function show(place: HTMLElement, canvas: HTMLCanvasElement, rotation: Rotation): void {
  for (const old of place.querySelectorAll('canvas')) release(old);
  place.replaceChildren(canvas);
  place.dataset['rotation'] = String(rotation);
  place.dataset['drawn'] = '';
}

/** Puts the words of the page into `holder`, after what is in sight has been drawn. Answers when they are there. */
export function usePageText(page: PDFPageProxy | null, index: number, holder: RefObject<HTMLElement | null>, rotation: Rotation): void {
  const reader = useReader();
  useEffect(() => {
    const element = holder.current;
    if (page === null || element === null) return;
    let forget: (() => void) | undefined;
    let drop: (() => void) | undefined;
    // Words are asked for when their turn comes: until then the worker is to do what is drawn.
    const timer = setTimeout(() => { drop = reader.queue.add(() => distance(reader, index) + AFTER_DRAWING, () => layText(page, reader.texts.content(index), element, rotation, ({ text }, runs) => {
      const end = document.createElement('div');
      end.dataset['end'] = '';
      element.append(end);
      forget = reader.layers.add({ index, page, element, text, runs });
    })); }, READ_MS);
    return () => {
      clearTimeout(timer);
      drop?.();
      forget?.();
      element.replaceChildren();
    };
  }, [reader, page, index, holder, rotation]);
}

/** How long a page must be near the window before its words are laid over it, in milliseconds: who flies by selects none. */
const READ_MS = 90;

/** What comes into sight is drawn before words are laid over what is drawn already. */
const AFTER_DRAWING = 1.5;

function distance({ store }: Reader, index: number): number {
  return Math.abs(store.getState().page - index);
}

function isInSight({ store }: Reader, index: number): boolean {
  const { first, last } = store.getState();
  return index >= first && index <= last;
}
