import { useEffect, useState } from 'react';
import type { Attachment } from '../../../core/model';
import { wordsOf } from '../../client';
import { placeIn } from './kept';
import { openPdf, type OpenPdf } from './pdf/pdfjs';
import { createReader, sizeOf, type Reader } from './reader';

type Opened =
  | { kind: 'opening' }
  | { kind: 'password'; again: boolean; answer: (password: string) => void }
  | { kind: 'failed'; message: string }
  | { kind: 'open'; reader: Reader };

/** Opens a file where the reader left it, or at `page`; it is closed when it goes out of view. */
export function useOpenFile({ id, bytes }: Attachment, address: string, page: number | null): Opened {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });

  useEffect(() => {
    const leaving = new AbortController();
    let pdf: OpenPdf | undefined;
    const askPassword = (again: boolean) => new Promise<string>((answer) => {
      setOpened({ kind: 'password', again, answer: (password) => { setOpened({ kind: 'opening' }); answer(password); } });
    });
    void (async () => {
      try {
        pdf = await openPdf({ address, bytes, signal: leaving.signal, askPassword });
        const { document } = pdf;
        const kept = placeIn(id) ?? { page: 0, part: -0.02, zoom: 'width', rotation: 0 };
        const begin = { ...kept, page: Math.min(kept.page, document.numPages - 1) };
        const first = sizeOf(await document.getPage(begin.page + 1));
        if (leaving.signal.aborted) return;
        setOpened({ kind: 'open', reader: createReader(id, document, Array.from({ length: document.numPages }, () => first), begin) });
      } catch (error) {
        if (!leaving.signal.aborted) setOpened({ kind: 'failed', message: wordsOf(error) });
      }
    })();
    return () => {
      leaving.abort();
      pdf?.close();
      setOpened({ kind: 'opening' });
    };
  }, [id, bytes, address]);

  const reader = opened.kind === 'open' ? opened.reader : null;
  useEffect(() => {
    if (reader !== null && page !== null && page < reader.pageCount) reader.goTo({ page, part: 0 });
  }, [reader, page]);
  return opened;
}
