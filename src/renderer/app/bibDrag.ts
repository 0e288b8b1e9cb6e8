import type { Dragged } from '../../api/trpc';
import type { Exported } from '../../core/exports';
import type { PaperId } from '../../core/model';
import { client } from '../client';
import { act } from './act';
import { saveFile } from './files';

/** So many papers are text as well, where a browser carries the file. */
const MOST_TEXT = 200;

/** Whether the desktop drags a file out of this very window, which is then nothing to be imported. */
let dragging = false;
export const dragsOut = (): boolean => dragging;

/** Papers that may be about to be dragged out as a .bib file. Made when the pointer goes down, so that all is ready when it moves. */
export class BibDrag {
  private file: Dragged | null = null;
  private text: string | null = null;
  private held = true;
  private readonly ready: Promise<void>;

  /** `asText`: a browser carries the file's text too. */
  constructor(private readonly ids: readonly PaperId[], private readonly options: { asText: boolean }) {
    window.addEventListener('pointerup', () => { this.held = false; }, { once: true });
    this.ready = this.prepare();
  }

  /** Drags as far as the page may: the browser fetches the file from its address when it is dropped on a folder; elsewhere it is text. */
  offer(data: DataTransfer): void {
    const { file } = this;
    if (file?.address) data.setData('DownloadURL', `text/x-bibtex:${file.name}:${new URL(file.address, window.location.href).href}`);
    if (this.text !== null) {
      data.setData('application/x-bibtex', this.text);
      data.setData('text/plain', this.text);
    }
  }

  /** Lets the desktop drag the file, once it is there and unless the pointer has been let go of by then. */
  async start(): Promise<void> {
    await this.ready;
    const { file } = this;
    if (file === null || !this.held) return;
    dragging = true;
    await act(() => client.host.dragOut.start.mutate(file.id));
    // Some systems tell of the end of a drag and others do not; the pointer moves only when nothing is dragged.
    window.addEventListener('pointermove', () => { dragging = false; }, { once: true });
  }

  private async prepare(): Promise<void> {
    const ids = [...this.ids];
    const text = this.options.asText && ids.length <= MOST_TEXT ? printed(ids).then(({ content }) => { this.text = content; }) : undefined;
    await act(async () => {
      this.file = await client.host.dragOut.prepare.mutate(ids);
      await text;
    });
  }
}

const printed = (ids: readonly PaperId[]): Promise<Exported> => client.exports.print.mutate({ selection: { kind: 'papers', ids: [...ids] }, format: 'bibtex', style: 'apa' });

/** The same file without dragging. */
export async function saveBib(ids: readonly PaperId[]): Promise<void> {
  await act(async () => {
    const [{ content, mediaType }, file] = await Promise.all([printed(ids), client.host.dragOut.prepare.mutate([...ids])]);
    saveFile(content, { name: file?.name ?? 'papers.bib', mediaType });
  });
}
