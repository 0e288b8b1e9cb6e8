import { Tooltip } from '@mantine/core';
import { IconMessagePlus, IconStrikethrough, IconUnderline } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { HighlightColor, MarkStyle } from '../../../../core/model';
import { colors } from '../../../ui/highlightColors';
import { Swatch } from '../../../ui/Swatch';
import { useReader } from '../reader';
import { useMarkingState } from './marking';
import classes from './SelectionToolbar.module.css';

interface SelectionToolbarProps {
  meanings: Record<HighlightColor, string>;
  onMark: (style: MarkStyle, options: { color?: HighlightColor; comment?: boolean }) => void;
}

const GAP = 8;

/** What can be done with the selected words, beside them. It is there when the pointer has let go. */
export function SelectionToolbar({ meanings, onMark }: SelectionToolbarProps) {
  const rest = useRestingSelection();
  const toolless = useMarkingState(({ tool }) => tool === null);
  const own = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);
  const { viewing } = useReader();

  useLayoutEffect(() => {
    const frame = viewing.element;
    if (rest === null || own.current === null || frame === null) return;
    setPlace(placeBeside(rest, own.current, frame));
  }, [rest, viewing]);

  if (rest === null || !toolless) return null;
  return (
    <div ref={own} role="toolbar" aria-label="Mark the selection" tabIndex={-1} className={classes.toolbar} style={place ?? { visibility: 'hidden' }} onPointerDown={(event) => event.preventDefault()} onMouseDown={(event) => event.preventDefault()}>
      {colors.map((color, index) => (
        <Tooltip key={color} label={`${meanings[color]} (${index + 1})`} openDelay={300}>
          <button type="button" className={classes.button} aria-label={`Highlight as ${meanings[color]}`} onClick={() => onMark('highlight', { color })}><Swatch color={color} /></button>
        </Tooltip>
      ))}
      <span className={classes.rule} aria-hidden="true" />
      <Tooltip label="Underline (U)" openDelay={300}><button type="button" className={classes.button} aria-label="Underline" onClick={() => onMark('underline', {})}><IconUnderline size={16} stroke={1.7} /></button></Tooltip>
      <Tooltip label="Strike out (S)" openDelay={300}><button type="button" className={classes.button} aria-label="Strike out" onClick={() => onMark('strike', {})}><IconStrikethrough size={16} stroke={1.7} /></button></Tooltip>
      <Tooltip label="Highlight and comment (C)" openDelay={300}><button type="button" className={classes.button} aria-label="Highlight and comment" onClick={() => onMark('highlight', { comment: true })}><IconMessagePlus size={16} stroke={1.7} /></button></Tooltip>
    </div>
  );
}

/** The selected words of the pages while no button is down; null where there are none. */
function useRestingSelection(): Range | null {
  const { layers, viewing } = useReader();
  const [range, setRange] = useState<Range | null>(null);
  useEffect(() => {
    let pressed = false;
    const ending = new AbortController();
    const { signal } = ending;
    const look = (): void => {
      const selection = window.getSelection();
      const chosen = selection !== null && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
      const isOurs = chosen !== null && layers.all().some(({ element }) => element.contains(chosen.startContainer) || element.contains(chosen.endContainer));
      setRange(isOurs && !pressed ? chosen.cloneRange() : null);
    };
    document.addEventListener('pointerdown', ({ target }) => { pressed = target instanceof Node && viewing.element?.contains(target) === true; }, { signal });
    document.addEventListener('pointerup', () => { pressed = false; setTimeout(look); }, { signal });
    document.addEventListener('selectionchange', look, { signal });
    return () => ending.abort();
  }, [layers, viewing]);
  return range;
}

/** Above the first line of the selection where that is in sight, else below its last one; in the room that scrolls with the pages. */
function placeBeside(range: Range, toolbar: HTMLElement, frame: HTMLElement): { top: number; left: number } {
  const around = frame.getBoundingClientRect();
  const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  const first = lines[0] ?? range.getBoundingClientRect();
  const last = lines.at(-1) ?? first;
  const above = first.top - toolbar.offsetHeight - GAP;
  const top = above >= around.top ? above : Math.min(last.bottom + GAP, around.bottom - toolbar.offsetHeight - GAP);
  const left = Math.min(Math.max(first.left, around.left + GAP), Math.max(around.right - toolbar.offsetWidth - 2 * GAP, around.left + GAP));
  return { top: top - around.top + frame.scrollTop, left: left - around.left + frame.scrollLeft };
}
