import { memo, useRef, type CSSProperties, type ReactNode } from 'react';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Looks } from './drawing';
import { LinkLayer } from './LinkLayer';
import { usePageCanvas, usePageText, usePdfPage } from './usePage';
import classes from './Pages.module.css';

interface PageBoxProps extends Looks {
  index: number;
  left: number;
  top: number;
  width: number;
  height: number;
  /** What lies between the page and its words. */
  overPage: (page: PDFPageProxy, index: number) => ReactNode;
}

/** A page that is in sight or near it: drawn, with its words to be selected and its links. */
export const PageBox = memo(function PageBox({ index, left, top, width, height, overPage, ...looks }: PageBoxProps) {
  const canvas = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const page = usePdfPage(index);
  usePageCanvas(page, index, canvas, looks);
  usePageText(page, index, text, looks.rotation);
  return (
    <section className={classes.page} data-page={index} data-dark={looks.dark || undefined} aria-label={`Page ${index + 1}`} style={{ left, top, width, height, '--total-scale-factor': looks.scale * (page?.userUnit ?? 1) } as CSSProperties}>
      <div ref={canvas} className={classes.canvas} />
      {page !== null && overPage(page, index)}
      <div ref={text} className={classes.text} data-text={index} />
      {page !== null && <LinkLayer page={page} rotation={looks.rotation} />}
    </section>
  );
});
