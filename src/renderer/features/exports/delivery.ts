import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Exported } from '../../../core/exports';
import { bibliographyDocument } from '../../../core/formats/formattedDocument';
import { counted } from '../../../core/text';
import { act } from '../../app/act';
import { copyToClipboard } from '../../app/clipboard';
import { saveFile } from '../../app/files';
import { client } from '../../client';
import { fileNameOf } from './naming';
import type { Choice } from './options';
import type { Exportable } from './printing';

interface Printed {
  /** What the papers are called together: it names the file. */
  title: string;
  print: () => Promise<Exported>;
}

/** Brings an export to the clipboard or into a file. `busy` says in words what is under way. */
export function useDelivery({ selection }: Exportable, choice: Choice, { title, print }: Printed) {
  const [busy, setBusy] = useState<string | null>(null);

  async function deliver(label: string, work: () => Promise<string>): Promise<void> {
    setBusy(label);
    await act(async () => { notifications.show({ message: await work(), autoClose: 4000 }); });
    setBusy(null);
  }

  return {
    busy,
    copy: () => {
      void deliver('Copying', async () => {
        const { content, count } = await print();
        if (choice.format === 'html') {
          const plain = await client.exports.print.mutate({ selection, format: 'text', style: choice.style });
          await copyToClipboard({ html: content, text: plain.content });
        } else await copyToClipboard({ text: content });
        return `Copied ${counted(count, 'paper')}`;
      });
    },
    save: () => {
      void deliver('Writing the file', async () => {
        const { content, extension, mediaType, count } = await print();
        saveFile(choice.format === 'html' ? bibliographyDocument([content], title) : content, { name: fileNameOf(title, extension), mediaType });
        return `${counted(count, 'paper')} as ${fileNameOf(title, extension)}`;
      });
    },
  };
}
