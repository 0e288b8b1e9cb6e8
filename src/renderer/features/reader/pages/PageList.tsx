import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { useReaderPreferences } from '../kept';
import { keepReading, useDarkPages, useReader, useReaderState, type Reader } from '../reader';
import { layoutOf, scaleOf, turned, type Layout, type Size } from './layout';
import { PageBox } from './PageBox';
import { useSelecting } from './useSelecting';
import classes from './Pages.module.css';

interface PageListProps {
  /** Whether the marks that the PDF has of its own are shown. */
  ownMarks: boolean;
  /** What lies between a page and its words; another function draws all pages anew. */
  overPage: (page: PDFPageProxy, index: number) => ReactNode;
  cursor: string | undefined;
  /** The pointer draws, and selects no words. */
  drawing: boolean;
  /** What lies over the pages and scrolls with them. */
  children: ReactNode;
}

/** The pages below one another, or one alone. Those in sight and their neighbours are there; the others are room. */
export function PageList({ ownMarks, overPage, cursor, drawing, children }: PageListProps) {
  const reader = useReader();
  const scroller = useRef<HTMLDivElement>(null);
  const { first, last, rotation } = useReaderState(useShallow(({ first, last, rotation }) => ({ first, last, rotation })));
  const dark = useDarkPages(useComputedColorScheme() === 'dark');
  const { layout, scale } = useLayout(reader, scroller);
  useWheel(reader, scroller);
  useSelecting(reader);
  const pinned = usePinned(reader);

  return (
    <div ref={scroller} className={classes.scroller} tabIndex={0} role="region" aria-label="Pages" data-drawing={drawing || undefined} onScroll={() => reader.viewing.scrolled()}>
      <div className={classes.space} style={{ width: layout.width, height: layout.height, cursor }}>
        {layout.pages.map(({ index, top, width, height }) => ((index >= first - 1 && index <= last + 1) || pinned === index) && (
          <PageBox key={index} index={index} left={Math.floor((layout.width - width) / 2)} top={top} width={width} height={height} scale={scale} rotation={rotation} dark={dark} ownMarks={ownMarks} overPage={overPage} />
        ))}
        {children}
      </div>
    </div>
  );
}

function useLayout(reader: Reader, scroller: RefObject<HTMLElement | null>): { layout: Layout; scale: number } {
  const { sizes, zoom, rotation } = useReaderState(useShallow(({ sizes, zoom, rotation }) => ({ sizes, zoom, rotation })));
  const single = useReaderPreferences(({ mode }) => mode === 'single');
  const only = useReaderState(({ page }) => (single ? page : null));
  const [frame, setFrame] = useState<Size>(lastFrame.size);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width !== lastFrame.size.width || height !== lastFrame.size.height) lastFrame.size = { width, height };
      setFrame(lastFrame.size);
    };
    const detach = reader.viewing.attach(element);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => {
      observer.disconnect();
      detach();
    };
  }, [reader, scroller]);

  const pageSize = useReaderState(({ page }) => sizes[zoom === 'page' ? page : 0] ?? A4);
  const scale = useMemo(() => {
    const shown = sizes.map((size) => turned(size, rotation));
    const widest = shown.reduce((most, size) => (size.width > most.width ? size : most), shown[0] ?? A4);
    return scaleOf(zoom, { widest, page: turned(pageSize, rotation), frame });
  }, [sizes, zoom, rotation, pageSize, frame]);
  const layout = useMemo(() => layoutOf(sizes, { scale, rotation, frame, only }), [sizes, scale, rotation, frame, only]);

  useLayoutEffect(() => {
    reader.store.setState({ scale });
    reader.viewing.laidOut(layout, scale);
  }, [reader, layout, scale]);
  useEffect(() => keepReading(reader), [reader]);
  return { layout, scale };
}

/** The room for pages as it was last: it is most often the same again, and then nothing is laid out twice. */
const lastFrame: { size: Size } = { size: { width: 800, height: 600 } };

const A4: Size = { width: 595, height: 842 };

/** Ctrl and the wheel zoom at the pointer; where one page is shown alone, the wheel turns pages at its ends. */
function useWheel(reader: Reader, scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let turnedAt = 0;
    const onWheel = (event: WheelEvent): void => {
      const { left, top } = element.getBoundingClientRect();
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const step = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * 24;
        reader.zoom((now) => now * Math.exp(-Math.min(Math.max(step, -60), 60) / 300), { x: event.clientX - left, y: event.clientY - top });
        return;
      }
      if (useReaderPreferences.getState().mode === 'continuous' || event.timeStamp - turnedAt < TURN_PAUSE_MS || Math.abs(event.deltaY) < 4) return;
      const atEnd = event.deltaY > 0 ? element.scrollTop + element.clientHeight >= element.scrollHeight - 1 : element.scrollTop <= 0;
      if (!atEnd) return;
      turnedAt = event.timeStamp;
      reader.turnPage(event.deltaY > 0 ? 1 : -1);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [reader, scroller]);
}

/** A turn of the wheel turns one page, however far it goes. */
const TURN_PAUSE_MS = 350;

/** The page where the selection began stays, wherever the window goes: without it the selection would be lost. */
function usePinned({ layers }: Reader): number | null {
  const [pinned, setPinned] = useState<number | null>(null);
  useEffect(() => {
    const follow = (): void => {
      const selection = window.getSelection();
      const anchor = selection === null || selection.isCollapsed ? null : selection.anchorNode;
      setPinned(layers.all().find(({ element }) => element.contains(anchor))?.index ?? null);
    };
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [layers]);
  return pinned;
}
