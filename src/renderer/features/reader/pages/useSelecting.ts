import { useEffect } from 'react';
import type { Reader } from '../reader';

/**
 * Keeps a selection that is drawn with the pointer from jumping: while it is drawn, an empty element that covers the
 * page is put behind the run of text where the selection ends, so that the gaps between runs belong to that place. (The
 * way of pdf.js's own viewer.)
 */
export function useSelecting({ layers }: Reader): void {
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    let pressed = false;
    const rest = (): void => {
      pressed = false;
      for (const { element } of layers.all()) {
        delete element.dataset['selecting'];
        const end = endOf(element);
        if (end) element.append(end);
      }
    };
    document.addEventListener('pointerdown', ({ button }) => { pressed = button === 0; }, { signal });
    document.addEventListener('pointerup', rest, { signal });
    window.addEventListener('blur', rest, { signal });
    document.addEventListener('selectionchange', () => {
      const selection = window.getSelection();
      if (!pressed || selection === null || selection.rangeCount === 0 || selection.isCollapsed) return;
      const range = selection.getRangeAt(0);
      for (const { element } of layers.all()) {
        if (range.intersectsNode(element)) element.dataset['selecting'] = '';
        else delete element.dataset['selecting'];
      }
      followEnd(selection);
    }, { signal });
    return () => ending.abort();
  }, [layers]);
}

function endOf(element: Element): Element | null {
  return element.querySelector(':scope > [data-end]');
}

/** Puts the covering element beside the run where the selection is being drawn to. */
function followEnd({ focusNode, focusOffset, anchorNode, anchorOffset }: Selection): void {
  const run = focusNode instanceof Text ? focusNode.parentElement : null;
  const layer = run?.closest('[data-text]');
  const end = layer && endOf(layer);
  if (!run || !layer || !end || anchorNode === null) return;
  const backwards = anchorNode === focusNode ? focusOffset < anchorOffset : (anchorNode.compareDocumentPosition(run) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  let beside: Element = run;
  while (beside.parentElement !== null && beside.parentElement !== layer) beside = beside.parentElement;
  if (backwards) beside.before(end);
  else beside.after(end);
}
