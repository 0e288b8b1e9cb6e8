import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Exported } from '../../../core/exports';
import { bibliographyDocument } from '../../../core/formats/formattedDocument';
import { pastedParagraphs } from '../../../core/formats/formattedPaste';
import { inSlices } from '../../../core/slices';
import { counted } from '../../../core/text';
import { act } from '../../app/act';
import { copyToClipboard } from '../../app/clipboard';
import { saveFile } from '../../app/files';
import { fileNameOf } from '../../app/naming';
import { windowClock } from '../../app/windowClock';
import type { Choice } from './options';
import { printed, type Exportable, type Watched } from './printing';

interface Printed {
  /** What the papers are called together: it names the file. */
  title: string;
  print: (watched: Watched) => Promise<Exported>;
}

/** What is under way, in words, and how far it is (0 to 1; null where nobody knows). */
export interface Busy {
  label: string;
  part: number | null;
  cancel: () => void;
}

async function forPasting(html: string): Promise<string> {
  const paragraphs: string[] = [];
  await inSlices(pastedParagraphs(html), windowClock, (paragraph) => { paragraphs.push(paragraph); });
  return paragraphs.join('');
}

/** Brings an export to the clipboard or into a file. */
export function useDelivery({ selection }: Exportable, choice: Choice, { title, print }: Printed) {
  const [busy, setBusy] = useState<Busy | null>(null);

  async function deliver(label: string, work: (watched: Watched) => Promise<string>): Promise<void> {
    const abort = new AbortController();
    const { signal } = abort;
    const told = { label, part: null, cancel: () => abort.abort() };
    setBusy(told);
    await act(async () => {
      try {
        notifications.show({ message: await work({ signal, onProgress: (part) => setBusy({ ...told, part }) }), autoClose: 4000 });
      } catch (error) {
        if (!signal.aborted) throw error;
      }
    });
    setBusy(null);
  }

  return {
    busy,
    copy: () => {
      void deliver('Copying', async (watched) => {
        const { content, count } = await print(watched);
        if (choice.format === 'html') {
          const plain = await printed({ ...choice, selection, format: 'text' }, watched);
          await copyToClipboard({ html: await forPasting(content), text: plain.content });
        } else await copyToClipboard({ text: content });
        return `Copied ${counted(count, 'paper')}`;
      });
    },
    save: () => {
      void deliver('Writing the file', async (watched) => {
        const { content, extension, mediaType, count } = await print(watched);
        saveFile(choice.format === 'html' ? bibliographyDocument([content], title) : content, { name: fileNameOf(title, extension), mediaType });
        return `${counted(count, 'paper')} as ${fileNameOf(title, extension)}`;
      });
    },
  };
}
