import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { memo, useEffect, useState } from 'react';
import { useReader } from '../reader';
import type { Rotation } from './layout';
import { linksOf, placeOf, type Link } from './links';
import { boxOf } from './space';
import classes from './Pages.module.css';

/** What comes into sight is drawn first, and its words are laid over it. */
const AFTER_WORDS = 1.8;

/** The links of a page, over it. */
export const LinkLayer = memo(function LinkLayer({ page, rotation }: { page: PDFPageProxy; rotation: Rotation }) {
  const reader = useReader();
  const { queue, store } = reader;
  const [links, setLinks] = useState<readonly Link[]>([]);
  useEffect(() => {
    let wanted = true;
    const look = (): Promise<void> => linksOf(page).then((found) => { if (wanted && found.length > 0) setLinks(found); }, () => undefined);
    const drop = queue.add(() => Math.abs(store.getState().page - (page.pageNumber - 1)) + AFTER_WORDS, () => ({ done: look(), cancel: () => undefined }));
    return () => {
      wanted = false;
      drop();
    };
  }, [page, queue, store]);

  return links.map((link, index) => {
    const style = boxOf(page, rotation, link.rectangle);
    // Links of a page have no names of their own, and stay in their order.
    const key = `${index}`;
    if (link.kind === 'web') return <a key={key} className={classes.link} style={style} href={link.address} target="_blank" rel="noopener noreferrer" title={link.address} aria-label={link.address} />;
    const go = async (): Promise<void> => {
      const place = await placeOf(reader.pdf, link.destination);
      if (place !== null) reader.goTo(place);
    };
    return <button key={key} type="button" className={classes.link} style={style} aria-label="Link within the document" onClick={() => { void go(); }} />;
  });
});
