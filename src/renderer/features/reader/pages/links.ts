import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Place } from './layout';

/** A part of a page that leads somewhere: within the document, or to an address of the web. */
export type Link = { rectangle: number[] } & ({ kind: 'inside'; destination: Destination } | { kind: 'web'; address: string });

/** Where a link leads, by name or explicitly, as PDF writes it. */
export type Destination = string | readonly unknown[];

/** The links of a page. Whatever else PDFs do on a click (start programs, run scripts, open files, send forms) is no link here. */
export async function linksOf(page: PDFPageProxy): Promise<Link[]> {
  const annotations = (await page.getAnnotations({ intent: 'display' })) as Record<string, unknown>[];
  return annotations.flatMap(({ subtype, rect, dest, url }): Link[] => {
    if (subtype !== 'Link' || !Array.isArray(rect)) return [];
    const rectangle = rect.map(Number);
    if (typeof url === 'string' && isWeb(url)) return [{ kind: 'web', rectangle, address: url }];
    return isDestination(dest) ? [{ kind: 'inside', rectangle, destination: dest }] : [];
  });
}

export function isDestination(value: unknown): value is Destination {
  return (typeof value === 'string' && value !== '') || (Array.isArray(value) && value.length > 0);
}

export function isWeb(address: string): boolean {
  return URL.canParse(address) && ['http:', 'https:'].includes(new URL(address).protocol);
}

/** The place that a destination names; null where there is no such place. */
export async function placeOf(pdf: PDFDocumentProxy, destination: Destination): Promise<Place | null> {
  try {
    const explicit: readonly unknown[] | null = typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
    if (explicit === null) return null;
    const [target, fit, ...numbers] = explicit;
    const index = typeof target === 'number' ? target : await pdf.getPageIndex(target as { num: number; gen: number });
    if (!Number.isInteger(index) || index < 0 || index >= pdf.numPages) return null;
    return { page: index, part: await partOf(await pdf.getPage(index + 1), (fit as { name?: string } | undefined)?.name, numbers) };
  } catch {
    return null; // A destination that leads nowhere is the PDF's own fault, and no reason to stop reading.
  }
}

/** How much of the page lies above the destination, before anybody turns it. */
async function partOf(page: PDFPageProxy, fit: string | undefined, numbers: readonly unknown[]): Promise<number> {
  const top = fit === 'XYZ' || fit === 'FitR' ? numbers[fit === 'XYZ' ? 1 : 3] : fit === 'FitH' || fit === 'FitBH' ? numbers[0] : undefined;
  if (typeof top !== 'number') return 0;
  const viewport = page.getViewport({ scale: 1 });
  const [, y = 0] = viewport.convertToViewportPoint(typeof numbers[0] === 'number' && fit !== 'FitH' ? numbers[0] : 0, top) as number[];
  return Math.min(Math.max(y / viewport.height, 0), 1);
}
