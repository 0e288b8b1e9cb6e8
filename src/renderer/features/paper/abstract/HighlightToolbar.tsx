import { Tooltip } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { HighlightColor } from '../../../../core/model';
import { colorNames, colors } from '../../../ui/highlightColors';
import { Swatch } from '../../../ui/Swatch';
import classes from './HighlightToolbar.module.css';

interface HighlightToolbarProps {
  /** What the toolbar is placed in; it stands above the selection there. */
  frame: RefObject<HTMLElement | null>;
  onHighlight: (color: HighlightColor | null, comment: boolean) => void;
}

const GAP = 6;

/** What can be done with the selected passage, next to where it is when the toolbar appears. */
export function HighlightToolbar({ frame, onHighlight }: HighlightToolbarProps) {
  const own = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ top: number; left: number }>();

  useLayoutEffect(() => {
    const selection = window.getSelection();
    if (own.current === null || frame.current === null || selection === null || selection.rangeCount === 0) return;
    setPlace(placeBeside(selection.getRangeAt(0), own.current, frame.current));
  }, [frame]);

  return (
    <div
      ref={own} role="toolbar" aria-label="Highlight the selection" tabIndex={-1} className={classes.toolbar} style={place ?? { visibility: 'hidden' }}
      // The selection stays while a button is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        window.getSelection()?.removeAllRanges();
      }}
    >
      {colors.map((color, index) => (
        <Tooltip key={color} label={`${colorNames[color]} (${index + 1})`} openDelay={300}>
          <button type="button" className={classes.color} aria-label={`Highlight in ${color}`} onClick={() => onHighlight(color, false)}><Swatch color={color} /></button>
        </Tooltip>
      ))}
      <span className={classes.rule} aria-hidden="true" />
      <button type="button" className={classes.comment} onClick={() => onHighlight(null, true)}><IconMessagePlus size={15} stroke={1.7} aria-hidden="true" />Highlight and comment</button>
    </div>
  );
}

/** Above the first line of the selection where that is in sight, else below its last one; never past the frame's sides. */
function placeBeside(range: Range, toolbar: HTMLElement, frame: HTMLElement): { top: number; left: number } {
  const around = frame.getBoundingClientRect();
  const lines = [...range.getClientRects()].filter(({ width }) => width > 0);
  const first = lines[0] ?? range.getBoundingClientRect();
  const last = lines.at(-1) ?? first;
  const { offsetHeight: height, offsetWidth: width } = toolbar;
  const above = first.top - height - GAP;
  const top = above >= 0 ? above : last.bottom + GAP;
  const left = Math.min(Math.max(first.left, around.left), Math.max(around.right - width, around.left));
  return { top: top - around.top, left: left - around.left };
}
