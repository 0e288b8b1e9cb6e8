import { AnnotationMode, RenderingCancelledException, TextLayer, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageContent } from '../pdf/pageTexts';
import type { Rotation } from './layout';
import type { Drawing } from './renderQueue';

/** A canvas has so many pixels at the most, some 64 MB of them; a page that would need more is a little less sharp. */
const MOST_PIXELS = 16 << 20;

export interface Looks {
  /** CSS pixels for each point. */
  scale: number;
  rotation: Rotation;
  dark: boolean;
  /** Whether the marks that the PDF has of its own are shown. */
  ownMarks: boolean;
}

/** Draws a page on a canvas of its own, as sharp as the screen; `onDone` gets it when all of it is there. */
export function drawPage(page: PDFPageProxy, { scale, rotation, dark, ownMarks }: Looks, onDone: (canvas: HTMLCanvasElement) => void): Drawing {
  const turn = (page.rotate + rotation) % 360;
  const { width, height } = page.getViewport({ scale, rotation: turn });
  const ratio = Math.min(window.devicePixelRatio, Math.sqrt(MOST_PIXELS / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(width * ratio));
  canvas.height = Math.max(1, Math.floor(height * ratio));
  const task = page.render({ canvas, viewport: page.getViewport({ scale: scale * ratio, rotation: turn }), annotationMode: ownMarks ? AnnotationMode.ENABLE : AnnotationMode.DISABLE });
  const done = task.promise.then(() => {
    if (dark) darken(canvas);
    onDone(canvas);
  }, (error: unknown) => {
    release(canvas);
    // A page that cannot be drawn stays white; its neighbours are read on.
    if (!(error instanceof RenderingCancelledException)) onDone(document.createElement('canvas'));
  });
  return { done, cancel: () => task.cancel() };
}

/** White becomes nearly black, and colours keep their hue. Done once, so that nothing is to be computed while one scrolls. */
function darken(canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.resetTransform();
  context.globalCompositeOperation = 'copy';
  context.filter = 'invert(0.9) hue-rotate(180deg)';
  context.drawImage(canvas, 0, 0);
}

/** Gives the memory of a canvas back at once, and not some time later. */
export function release(canvas: HTMLCanvasElement): void {
  canvas.width = 0;
  canvas.height = 0;
}

/** So many runs of text are put into the page before it may draw and hear. */
const RUNS_AT_ONCE = 60;

/** Puts the words of a page over it, to be selected. `onDone` gets an element for each run. */
export function layText(page: PDFPageProxy, words: Promise<PageContent>, container: HTMLElement, rotation: Rotation, onDone: (content: PageContent, runs: HTMLElement[]) => void): Drawing {
  let cancelled = false;
  let layer: TextLayer | undefined;
  async function lay(): Promise<void> {
    const found = await words;
    if (cancelled) return;
    layer = new TextLayer({ textContentSource: inPortions(found.content), container, viewport: page.getViewport({ scale: 1, rotation: (page.rotate + rotation) % 360 }) });
    await layer.render();
    if (!cancelled) onDone(found, layer.textDivs);
  }
  const cancel = (): void => {
    cancelled = true;
    layer?.cancel();
  };
  // Words that cannot be read are not to be selected; the page itself is drawn.
  return { done: lay().catch(() => undefined), cancel };
}

function inPortions({ items, styles, lang }: PageContent['content']): ReadableStream<PageContent['content']> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      if (at > 0) await new Promise((resolve) => { setTimeout(resolve); });
      controller.enqueue({ items: items.slice(at, at + RUNS_AT_ONCE), styles, lang });
      at += RUNS_AT_ONCE;
      if (at >= items.length) controller.close();
    },
  }, { highWaterMark: 0 });
}
