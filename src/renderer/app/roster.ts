import type { PaperId } from '../../core/model';
import { client } from '../client';

interface Known { name: string; ids: PaperId[] }

/**
 * The ids of papers by the numbers that the host has for them as long as it has the library open. They are fetched once, so
 * that a list of 100,000 papers can come as numbers. A host that was started again has other numbers, under another name.
 */
function createRoster() {
  let known: Known = { name: '', ids: [] };

  async function fill({ name, ids }: Known, size: number): Promise<void> {
    while (ids.length < size) {
      const from = ids.length;
      const more = await client.listings.ids.query(from);
      if (more.name !== name || more.ids.length === 0) throw new Error('The library has been opened anew.');
      if (ids.length === from) ids.push(...more.ids); // another list may have asked for the same meanwhile
    }
  }

  return {
    /** The ids of a list, as it came. Rejects where the host has other numbers by now. */
    async idsOf({ roster: { name, size }, numbers }: { roster: { name: string; size: number }; numbers: string }): Promise<PaperId[]> {
      if (known.name !== name) known = { name, ids: [] };
      const { ids } = known;
      await fill(known, size);
      const listed: PaperId[] = [];
      for (const number of numbersFrom(numbers)) listed.push(ids[number] as PaperId);
      return listed;
    },
  };
}

export const roster = createRoster();

/** Unsigned 32-bit integers from their bytes in base64. They come as the host's machine orders bytes: little end first, on all that run both Node.js and Electron. */
function numbersFrom(base64: string): Uint32Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return new Uint32Array(bytes.buffer);
}
