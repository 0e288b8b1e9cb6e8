import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type DragEvent, type KeyboardEvent, type MouseEvent, type PointerEvent } from 'react';
import { PaperId } from '../../../core/model';
import { BibDrag } from '../../app/bibDrag';
import { dragPapers } from '../../app/dragging';
import { usePreferences } from '../../app/preferences';
import { bridge } from '../../client';
import { rowAfter, type Way } from './choosing';
import { fittingColumns, templateOf } from './columns';
import { PaperTableHead } from './PaperTableHead';
import { PaperTableRow, rowElementId } from './PaperTableRow';
import type { PaperChoice } from './useChoice';
import classes from './PaperTable.module.css';

/** Heights in pixels; the style sheet says the same. */
const ROW = 34;
/** With a line below for what was found. It hangs on the filter, not on the paper, so that rows never jump. */
const TALL_ROW = 54;
const HEAD = 32;
/** What a row keeps free on its left and right together. */
const PADDING = 16;

interface PaperTableProps {
  ids: readonly PaperId[];
  choice: PaperChoice;
  /** What is listed, to begin at the top again when it changes. */
  listing: string;
  /** The query, where it looks for words. */
  words: string | null;
  onOpen: (id: PaperId) => void;
}

/** The papers of a view as a grid (ARIA grid pattern) that only holds the rows on view. */
export function PaperTable({ ids, choice, listing, words, onOpen }: PaperTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const drag = useRef<BibDrag>(null);
  const width = useInnerWidth(scroller);
  const chosenColumns = usePreferences((state) => state.columns);
  const columns = useMemo(() => fittingColumns(chosenColumns, width - PADDING), [chosenColumns, width]);
  const selected = useMemo(() => new Set(choice.selected), [choice.selected]);
  const height = words === null ? ROW : TALL_ROW;
  const rows = useVirtualizer({ count: ids.length, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 10, scrollMargin: HEAD, scrollPaddingStart: HEAD });
  useLayoutEffect(() => { rows.measure(); }, [rows, height]);
  const show = (index: number) => { if (index >= 0) rows.scrollToIndex(index); };
  useScrolling(scroller, listing, () => show(choice.activeIndex));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || event.altKey) return;
    const { key, shiftKey } = event;
    const walk = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor(((rows.scrollRect?.height ?? 0) - HEAD) / height) - 1);
    const target = key === ' ' ? choice.activeIndex : rowAfter(key, choice.activeIndex, { count: ids.length, page });
    const id = target === null ? undefined : ids[target];
    if (target === null || id === undefined) return;
    choice.choose(id, key === ' ' ? 'toggle' : shiftKey ? 'extend' : walk ? 'walk' : 'replace');
    show(target);
    event.preventDefault();
    event.stopPropagation();
  }

  function onClick(event: MouseEvent): void {
    const id = paperAt(event.target);
    if (id !== null) choice.choose(id, wayOf(event));
  }

  // A browser fetches what is dropped on a folder, and wants to know the address when the drag begins.
  function onPointerDown({ target, button }: PointerEvent): void {
    const id = bridge === undefined && button === 0 ? paperAt(target) : null;
    drag.current = id === null ? null : new BibDrag(selected.has(id) ? choice.selected : [id], { asText: false });
  }

  function onDragStart(event: DragEvent): void {
    const id = paperAt(event.target);
    if (id === null) return;
    if (!selected.has(id)) choice.choose(id, 'replace');
    dragPapers(event.dataTransfer, selected.has(id) ? choice.selected : [id]);
    drag.current?.offer(event.dataTransfer);
  }

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label="Papers"
      aria-rowcount={ids.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable="true"
      aria-activedescendant={choice.active === null ? undefined : rowElementId(choice.active)}
      tabIndex={0}
      className={classes.table}
      data-tall={words !== null || undefined}
      style={{ '--columns': templateOf(columns) } as CSSProperties}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={({ target }) => { const id = paperAt(target); if (id !== null) onOpen(id); }}
      onPointerDown={onPointerDown}
      onDragStart={onDragStart}
    >
      <PaperTableHead columns={columns} />
      <div role="rowgroup" className={classes.rows} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const id = ids[index];
          return id !== undefined && (
            <PaperTableRow key={id} id={id} index={index} top={start - HEAD} selected={selected.has(id)} active={id === choice.active} columns={columns} words={words} />
          );
        })}
      </div>
    </div>
  );
}

/** The width of an element between its scrollbars, in pixels. */
function useInnerWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return width;
}

/** Shows the chosen row of a list that has come into view, else its top, and takes the keyboard where nobody else has it. */
function useScrolling(scroller: { current: HTMLDivElement | null }, listing: string, showChosen: () => void): void {
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) scroller.current?.scrollTo({ top: 0 });
    first.current = false;
    showChosen();
    if (document.activeElement?.matches('body, main')) scroller.current?.focus({ preventScroll: true });
    // oxlint-disable-next-line react/exhaustive-deps -- only another list moves the view by itself
  }, [listing]);
}

function paperAt(target: EventTarget): PaperId | null {
  const parsed = PaperId.safeParse(target instanceof Element ? target.closest<HTMLElement>('[data-paper]')?.dataset['paper'] : undefined);
  return parsed.success ? parsed.data : null;
}

function wayOf(event: MouseEvent): Way {
  if (event.shiftKey) return 'extend';
  return event.ctrlKey || event.metaKey ? 'toggle' : 'replace';
}
