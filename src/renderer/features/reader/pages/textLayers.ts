import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { runAt, type PageText } from '../../../../core/marks/pageText';

/** The words of a page as they stand in the window, to be selected. */
export interface TextLayerOnView {
  index: number;
  page: PDFPageProxy;
  element: HTMLElement;
  text: PageText;
  /** An element for each run of the text; one without words is not in the document. */
  runs: readonly HTMLElement[];
}

/** The text layers that are on view, and who wants to know of them. */
export class TextLayers {
  private readonly layers = new Map<number, TextLayerOnView>();
  private readonly listeners = new Set<(layer: TextLayerOnView) => void>();

  get(index: number): TextLayerOnView | undefined {
    return this.layers.get(index);
  }

  all(): TextLayerOnView[] {
    return [...this.layers.values()].toSorted((a, b) => a.index - b.index);
  }

  add(layer: TextLayerOnView): () => void {
    this.layers.set(layer.index, layer);
    for (const listener of this.listeners) listener(layer);
    return () => { if (this.layers.get(layer.index) === layer) this.layers.delete(layer.index); };
  }

  /** Calls `listener` with each layer that comes into view; the answer ends it. */
  onView(listener: (layer: TextLayerOnView) => void): () => void {
    this.listeners.add(listener);
    return () => { this.listeners.delete(listener); };
  }
}

/** A range over a part of each run of a passage of a page's text. */
export function rangesOf({ text, runs }: TextLayerOnView, start: number, end: number): Range[] {
  const ranges: Range[] = [];
  for (let run = Math.max(0, runAt(text, start)); run < runs.length; run += 1) {
    const begin = text.starts[run] ?? Infinity;
    if (begin >= end) break;
    const words = runs[run]?.firstChild;
    if (!(words instanceof Text)) continue;
    const from = Math.max(0, start - begin);
    const to = Math.min(words.length, end - begin);
    if (from >= to) continue;
    const range = document.createRange();
    range.setStart(words, from);
    range.setEnd(words, to);
    ranges.push(range);
  }
  return ranges;
}

/** The part of a page's text that a range covers; null where it covers nothing of it. */
export function offsetsIn(layer: TextLayerOnView, range: Range): { start: number; end: number } | null {
  if (!range.intersectsNode(layer.element)) return null;
  const start = layer.element.contains(range.startContainer) ? offsetOf(layer, range.startContainer, range.startOffset) : 0;
  const end = layer.element.contains(range.endContainer) ? offsetOf(layer, range.endContainer, range.endOffset) : layer.text.text.length;
  return start < end ? { start, end } : null;
}

/** The offset of a point of the document in the text of the layer that it lies in. */
function offsetOf({ text, runs, element }: TextLayerOnView, node: Node, offset: number): number {
  const own = node instanceof Text ? runs.indexOf(node.parentElement as HTMLElement) : -1;
  if (own !== -1) return (text.starts[own] ?? 0) + offset;
  // Between elements: the first run that does not lie before the point.
  const point = document.createRange();
  point.setStart(node, offset);
  const next = runs.findIndex((run) => element.contains(run) && run.firstChild !== null && point.comparePoint(run.firstChild, 0) >= 0);
  return next === -1 ? text.text.length : text.starts[next] ?? 0;
}
