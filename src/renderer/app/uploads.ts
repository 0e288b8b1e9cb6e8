import { notifications } from '@mantine/notifications';
import type { Arrival } from '../../core/files/arrivals';
import type { PaperId } from '../../core/model';
import { client, wordsOf } from '../client';
import { announce } from './act';

/** What goes over to the host at once, in bytes: a multiple of three, so that the portions can be told in Base64 one by one. */
const PORTION = 3 << 20;

/** Gives a file to the host, which keeps it until it belongs to a paper. `onPart` hears how much of it is there, from 0 to 1. */
export async function upload(file: File, onPart: (part: number) => void = () => undefined): Promise<Arrival> {
  const id = await client.attachments.begin.mutate(file.name);
  try {
    for (let at = 0; at < file.size; at += PORTION) {
      await client.attachments.append.mutate({ id, base64: await base64Of(file.slice(at, at + PORTION)) });
      onPart(Math.min(1, (at + PORTION) / file.size));
    }
  } catch (error) {
    await client.attachments.discard.mutate(id);
    throw error;
  }
  return client.attachments.finish.mutate(id);
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? (reader.result.split(',', 2)[1] ?? '') : ''));
    reader.addEventListener('error', () => reject(reader.error ?? new Error('It could not be read.')));
    reader.readAsDataURL(blob);
  });
}

export function isPdfFile({ name, type }: Pick<File, 'name' | 'type'>): boolean {
  return type === 'application/pdf' || /\.pdf$/i.test(name);
}

/** Whether a paper can have such a file. */
export function isForPaper(file: Pick<File, 'name' | 'type'>): boolean {
  return isPdfFile(file) || /\.(?:x?html?|txt|text|md|markdown)$/i.test(file.name);
}

/** What `Choose files` offers for a paper. */
export const PAPER_FILES = '.pdf,.html,.htm,.xhtml,.txt,.md';

/** Gives files to a paper, one after the other, and says what came of it. */
export async function addToPaper(paperId: PaperId, files: readonly File[]): Promise<void> {
  const added: string[] = [];
  for (const file of files) {
    try {
      const { id } = await upload(file);
      const { kind } = await client.attachments.add.mutate({ arrival: id, paperId });
      if (kind === 'added') added.push(file.name);
      else notifications.show({ message: `The paper has ${file.name} already.`, autoClose: 6000 });
    } catch (error) {
      notifications.show({ color: 'red', title: `${file.name} was not added`, message: wordsOf(error), autoClose: 10_000 });
    }
  }
  const [only] = added;
  if (only !== undefined) announce(added.length === 1 ? `Added ${only} to the paper` : `Added ${added.length} files to the paper`);
}
