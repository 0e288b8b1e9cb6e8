import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lectern } from '../fixtures';
import { withLibrary } from './seed';

/** Gives the library of a journey, which is not open yet, a paper with this file. */
export async function paperWithFile(lectern: Lectern, title: string, bytes: Uint8Array | string): Promise<{ paperId: string; fileId: string }> {
  const path = join(lectern.scratch, 'file.pdf');
  await writeFile(path, bytes);
  return withLibrary(lectern.library, async (app) => {
    const paperId = await app.papers.create({ title });
    const arrival = await app.attachments.arrive({ path, link: false });
    const { id } = await app.attachments.add({ arrival: arrival.id, paperId });
    return { paperId, fileId: id };
  });
}
