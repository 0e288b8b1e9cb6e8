import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nativeImage, type WebContents } from 'electron';
import type { DragOut } from '../api/trpc';
import type { App } from '../core/app';
import { bibFileName } from '../core/formats/bibFileName';
import type { PaperId } from '../core/model';

/** What is drawn at the pointer, in pixels. */
const ICON = 48;

/**
 * The .bib files that are dragged out of the windows. A program that one is dropped on may read it late, so they stay in a
 * folder of their own, which is the person's alone, until the app ends; a page names one by an id and never by a path.
 */
export class DraggedFiles {
  private folder: Promise<string> | undefined;
  private readonly files = new Map<string, string>();

  constructor(private readonly temp: string, private readonly icon: string) {}

  /** What a window may ask for. */
  of(app: App, window: WebContents): DragOut {
    return {
      prepare: (ids) => this.prepare(app, ids),
      start: (id) => {
        const file = this.files.get(id);
        if (file !== undefined) window.startDrag({ file, icon: nativeImage.createFromPath(this.icon).resize({ width: ICON }) });
      },
    };
  }

  async remove(): Promise<void> {
    if (this.folder !== undefined) await rm(await this.folder, { recursive: true, force: true });
  }

  private async prepare(app: App, ids: PaperId[]): Promise<{ id: string; name: string; address: null }> {
    const { content } = await app.exports.print({ selection: { kind: 'papers', ids }, format: 'bibtex', style: 'apa' });
    const name = bibFileName(await app.papers.keys(ids));
    const id = randomUUID();
    const folder = join(await (this.folder ??= mkdtemp(join(this.temp, 'lectern-drag-'))), id);
    await mkdir(folder, { mode: 0o700 });
    await writeFile(join(folder, name), content, { mode: 0o600 });
    this.files.set(id, join(folder, name));
    return { id, name, address: null };
  }
}
