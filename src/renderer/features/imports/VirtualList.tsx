import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useImperativeHandle, useRef, type ReactNode, type Ref } from 'react';
import classes from './VirtualList.module.css';

export interface VirtualListHandle {
  scrollTo(index: number): void;
}

interface VirtualListProps {
  label: string;
  count: number;
  /** The usual height of a row in pixels; real heights are measured. */
  rowHeight: number;
  /** A row that is kept in the document wherever the list stands, because it holds the focus. */
  kept?: number;
  ref?: Ref<VirtualListHandle>;
  children: (index: number) => ReactNode;
}

/** A list of any length of which only the rows on view are in the document. */
export function VirtualList({ label, count, rowHeight, kept, ref, children }: VirtualListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      return kept === undefined || kept >= count || indexes.includes(kept) ? indexes : [...indexes, kept].toSorted((a, b) => a - b);
    },
  });
  useImperativeHandle(ref, () => ({ scrollTo: (index) => virtualizer.scrollToIndex(index) }), [virtualizer]);
  return (
    // A list without fields of its own is scrolled by keyboard once it has the focus.
    <div ref={scroller} className={classes.scroller} role="group" aria-label={label} tabIndex={kept === undefined ? 0 : -1}>
      <ul className={classes.list} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => (
          <li key={index} ref={virtualizer.measureElement} data-index={index} aria-setsize={count} aria-posinset={index + 1} className={classes.row} style={{ transform: `translateY(${start}px)` }}>
            {children(index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
