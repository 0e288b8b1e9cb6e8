import { useComputedColorScheme } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useEffect, useRef } from 'react';
import { drawPage, release } from '../pages/drawing';
import { turned } from '../pages/layout';
import { useDarkPages, useReader, useReaderState } from '../reader';
import classes from './Panels.module.css';

/** The width of a small page, in CSS pixels, and what stands below it. */
const WIDTH = 112;
const BELOW = 34;

/** The pages in small, to go to. */
export function Thumbnails() {
  const reader = useReader();
  const scroller = useRef<HTMLDivElement>(null);
  const sizes = useReaderState((state) => state.sizes);
  const rotation = useReaderState((state) => state.rotation);
  const current = useReaderState((state) => state.page);
  const heightOf = (index: number): number => {
    const size = turned(sizes[index] ?? { width: 3, height: 4 }, rotation);
    return Math.round((WIDTH * size.height) / size.width);
  };
  const rows = useVirtualizer({ count: sizes.length, getScrollElement: () => scroller.current, estimateSize: (index) => heightOf(index) + BELOW, overscan: 1 });
  useEffect(() => { rows.measure(); }, [rows, sizes, rotation]);
  useEffect(() => { rows.scrollToIndex(current, { align: 'auto' }); }, [rows, current]);
  return (
    <div ref={scroller} className={classes.thumbnails} role="list" aria-label="Pages in small" tabIndex={0}>
      <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
        {rows.getVirtualItems().map(({ key, index, start }) => (
          <div key={key} role="listitem" className={classes.slot} style={{ transform: `translateY(${start}px)` }}>
            <button type="button" className={classes.thumbnail} aria-label={`Go to page ${index + 1}`} aria-current={index === current ? 'page' : undefined} onClick={() => reader.goTo({ page: index, part: 0 })}>
              <Small index={index} width={WIDTH} height={heightOf(index)} />
              <span className={classes.number}>{index + 1}</span>
            </button>
          </div>
        ))}
      </div>
    </div>
  );
}

/** Pages in small are drawn after everything that is wanted in the window itself. */
const URGENCY = 1000;

const Small = memo(function Small({ index, width, height }: { index: number; width: number; height: number }) {
  const { pdf, queue, store } = useReader();
  const holder = useRef<HTMLSpanElement>(null);
  const rotation = useReaderState((state) => state.rotation);
  const dark = useDarkPages(useComputedColorScheme() === 'dark');
  useEffect(() => {
    const place = holder.current;
    let drop: (() => void) | undefined;
    let wanted = true;
    void pdf.getPage(index + 1).then((page) => {
      if (!wanted || place === null) return;
      const size = turned(page.getViewport({ scale: 1 }), rotation);
      drop = queue.add(() => URGENCY + Math.abs(store.getState().page - index), () => drawPage(page, { scale: width / size.width, rotation, dark, ownMarks: false }, (canvas) => place.replaceChildren(canvas)));
    }, () => undefined);
    return () => {
      wanted = false;
      drop?.();
      for (const canvas of place?.querySelectorAll('canvas') ?? []) release(canvas);
    };
  }, [pdf, queue, store, index, width, rotation, dark]);
  return <span ref={holder} className={classes.small} data-dark={dark || undefined} style={{ width, height }} />;
});
