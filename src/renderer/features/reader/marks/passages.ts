import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { passageOf } from '../../../../core/marks/pageText';
import type { Attachment, PdfPassage } from '../../../../core/model';
import type { Reader } from '../reader';
import type { Rotation } from '../pages/layout';
import { hundredths, pointAt, viewportOf } from '../pages/space';
import { offsetsIn, rangesOf, type TextLayerOnView } from '../pages/textLayers';
import { linesOf, type Box } from './quads';

type File = Pick<Attachment, 'id' | 'sha256'>;

/** The selected words of the document, page by page; none where words elsewhere are selected, or none. */
export function selectedPassages({ layers, store }: Reader, file: File): PdfPassage[] {
  const selection = window.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0);
  return layers.all().flatMap((layer) => {
    const offsets = offsetsIn(layer, range);
    return offsets === null ? [] : passageOn(layer, offsets, file, store.getState().rotation) ?? [];
  });
}

/** Words of a page that is on view, as a mark keeps them; null where there are none. */
export function passageOn(layer: TextLayerOnView, { start, end }: { start: number; end: number }, { id, sha256 }: File, rotation: Rotation): PdfPassage | null {
  const passage = passageOf(layer.text, start, end);
  if (passage === null) return null;
  const boxes = rangesOf(layer, passage.start, passage.end).map((range) => boxOn(layer, range.getBoundingClientRect(), rotation));
  const quads = linesOf(boxes).map((box) => quadOf(layer.page, box));
  return quads.length === 0 ? null : { kind: 'pdf-text', attachmentId: id, sha256, page: layer.index, ...passage, quads };
}

/** A rectangle of the window on the page as its file shows it, before the reader turns it, in points. */
function boxOn({ page, element }: TextLayerOnView, { left, top, right, bottom }: DOMRect, rotation: Rotation): Box {
  const frame = element.closest('[data-page]') ?? element;
  const viewport = viewportOf(page, 0);
  const corners = [pointAt(page, rotation, frame, { x: left, y: top }), pointAt(page, rotation, frame, { x: right, y: bottom })].map(([x, y]) => viewport.convertToViewportPoint(x, y) as [number, number]);
  const [[x1, y1], [x2, y2]] = corners as [[number, number], [number, number]];
  return { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) };
}

function quadOf(page: PDFPageProxy, { left, top, right, bottom }: Box): number[] {
  const viewport = viewportOf(page, 0);
  return ([[left, top], [right, top], [left, bottom], [right, bottom]] as const).flatMap(([x, y]) => (viewport.convertToPdfPoint(x, y) as number[]).map(hundredths));
}
