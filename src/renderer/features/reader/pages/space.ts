import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Rotation } from './layout';

/** Between the points of a PDF's pages and what is shown of them. */

export function viewportOf(page: PDFPageProxy, rotation: Rotation, scale = 1) {
  return page.getViewport({ scale, rotation: (page.rotate + rotation) % 360 });
}

/** Where a rectangle of a page lies on it as it is shown, in parts of its width and height, for CSS. */
export function boxOf(page: PDFPageProxy, rotation: Rotation, rectangle: readonly number[]): { left: string; top: string; width: string; height: string } {
  const viewport = viewportOf(page, rotation);
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = viewport.convertToViewportRectangle([...rectangle]) as number[];
  const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(3)}%`;
  return { left: percent(Math.min(x1, x2), viewport.width), top: percent(Math.min(y1, y2), viewport.height), width: percent(Math.abs(x2 - x1), viewport.width), height: percent(Math.abs(y2 - y1), viewport.height) };
}

/** The point of a page (in PDF user space, rounded to hundredths) under a point of the window. */
export function pointAt(page: PDFPageProxy, rotation: Rotation, element: Element, client: { x: number; y: number }): [number, number] {
  const { left, top, width } = element.getBoundingClientRect();
  const viewport = viewportOf(page, rotation);
  const scale = width / viewport.width;
  const [x = 0, y = 0] = viewport.convertToPdfPoint((client.x - left) / scale, (client.y - top) / scale) as number[];
  return [hundredths(x), hundredths(y)];
}

export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
